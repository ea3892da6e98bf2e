// Sends a server frames and requests that are wrong in many ways, and looks at what that does to it: whether it still answers,
// what it logs, whether Netty's leak detector speaks, and whether its memory stays where it was.
//   node malformed.mjs [--frames 1000000] [--parallel 64] [--seed 1] [--product FOLDER]
// Ends with exit code 1 if anything is unexpected.
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { connect as dial } from 'node:net'
import { join } from 'node:path'
import { client } from '../itests/src/test/node/install.mjs'
import { Product, connect, exampleJar, head, options, row, until } from './product.mjs'

const { product: folder, frames, parallel, seed } = options({ frames: 1_000_000, parallel: 64, seed: 1 })
const GROWTH_MB = 40

// The same for one seed (mulberry32).
let state = seed
function random(bound) {
  state = (state + 0x6d2b79f5) | 0
  let t = Math.imul(state ^ (state >>> 15), 1 | state)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) % bound
}
const pick = (choices) => choices[random(choices.length)]
const noise = (length) => Buffer.from(Array.from({ length }, () => random(256)))

function frame(first, payload, { masked = true, length = payload.length } = {}) {
  const mask = masked ? [random(256), random(256), random(256), random(256)] : []
  const bit = masked ? 0x80 : 0
  const size =
    length < 126 ? [bit | length] : length < 65_536 ? [bit | 126, length >> 8, length & 255] : [bit | 127, 0, 0, 0, 0, (length >>> 24) & 255, (length >>> 16) & 255, (length >>> 8) & 255, length & 255]
  return Buffer.concat([Buffer.from([first, ...size, ...mask]), masked ? payload.map((byte, i) => byte ^ mask[i & 3]) : payload])
}
const text = (packet) => frame(0x81, Buffer.from(packet))

/** A packet that is nearly right. */
function broken(packet) {
  const bytes = Buffer.from(packet)
  const at = random(bytes.length)
  switch (random(4)) {
    case 0: return frame(0x81, Buffer.concat([bytes.subarray(0, at), noise(1 + random(3)), bytes.subarray(at)]))
    case 1: return frame(0x81, bytes.subarray(0, at))
    case 2: return frame(0x81, Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)]))
    default: bytes[at] = random(256); return frame(0x81, bytes)
  }
}

const PACKETS = ['42["echo",{"a":[1,2.5e3,null]}]', '421["order",{"id":"x"}]', '4512-["echo",{"_placeholder":true,"num":0}]', '40/none,{"token":1}', '43[1]', '41', '2probe', '3', '0{}']
const faults = [
  () => broken(pick(PACKETS)),
  () => broken(pick(PACKETS)),
  () => text(noise(random(40)).toString('latin1')),
  () => noise(1 + random(60)),
  () => frame(random(256), noise(random(20))),
  () => frame(0x81, noise(5), { masked: false }),
  () => frame(0x81, noise(5), { length: 4_000_000_000 }),
  () => frame(0x89, noise(126 + random(50))),
  () => Buffer.concat([frame(0x01, Buffer.from('42["a')), frame(0x81, Buffer.from('",1]'))]),
  () => frame(0x80, Buffer.from('42["a"]')),
  () => frame(0x88, noise(random(4))),
  () => frame(0x82, noise(random(100))),
  () => Buffer.concat([text('452-["echo",{"_placeholder":true,"num":0},{"_placeholder":true,"num":1}]'), frame(0x82, noise(9)), text('42["echo"]')]),
  () => text(`42["echo",${'['.repeat(300 + random(3000))}`),
  () => text(`42["${'n'.repeat(random(5000))}"]`),
  () => text(`42["echo",{"_placeholder":true,"num":${random(5)}}]`),
]
const requests = [
  () => 'POST /socket.io/?EIO=4&transport=polling&sid=none HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n\r\n4' + noise(4).toString('latin1'),
  () => `GET /socket.io/?EIO=${pick(['', '3', '5', 'x'])}&transport=${pick(['polling', 'websocket', 'x'])} HTTP/1.1\r\nHost: localhost\r\n\r\n`,
  () => `${noise(30).toString('latin1')}\r\n\r\n`,
  () => 'POST /socket.io/?EIO=4&transport=polling HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n',
]

function upgrade() {
  return `GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\n\r\n`
}

/** One connection with what is wrong in it; how many frames or requests that were. */
function attack(port) {
  return new Promise((done) => {
    const parts = []
    let count = 1
    if (random(10) === 0) {
      parts.push(Buffer.from(pick(requests)(), 'latin1'))
    } else {
      parts.push(Buffer.from(upgrade()))
      if (random(5) > 0) {
        parts.push(text('40'))
      }
      count = 1 + random(8)
      for (let i = 0; i < count; i++) {
        parts.push(pick(faults)())
      }
    }
    const socket = dial(port, '127.0.0.1')
    socket.on('error', () => {})
    socket.on('close', () => done(count))
    socket.on('connect', () => socket.end(Buffer.concat(parts)))
    socket.resume()
  })
}

const product = await Product.start(folder, [exampleJar('echo')], '-Dio.netty.leakDetection.level=paranoid')
const log = join(product.home, 'var/log/fastsocket.jsonl')

async function answers() {
  const socket = await connect(client(), product.url)
  const answer = await socket.timeout(60_000).emitWithAck('echo', 'still there')
  socket.close()
  return answer === 'still there'
}

let sent = 0
async function attackUntil(count) {
  const workers = Array.from({ length: parallel }, async () => {
    while (sent < count) {
      const count = await attack(product.info.port)
      sent += count
    }
  })
  await Promise.all(workers)
}

await until('echo is deployed', answers)
await attackUntil(frames / 5)
const before = product.rss()
await attackUntil(frames)
const after = product.rss()
const alive = await answers()
const lines = readFileSync(log, 'utf8').trim().split('\n').map((line) => JSON.parse(line))
await product.stop()

const loud = lines.filter((line) => ['WARN', 'ERROR', 'FATAL'].includes(line.level))
const unexpected = loud.filter((line) => line.level !== 'WARN' || line.exception || /LEAK/.test(line.message) || line.logger.startsWith('io.netty'))
head()
row('frames and requests that are wrong', '', [sent])
row('resident memory after a fifth of them', 'MB', [before])
row('resident memory after all', 'MB', [after])
row('warnings in the log', '', [loud.length])
row('unexpected lines in the log', '', [unexpected.length])
unexpected.slice(0, 10).forEach((line) => console.log(JSON.stringify(line).slice(0, 500)))
console.log(alive ? 'it still answers' : 'IT ANSWERS NO MORE')
if (!alive || unexpected.length > 0 || after - before > GROWTH_MB) {
  process.exit(1)
}
