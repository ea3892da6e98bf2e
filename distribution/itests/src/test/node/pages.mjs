// The pages of contracts in a real browser: read, searched, and tried by sending to the example orders. Arguments: the
// server, a folder with pages that were written, the browser; a folder for screenshots if somebody wants to look at them.
// Ends with 1 and the reason if anything is not as it should be.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { library } from './install.mjs'

const [server, folder, executablePath, shots] = process.argv.slice(2)
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
const place = (page) => page.locator('[id="/orders/place"]')

const browser = await library('playwright-core').chromium.launch({ executablePath, args: FLAGS })
try {
  await read()
  const reader = await open({ viewport: { width: 1440, height: 900 } }, server + '/')
  await reader.click('nav >> text=Events')
  await reader.waitForURL('**/docs/events')
  await search(reader)
  await send(reader)
  await small()
  await files()
  assert.deepEqual(complaints, [])
} finally {
  await browser.close()
}

/** Opens a page, and collects what the browser has to say against it: violations of its policy among others. */
async function open(options, url) {
  const context = await browser.newContext(options)
  context.setDefaultTimeout(10_000)
  const page = await context.newPage()
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(String(error)))
  await page.goto(url)
  return page
}

async function shows(page, selector, text) {
  await page.locator(selector).filter({ hasText: text }).first().waitFor()
}

async function shot(page, name) {
  if (shots) {
    await page.screenshot({ path: join(shots, `${name}.png`) })
  }
}

/** Without scripts there is all that is to be read, and nothing that does not work. */
async function read() {
  const page = await open({ javaScriptEnabled: false, viewport: { width: 1200, height: 900 } }, server + '/docs/events#/orders/place')
  assert.match(await place(page).textContent(), /number required[\s\S]*4001 validation/)
  for (const useless of ['#search', '#live', '.start']) {
    assert.equal(await page.locator(useless).first().isVisible().catch(() => false), false, useless)
  }
  await page.context().close()
}

async function search(page) {
  await page.keyboard.press('/')
  await page.keyboard.type('artic')
  await place(page).waitFor()
  await page.locator('[id="/hello"]').waitFor({ state: 'hidden' })
  assert.equal(await page.textContent('#found'), '1 event')
  await page.keyboard.press('Escape')
  await page.locator('[id="/hello"]').waitFor()
  await page.click('#events >> text=place >> nth=0')
  assert.equal(new URL(page.url()).hash, '#/orders/place')
  await shot(page, 'light')
}

/** One sends, in several ways; the other one is told. */
async function send(page) {
  const other = await open({ colorScheme: 'dark', viewport: { width: 1440, height: 900 } }, server + '/docs/events')
  await other.fill('#auth', '{"token": ')
  await other.click('#connect')
  await shows(other, '#refusal', 'the auth payload is not JSON')
  await other.fill('#auth', '{"token": "secret"}')
  await other.fill('#namespace', '/nowhere')
  await other.click('#connect')
  await shows(other, '#refusal', '/nowhere refuses')
  await other.fill('#namespace', '/orders')
  await other.click('#connect')
  await shows(other, '#state', 'connected to /orders')

  await place(page).locator('.start').click()
  await place(page).locator('text=Connect and send').click()
  await shows(page, '.answer', 'Acknowledged in')
  await shows(page, '.answer pre', '"totalCents": 500')
  await shows(other, '#log .event', '"totalCents": 500')

  const field = (path) => place(page).locator(`[data-path="${path}"]`)
  await field('lines[0].quantity').fill('0')
  await field('number').fill('<b>x</b>')
  await place(page).locator('button:text-is("Send")').click()
  await shows(page, '.answer', 'Refused: 4001 validation')
  await shows(page, '.answer li', 'lines[0].quantity')
  assert.equal(await field('lines[0].quantity').getAttribute('aria-invalid'), 'true')
  assert.equal(await field('number').getAttribute('aria-invalid'), 'true')
  assert.equal(await page.locator('#log b b').count(), 0, 'markup was shown as markup')

  await field('number').fill('XY-0007')
  await field('lines[0].quantity').fill('3')
  await place(page).locator('text=Add element').click()
  await field('lines[1].article').fill('cup')
  await field('lines[1].quantity').fill('1')
  await field('lines[1].cents').fill('900')
  await place(page).locator('[aria-label="Remove element"]').first().click()
  await place(page).locator('select[data-path="payment"]').selectOption({ label: 'kind: transfer' })
  await field('payment.iban').fill('DE89370400440532013000')
  await place(page).locator('text=JSON').click()
  const json = place(page).locator('textarea.raw')
  assert.deepEqual(JSON.parse(await json.inputValue()), {
    number: 'XY-0007',
    lines: [{ article: 'cup', quantity: 1, cents: 900 }],
    payment: { kind: 'transfer', iban: 'DE89370400440532013000' },
    delivery: 'pickup',
  })
  await place(page).locator('button:text-is("Send")').click()
  await shows(other, '#log .event', 'XY-0007')
  await shot(page, 'sent')
  await shot(other, 'dark')
  await other.click('#connected button')
  await shows(other, '#state', 'not connected')
  await other.context().close()
}

async function small() {
  const page = await open({ viewport: { width: 360, height: 740 } }, server + '/docs/events#/orders/place')
  await place(page).locator('.start').click()
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360)
  await shot(page, 'phone')
  await page.context().close()
}

/** The same as files: opened as they are, and from a web server of the same machine. */
async function files() {
  const page = await open({}, pathToFileURL(join(folder, 'index.html')).href + '#/orders/place')
  await place(page).locator('.start').click()
  await page.context().close()

  const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' }
  const web = createServer((request, response) => {
    const name = new URL(request.url, 'http://localhost').pathname
    response.setHeader('Content-Type', types[extname(name)])
    response.end(readFileSync(join(folder, name)))
  })
  await new Promise((done) => web.listen(0, '127.0.0.1', done))
  try {
    const served = await open({}, `http://localhost:${web.address().port}/index.html`)
    await place(served).locator('.start').click()
    await place(served).locator('text=Connect and send').click()
    await shows(served, '.answer pre', '"totalCents": 500')
    await served.context().close()
  } finally {
    web.closeAllConnections()
    web.close()
  }
}
