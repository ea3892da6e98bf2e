// People look at the market in a real browser while a client trades and the plugin is swapped. Arguments: the page's
// server, the plugin's file, two files to put in its place, the browser; a folder for screenshots if somebody wants to
// look at them. To begin with the made-up day is to stand still. Ends with 1 and the reason if anything is not as it should be.
import assert from 'node:assert/strict'
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { client, library } from './install.mjs'

const [server, plugin, second, third, executablePath, shots] = process.argv.slice(2)
const PATIENCE = 20_000

/** By the clock: a browser on a busy machine may draw no frames for long. */
const OFTEN = { timeout: PATIENCE, polling: 100 }
const TRADES = 3000
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
const complaints = []
const candles = []

const { socketIo } = await (await fetch(server + '/status.json')).json()
const trader = client()(socketIo.url + '/market', { path: socketIo.path, forceNew: true })
trader.on('candle', (candle) => candles.push(candle))
const browser = await library('playwright-core').chromium.launch({ executablePath, args: FLAGS })
try {
  const desk = await open({ viewport: { width: 1280, height: 800 } }, '/')
  await desk.click('nav >> text=Market')
  await desk.waitForURL('**/market/index.html')
  await shows(desk, '#state', 'connected')
  const id = await socket(desk)

  await tradeThroughSwaps(desk)
  await jump(desk)
  await replay(desk)
  await changedMeanwhile()
  await swap(second)
  await onAPhone()
  await goesOn(desk)

  assert.equal(await socket(desk), id, 'the page was reconnected')
  assert.equal(await desk.textContent('#state'), 'connected')
  assert.deepEqual(complaints, [])
} finally {
  trader.close()
  await browser.close()
}

/** All that is sold is in some candle once, whichever revision it was sold to; and the page goes on plotting. */
async function tradeThroughSwaps(page) {
  const swaps = new Map([[TRADES / 3, second], [(2 * TRADES) / 3, third]])
  let sold = 0
  for (let i = 1; i <= TRADES; i++) {
    const size = (i % 7) + 1
    sold += size
    trader.emit('trade', { symbol: 'OAK', price: 100 + (i % 10) / 10, size })
    if (swaps.has(i)) {
      const plotted = await page.locator('#chart .candle').count()
      await swap(swaps.get(i))
      const answer = await trader.timeout(PATIENCE).emitWithAck('trade', { symbol: 'OAK', price: 100, size: 1 })
      assert.equal(answer?.error, undefined)
      sold++
      await until('a candle more is plotted', async () => (await page.locator('#chart .candle').count()) > plotted)
    }
  }
  const refused = await trader.timeout(PATIENCE).emitWithAck('trade', { symbol: 'YEW', price: 1, size: 1 })
  assert.equal(refused.error.code, 4001)
  const volume = () => candles.reduce((sum, candle) => sum + candle.volume, 0)
  await until(`${sold} are in candles`, () => volume() >= sold)
  assert.equal(volume(), sold)
}

/** A client's price makes an alert for everybody. */
async function jump(page) {
  const before = candles.length
  trader.emit('trade', { symbol: 'ELM', price: 50, size: 1 })
  await until('its candle', () => candles.length > before)
  trader.emit('trade', { symbol: 'ELM', price: 45, size: 1 })
  await shows(page, '#list', 'ELM▼ −10.00 %45.00')
}

/** The page sets the speed, and all pages show it. */
async function replay(page) {
  const other = await open({}, '/market/')
  await shows(other, '#state', 'connected')
  await page.click('#speed >> text=600 ×')
  await chosen(other, '600')
  await other.close()
  await page.waitForFunction(() => document.querySelectorAll('#symbols button').length === 4, null, OFTEN)
  await page.click('#symbols >> text=ASH')
  await shows(page, '#symbol', 'ASH')
  await page.waitForFunction(() => document.querySelectorAll('#chart .candle').length >= 3, null, OFTEN)
}

