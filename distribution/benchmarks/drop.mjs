// How long it takes from a new JAR's copy to the first event handled by it.
//   node drop.mjs [--runs 21] [--product FOLDER]
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { client } from '../itests/src/test/node/install.mjs'
import { readFileSync } from 'node:fs'
import { variant } from './jar.mjs'
import { Product, connect, exampleJar, head, options, row, until } from './product.mjs'

const { product: folder, runs } = options({ runs: 21 })
const jar = exampleJar('echo')
const product = await Product.start(folder)
const socket = await connect(client(), product.url)
const handled = async () => (await socket.timeout(10_000).emitWithAck('version'))?.instance !== undefined
const times = []
for (let run = 0; run < runs; run++) {
  const bytes = variant(readFileSync(jar), `run ${run}`)
  const began = performance.now()
  product.drop('echo.jar', bytes)
  await until('echo answers', handled, 10_000, 1)
  times.push(performance.now() - began)
  rmSync(join(product.home, 'plugins/echo.jar'))
  await until('echo is gone', async () => !(await handled()))
}
socket.close()
await product.stop()
head()
row(`JAR copied to first event (${runs} runs)`, 'ms', times)
