// Tries to overrun the product, and shows what it costs: memory, lines in the log, answers to those who behave.
//   node overrun.mjs [--frames 1200] [--slow 500] [--mb 200] [--product FOLDER]
import { connect as dial } from 'node:net'
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Product, exampleJar, options, until } from './product.mjs'

const { product: folder, frames, slow, mb } = options({ frames: 1200, slow: 500, mb: 200 })

/** A WebSocket made by hand: sends frames, counts the messages it is sent, and stops reading when told. */
class Client {
  messages = 0
  bytes = 0
  closed = false
  #rest = Buffer.alloc(0)
  #open = false

  constructor(port) {
    this.socket = dial(port, '127.0.0.1')
    this.socket.on('data', (data) => this.#read(data)).on('error', () => {}).on('close', () => (this.closed = true))
    this.socket.write(
      'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n' +
        `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\n\r\n`,
    )
  }

  #read(data) {
    this.#rest = this.#rest.length ? Buffer.concat([this.#rest, data]) : data
    if (!this.#open) {
      const end = this.#rest.indexOf('\r\n\r\n')
      if (end < 0) return
      this.#open = true
      this.#rest = this.#rest.subarray(end + 4)
    }
    for (;;) {
      if (this.#rest.length < 2) return
      const short = this.#rest[1]
      const head = short < 126 ? 2 : short === 126 ? 4 : 10
      if (this.#rest.length < head) return
      const length = short < 126 ? short : short === 126 ? this.#rest.readUInt16BE(2) : Number(this.#rest.readBigUInt64BE(2))
      if (this.#rest.length < head + length) return
      const payload = this.#rest.subarray(head, head + length)
      this.#rest = this.#rest.subarray(head + length)
      if (payload.length === 1 && payload[0] === 0x32) {
        this.text('3')
      } else {
        this.messages++
        this.bytes += length
        this.last = payload
      }
    }
  }

  text(text) {
    const payload = Buffer.from(text)
    const head = Buffer.from(payload.length < 126 ? [0x81, 0x80 | payload.length] : [0x81, 0xfe, payload.length >> 8, payload.length & 255])
    this.socket.write(Buffer.concat([head, Buffer.alloc(4), payload]))
  }

  async joined(room) {
    this.text('40')
    await until('joined', () => this.messages >= 2, 30_000)
    if (room) {
      this.text(`421["join","${room}"]`)
      await until('in the room', () => this.messages >= 3, 30_000)
    }
    return this
  }

  /** Milliseconds until an event is answered. */
  async answered() {
    const before = performance.now()
    const seen = this.messages
    this.text('422["echo",1]')
    await until('answered', () => this.messages > seen, 30_000, 1)
    return performance.now() - before
  }
}

/** The largest figure seen while something runs. */
async function peak(product, work) {
  let most = product.rss()
  const timer = setInterval(() => (most = Math.max(most, product.rss())), 50)
  await work()
  clearInterval(timer)
  return Math.max(most, product.rss())
}

const lines = (product) =>
  readFileSync(join(product.home, 'var/log/fastsocket.jsonl'), 'utf8').split('\n').filter((line) => line.includes('"WARN"') || line.includes('"ERROR"') || line.includes('Connection closed')).length

async function scenario(name, run) {
  const product = await Product.start(folder, [exampleJar('echo')])
  const port = product.info.port
  const good = await new Client(port).joined()
  await until('the echo is there', async () => (await good.answered(), good.last.toString().startsWith('432[1]')), 30_000)
  const before = product.rss()
  const result = {}
  const most = await peak(product, () => run({ product, port, good, result }))
  const wait = await good.answered()
  console.log(
    `${name.padEnd(30)} RSS ${before.toFixed(0)} -> ${most.toFixed(0)} MB, an answer takes ${wait.toFixed(1)} ms, ` +
      `${lines(product)} lines of trouble in the log, ${Object.entries(result).map(([key, value]) => `${value} ${key}`).join(', ')}`,
  )
  await product.stop()
}

const closed = (clients) => clients.filter((client) => client.closed).length

await scenario('unfinished frames', async ({ port, good, result }) => {
  const clients = []
  for (let i = 0; i < frames; i++) {
    const client = await new Client(port).joined()
    const head = Buffer.alloc(14)
    head[0] = 0x82
    head[1] = 0xff
    head.writeBigUInt64BE(1_000_000n, 2)
    client.socket.write(Buffer.concat([head, Buffer.alloc(900_000)]))
    clients.push(client)
    if (i % 100 === 0) await good.answered()
  }
  result['of the senders closed'] = closed(clients)
  clients.forEach((client) => client.socket.destroy())
})

const PAYLOAD = 'x'.repeat(60_000)
const broadcast = async (from, times) => {
  for (let i = 0; i < times; i++) {
    const seen = from.messages
    from.text(`423["bcast","room","${PAYLOAD}"]`)
    await until('broadcast', () => from.messages > seen, 30_000, 1)
  }
}

for (const [name, count] of [['slow members of a room', slow], ['one slow member', 1]]) {
  await scenario(name, async ({ port, good, result }) => {
    const clients = []
    for (let i = 0; i < count; i++) {
      const client = await new Client(port).joined('room')
      client.socket.pause()
      clients.push(client)
    }
    const reader = await new Client(port).joined('room')
    const had = reader.bytes
    const times = Math.round((mb * 1_000_000) / PAYLOAD.length)
    await broadcast(good, times)
    await until('the reader has everything', () => reader.bytes - had >= times * PAYLOAD.length, 60_000)
    result['broadcasts read by the one who reads'] = reader.messages - 3
    // A paused socket does not notice its end.
    clients.forEach((client) => client.socket.resume())
    await until('the slow ones see their end', () => closed(clients) === count, 60_000).catch(() => {})
    result['of the slow ones closed'] = closed(clients)
    clients.forEach((client) => client.socket.destroy())
  })
}
process.exit(0)
