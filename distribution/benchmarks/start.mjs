// How long a start takes until both ports are open, what the first clients after it wait for, and how much memory the
// product then holds.
//   node start.mjs [--runs 11] [--idle 5] [--product FOLDER]
import { setTimeout as pause } from 'node:timers/promises'
import { client } from '../itests/src/test/node/install.mjs'
import { Product, connect, head, options, row } from './product.mjs'

const { product: folder, runs, idle } = options({ runs: 11, idle: 5 })
const times = []
const memory = []
const waits = { connection: [], event: [], page: [] }
const io = client()
// The first start in a home has the classes prepared for those after it, in the background; here, before they are measured.
const product = await Product.start(folder)
const first = product.startMs
const prepared = await product.prepare()
for (let run = 0; run < runs; run++) {
  await product.restart()
  times.push(product.startMs)
  await waitForFirst()
  if (run < 3) {
    // Idle is what is measured here, so this is no wait for something to happen.
    await pause(idle * 1000)
    memory.push(product.rss())
  }
}
await product.stop()

/** Of a server that has just started; by a client that has connected before, to none or to another server. */
async function waitForFirst() {
  const timed = async (what, doing) => {
    const began = performance.now()
    const result = await doing()
    waits[what].push(performance.now() - began)
    return result
  }
  const socket = await timed('connection', () => connect(io, product.url))
  await timed('event', () => socket.emitWithAck('hello', { name: 'you' }))
  socket.close()
  await timed('page', async () => (await fetch(`http://127.0.0.1:${product.info.httpPort}/`)).text())
}

head()
row('first start in a new home', 'ms', [first])
row('preparing', 'ms', [prepared])
row(`start to both ports open (${runs} runs)`, 'ms', times)
for (const [what, figures] of Object.entries(waits)) {
  row(`first ${what} after it`, 'ms', figures)
}
row(`resident memory after ${idle} s idle`, 'MB', memory)