/** A page that is told the speed before its first question is answered keeps what it was told; and draws without frames. */
async function changedMeanwhile() {
  const context = await browser.newContext()
  context.setDefaultTimeout(PATIENCE)
  await context.route('**/socket.io.js', (route) => route.fulfill({ contentType: 'text/javascript', body: `(${fake})()` }))
  await context.addInitScript(() => (window.requestAnimationFrame = () => 0))
  const page = await context.newPage()
  await page.goto(server + '/market/')
  await page.waitForFunction(() => window.fake?.look, null, OFTEN)
  await page.evaluate(() => {
    window.fake.on.get('speed')({ speed: 60 })
    window.fake.look(null, { speed: 0, tape: { candles: [], averages: [], alerts: [{ symbol: 'OAK', at: 0, price: 45, percent: -10 }] } })
  })
  await page.waitForFunction(() => document.querySelector('#list').textContent.includes('OAK'), null, OFTEN)
  await chosen(page, '60')
  await context.close()
}

/** In the page, a client that connects to nothing. */
function fake() {
  window.io = () => {
    const on = new Map()
    window.fake = { on }
    setTimeout(() => on.get('connect')())
    const socket = { id: 'fake', active: true, on: (event, listener) => on.set(event, listener) }
    socket.timeout = () => ({ emit: (event, ...rest) => (window.fake[event] = rest.at(-1)) })
    return socket
  }
}

/** What the old revision knew, a newcomer is told by the new one; and all of it has room on a phone. */
async function onAPhone() {
  for (const colorScheme of ['light', 'dark']) {
    const phone = await open({ viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, hasTouch: true, colorScheme }, '/market/')
    await phone.click('#symbols >> text=OAK')
    await phone.waitForFunction(() => document.querySelectorAll('#chart .candle').length >= 3, null, OFTEN)
    await shows(phone, '#list', 'ELM▼ −10.00 %45.00')
    await chosen(phone, '600')
    assert.equal(await phone.evaluate(() => document.documentElement.scrollWidth), 360, 'it is wider than the phone')
    await shot(phone, `market-phone-${colorScheme}`)
    await phone.close()
  }
}

async function goesOn(page) {
  await page.click('#push')
  await shows(page, '#list', 'ASH▲ +')
  if (shots) {
    await page.waitForFunction(() => document.querySelectorAll('#chart .candle').length >= 45, null, { timeout: 60_000, polling: 100 })
    await shot(page, 'market-light')
    await page.emulateMedia({ colorScheme: 'dark' })
    await shot(page, 'market-dark')
  }
  const last = await page.textContent('#chart .on-last')
  await page.waitForFunction((old) => document.querySelector('#chart .on-last').textContent !== old, last, OFTEN)
}

/** Opens a page, and collects what the browser has to say against it: violations of its policy among others. */
async function open(options, path) {
  const context = await browser.newContext(options)
  context.setDefaultTimeout(PATIENCE)
  const page = await context.newPage()
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(String(error)))
  await page.goto(server + path)
  return page
}

async function shows(page, selector, text) {
  await page.locator(selector).filter({ hasText: text }).first().waitFor()
}

async function chosen(page, speed) {
  await page.waitForFunction((value) => document.querySelector('#speed :checked')?.value === value, speed, OFTEN)
}

async function shot(page, name) {
  if (shots) {
    await page.screenshot({ path: join(shots, `${name}.png`), fullPage: true })
  }
}

/** The state's tooltip names the socket. */
async function socket(page) {
  const title = await page.getAttribute('#state', 'title')
  assert.match(title, /^socket .+/)
  return title
}

async function swap(file) {
  const before = await since()
  copyFileSync(file, plugin)
  await until('it was swapped', async () => (await since()) !== before)
}

async function since() {
  const { plugins } = await (await fetch(server + '/status.json')).json()
  return plugins.find(({ name, state }) => name.endsWith('.market') && state === 'active').since
}

async function until(what, condition) {
  for (const end = Date.now() + PATIENCE; !(await condition()); ) {
    assert.ok(Date.now() < end, `not so in time: ${what}`)
    await new Promise((done) => setTimeout(done, 10))
  }
}
