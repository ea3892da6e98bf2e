// Clients that set the pace, by the helper that ships: in Node, then in a real browser. Arguments: Socket.IO, the server's pages,
// the product's folder of clients, the plugin's file, the file to put in its place, the browser.
// Ends with 1 and the reason if anything is not as it should be.
import assert from 'node:assert/strict'
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { client, library } from './install.mjs'

const [url, pages, clients, plugin, swapped, executablePath] = process.argv.slice(2)
const { observable, subscribe, StreamError } = await import(pathToFileURL(join(clients, 'streams.js')).href)
const io = client()
const PATIENCE = 20_000
const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']

const sender = await connected(`${url}/pace`)
const other = await connected(`${url}/pace`)
const ordinary = []
other.on('tick', (number) => ordinary.push(number))

await iterator()
await several()
await errors()
await rx()
await browser()
sender.close()
other.close()

async function connected(address) {
  const socket = io(address, { forceNew: true, transports: ['websocket'], reconnectionDelay: 100, reconnectionDelayMax: 300 })
  await new Promise((done, failed) => socket.once('connect', done).once('connect_error', failed))
  return socket
}

/** Has the plugin emit ticks, and waits until whoever gets each has the last of them. */
async function ticks(from, to) {
  for (let number = from; number <= to; number++) {
    sender.emit('put', number)
  }
  await until(() => ordinary.at(-1) === to, `${to} at the one who gets all`)
}

async function until(condition, what) {
  for (const end = Date.now() + PATIENCE; !(await condition()); await new Promise((done) => setTimeout(done, 20))) {
    assert.ok(Date.now() < end, `not in time: ${what}`)
  }
}

/** Who asks for several at once gets them one after the other, on one credit; what cannot work is said at once. */
async function several() {
  const socket = await connected(`${url}/pace`)
  const elements = subscribe(socket, 'tick')
  await subscribers(1)
  const three = [elements.next(), elements.next(), elements.next()]
  for (let number = 1; number <= 3; number++) {
    const before = ordinary.length
    sender.emit('put', number)
    await until(() => ordinary.length > before, 'sent to all')
    assert.equal((await three[number - 1]).value, number)
  }
  await elements.return()
  assert.throws(() => subscribe(socket, 'tick', { credits: 0 }), /whole number from 1 to 10000/)
  assert.throws(() => subscribe(undefined, 'tick'), /needs a socket/)
  socket.close()
  assert.throws(() => subscribe(socket, 'tick', null), /closed/)

  const nowhere = io(`${url}/nowhere`, { forceNew: true, transports: ['websocket'] })
  await assert.rejects(subscribe(nowhere, 'tick').next(), /nvalid namespace/)
  nowhere.close()
  await subscribers(0)
  ordinary.length = 0
}

/** One who uses an element now and then gets the newest, and nothing piles up; a swap and a lost connection end nothing. */
async function iterator() {
  const slow = await connected(`${url}/pace`)
  let came = 0
  slow.on('tick', () => came++)
  const elements = subscribe(slow, 'tick', { policy: 'latest' })
  assert.throws(() => subscribe(slow, 'tick'), /subscribed to tick already/)
  await subscribers(1)

  await ticks(1, 1)
  assert.equal((await elements.next()).value, 1)
  await ticks(2, 500)
  await upTo(elements, 500)
  assert.ok(came < 10, `${came} of 500 came`)

  await swap()
  await ticks(501, 501)
  assert.equal((await elements.next()).value, 501)

  // What is answered after it has subscribed anew.
  const again = new Promise((done) => slow.once('connect', () => slow.emit('nothing', done)))
  slow.io.engine.close()
  await again
  await ticks(502, 502)
  assert.equal((await elements.next()).value, 502)

  const before = came
  await elements.return()
  await subscribers(0)
  await ticks(503, 505)
  await until(() => came === before + 3, 'each as it comes')
  assert.deepEqual(await elements.next(), { value: undefined, done: true })
  assert.equal(ordinary.length, 505)
  slow.close()
}

/** Elements up to that one: as a rule it is the first, but the one who gets all may be told of it sooner. */
async function upTo(elements, last) {
  while ((await elements.next()).value !== last);
}

async function errors() {
  const socket = await connected(`${url}/pace`)
  await assert.rejects(subscribe(socket, 'nothing').next(), (error) => error instanceof StreamError && error.code === 4005)
  await assert.rejects(subscribe(socket, 'tick', { policy: 'sample' }).next(), /4001 validation: \[1\]\.sample must be/)
  const control = new AbortController()
  const elements = subscribe(socket, 'tick', { signal: control.signal })
  control.abort()
  assert.deepEqual(await elements.next(), { value: undefined, done: true })
  const closed = subscribe(socket, 'tick')
  const next = closed.next()
  socket.close()
  assert.deepEqual(await next, { value: undefined, done: true })
}

async function rx() {
  const { Observable } = library('rxjs')
  const socket = await connected(`${url}/pace`)
  const seen = []
  const subscription = observable(Observable, socket, 'tick', { credits: 100 }).subscribe((number) => seen.push(number))
  await subscribers(1)
  await ticks(506, 605)
  await until(() => seen.length === 100, 'all, since there were credits for them')
  subscription.unsubscribe()
  await subscribers(0)
  socket.close()
}

/** A page whose work takes longer than the next element needs to come. */
async function browser() {
  const chromium = await library('playwright-core').chromium.launch({ executablePath, args: FLAGS })
  try {
    const page = await (await chromium.newContext()).newPage()
    page.setDefaultTimeout(PATIENCE)
    await page.goto(`${pages}/`)
    await page.evaluate(async () => {
      const { socketIo } = await (await fetch('/status.json')).json()
      const script = document.createElement('script')
      script.src = `${socketIo.url}${socketIo.path}socket.io.js`
      await new Promise((done, failed) => document.head.append(Object.assign(script, { onload: done, onerror: failed })))
      const { subscribe } = await import('/fastsocket/streams.js')
      window.came = 0
      window.shown = []
      window.go = () => {}
      const socket = window.io(`${socketIo.url}/pace`)
      socket.on('tick', () => window.came++)
      const draw = async () => {
        for await (const number of subscribe(socket, 'tick')) {
          window.shown.push(number)
          await new Promise((done) => (window.go = done))
        }
      }
      draw()
    })
    await subscribers(1)
    await ticks(606, 606)
    await page.waitForFunction(() => window.shown.length === 1)
    await ticks(607, 1605)
    await page.waitForFunction(() => {
      window.go()
      return window.shown.at(-1) === 1605
    })
    const came = await page.evaluate(() => window.came)
    assert.ok(came < 10, `${came} of 1000 came`)
  } finally {
    await chromium.close()
  }
}

async function subscribers(count) {
  await until(async () => (await figures()).subscribers === count, `${count} subscribers`)
}

async function figures() {
  const { streams } = await status()
  return streams.find(({ stream }) => stream === 'Pace.ticks') ?? {}
}

async function status() {
  return (await fetch(`${pages}/status.json`)).json()
}

async function swap() {
  const before = await since()
  copyFileSync(swapped, plugin)
  await until(async () => (await since()) !== before, 'the plugin is swapped')
}

async function since() {
  const { plugins } = await status()
  return plugins.find(({ name, state }) => name === 'test.pace' && state === 'active')?.since
}
