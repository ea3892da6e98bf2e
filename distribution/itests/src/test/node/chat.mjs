// People in tabs of a real browser, while the chat is swapped under them. Arguments: the page's server, the plugin's file,
// the file to put in its place, the browser. Ends with 1 and the reason if anything is not as it should be.
import assert from 'node:assert/strict'
import { copyFileSync } from 'node:fs'
import { library } from './install.mjs'

const [server, plugin, swapped, executablePath] = process.argv.slice(2)
const PATIENCE = 60_000
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

const browser = await library('playwright-core').chromium.launch({ executablePath, args: FLAGS })
try {
  const context = await browser.newContext()
  context.setDefaultTimeout(PATIENCE)
  await talk(context)
} finally {
  await browser.close()
}

/** Nothing stands beyond the edge, and no name is broken within a word. */
async function onAPhone(page) {
  await page.setViewportSize({ width: 360, height: 740 })
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360)
  const lines = await page.evaluate(() => {
    const event = [...document.querySelectorAll('td')].find((cell) => cell.textContent === 'message')
    return Math.round(event.getBoundingClientRect().height / parseFloat(getComputedStyle(event).lineHeight))
  })
  assert.equal(lines, 1)
}

/** Who tries an event out without a nick is told what to do. */
async function tryItOut(context) {
  const page = await tab(context, '/docs/events')
  const message = page.locator('[id="/chat/message"]')
  await message.locator('.start').click()
  await message.locator('text=Connect and send').click()
  await shows(page, '#refusal', 'a nick is needed: nick must not be blank (error 10001). Say who you are')
  assert.equal(await page.inputValue('#auth'), '{"nick":""}')
  await page.close()
}

async function talk(context) {
  const status = await tab(context, '/')
  const ada = await tab(context, '/')
  await ada.click('nav >> text=Chat')
  await ada.waitForURL('**/chat/index.html')
  await enter(ada, 'Ada')
  // A tab in the background is slow: who comes into the room before she is in it is no news to her.
  await shows(ada, '#members', 'Ada')

  const bob = await tab(context, '/chat/')
  await enter(bob, 'ada')
  await shows(bob, '#refusal', 'the nick ada is taken (10003)')
  await enter(bob, 'Bob')
  await shows(ada, '#log', 'Bob came in')
  await shows(ada, '#members', 'Bob')

  const markup = '<b>hi</b> & "you" <script>alert(1)</script>'
  await say(ada, markup)
  await shows(bob, '.theirs .text', markup)
  assert.equal(await bob.locator('.theirs .text *').count(), 0, 'markup was shown as markup')
  await ada.waitForSelector('.mine time')
  await bob.type('#text', 'hello')
  await shows(ada, '#typing', 'Bob is typing')
  await bob.press('#text', 'Enter')
  await shows(ada, '.theirs .text', 'hello')
  await shows(status, 'main', '/chat 2 sockets')
  await onAPhone(status)
  await tryItOut(context)

  // What she said is to be there after the swap, though she is not.
  const eve = await tab(context, '/chat/')
  await enter(eve, 'Eve')
  await say(eve, 'goodbye')
  await shows(ada, '#log', 'goodbye')
  await eve.close()
  await shows(ada, '#log', 'Eve left')

  const before = [await socket(ada), await socket(bob)]
  await swap()
  await say(ada, 'after the swap')
  await shows(bob, '.theirs .text', 'after the swap')
  assert.deepEqual([await socket(ada), await socket(bob)], before, 'somebody was reconnected')
  assert.equal(await ada.textContent('#state'), 'connected')

  const kim = await tab(context, '/chat/')
  await enter(kim, 'Bob')
  await shows(kim, '#refusal', '10003')
  await enter(kim, 'Kim')
  for (const text of [markup, 'hello', 'goodbye', 'after the swap']) {
    await shows(kim, '#log', text)
  }
  await shows(kim, '#members', 'AdaBobKim (you)')

  await bob.fill('#other', 'garden')
  await bob.click('#join button')
  await shows(bob, '#room', '#garden')
  await say(kim, 'are you there?')
  await shows(bob, '#rooms', '#lobby 1')
  assert.equal(await bob.title(), '(1) Chat')
  await bob.click('#rooms >> text=#lobby')
  await shows(bob, '#log', 'are you there?')
  assert.equal(await bob.title(), 'Chat')

  await ada.reload()
  await shows(ada, '#log', 'are you there?')
  await kim.close()
  await shows(ada, '#log', 'Kim left')
  await shows(status, 'main', '/chat 2 sockets')
  assert.deepEqual(complaints, [])
}

/** Opens a page, and collects what the browser has to say against it: violations of its policy among others. */
async function tab(context, path) {
  const page = await context.newPage()
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(String(error)))
  await page.goto(server + path)
  return page
}

async function enter(page, nick) {
  await page.waitForSelector('#enter')
  await page.fill('#nick', nick)
  await page.click('#enter button')
}

async function say(page, text) {
  await page.fill('#text', text)
  await page.press('#text', 'Enter')
}

async function shows(page, selector, text) {
  await page.locator(selector).filter({ hasText: text }).first().waitFor({ timeout: PATIENCE })
}

/** The state's tooltip names the socket. */
async function socket(page) {
  const title = await page.getAttribute('#state', 'title')
  assert.match(title, /^socket .+/)
  return title
}

async function swap() {
  const before = await since()
  copyFileSync(swapped, plugin)
  for (const end = Date.now() + PATIENCE; (await since()) === before; ) {
    assert.ok(Date.now() < end, 'the plugin was not swapped')
  }
}

async function since() {
  const { plugins } = await (await fetch(server + '/status.json')).json()
  return plugins.find(({ name, state }) => name.endsWith('.chat') && state === 'active').since
}
