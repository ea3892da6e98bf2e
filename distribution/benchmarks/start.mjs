// How long a start takes until both ports are open, and how much memory the product then holds.
//   node start.mjs [--runs 11] [--idle 5] [--product FOLDER]
import { setTimeout as pause } from 'node:timers/promises'
import { Product, head, options, row } from './product.mjs'

const { product: folder, runs, idle } = options({ runs: 11, idle: 5 })
const times = []
const memory = []
// The first start in a home has the classes prepared for those after it, in the background; here, before they are measured.
const product = await Product.start(folder)
const first = product.startMs
const prepared = await product.prepare()
for (let run = 0; run < runs; run++) {
  await product.restart()
  times.push(product.startMs)
  if (run < 3) {
    // Idle is what is measured here, so this is no wait for something to happen.
    await pause(idle * 1000)
    memory.push(product.rss())
  }
}
await product.stop()
head()
row('first start in a new home', 'ms', [first])
row('preparing', 'ms', [prepared])
row(`start to both ports open (${runs} runs)`, 'ms', times)
row(`resident memory after ${idle} s idle`, 'MB', memory)
