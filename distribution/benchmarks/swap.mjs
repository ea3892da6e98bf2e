// What swaps cost clients: the plugin that answers them is replaced in every way that there is, under load.
//   node swap.mjs [--swaps 140] [--rate 5000] [--sockets 200] [--calm 10] [--product FOLDER]
// Exit code 1 if an event was lost, failed, handled twice or out of order, or a socket was disconnected.
import { readFileSync } from 'node:fs'
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads'
import { setTimeout as pause } from 'node:timers/promises'
import { client } from '../itests/src/test/node/install.mjs'
import { startLoad } from '../itests/src/test/node/load.mjs'
import { renumbered, variant } from './jar.mjs'
import { Product, connect, exampleJar, head, options, row, until } from './product.mjs'

const PID = 'io.fastsocket.examples.echo'
const ONE = 'echo.jar'
const TWO = 'echo-next.jar'

async function main() {
  const { product: folder, swaps, rate, sockets, calm } = options({ swaps: 140, rate: 5000, sockets: 200, calm: 10 })
  const product = await Product.start(folder, [exampleJar('echo')])
  const watcher = await connect(client(), product.url)
  const instance = async () => (await watcher.timeout(10_000).emitWithAck('version'))?.instance
  await until('echo answers', instance)
  const ways = new Ways(product, readFileSync(exampleJar('echo')))
  await swap(ways.overwriteWithNewVersion, instance)
  product.remove(exampleJar('echo').split('/').at(-1))

  const traffic = { url: product.url, rate, sockets }
  const idle = () => pause(calm * 1000)
  await under(traffic, 'warm-up', idle)
  const ledgers = [await under(traffic, 'no swaps', idle)]
  const times = {}
  const rounds = Math.ceil(swaps / ways.all().length)
  for (const [name, way] of ways.all()) {
    times[name] = []
    const load = async () => {
      for (let round = 0; round < rounds; round++) {
        times[name].push(await swap(way, instance))
      }
    }
    ledgers.push(await under(traffic, name, load))
  }
  ways.end()
  watcher.close()
  await product.stop()
  report(ledgers, times, rounds)
}

/** Each makes the plugin that runs another one. */
class Ways {
  #version = 0
  #count = 0

  constructor(product, jar) {
    this.product = product
    this.jar = jar
    this.type = product.shell()
  }

  all() {
    return [
      ['new version', this.overwriteWithNewVersion],
      ['same version, other content', this.overwriteWithSameVersion],
      ['second file, then delete', this.addThenDelete],
      ['delete, then copy', this.deleteThenCopy],
      ['plugin:reload', this.reload],
      ['configuration edited', this.configure],
    ]
  }

  #next() {
    return renumbered(this.jar, `1.${++this.#version}.0`)
  }

  #same() {
    return variant(renumbered(this.jar, `1.${this.#version}.0`), `content ${++this.#count}`)
  }

  overwriteWithNewVersion = () => this.product.drop(ONE, this.#next())

  overwriteWithSameVersion = () => this.product.drop(ONE, this.#same())

  /** The next copy of the first file, which then is alone, takes over when the second one goes. */
  addThenDelete = async (instance) => {
    const old = await instance()
    this.product.drop(TWO, this.#next())
    await changed(instance, old)
    this.product.drop(ONE, this.#same())
    this.product.remove(TWO)
  }

  deleteThenCopy = () => {
    this.product.remove(ONE)
    this.product.drop(ONE, this.#same())
  }

  reload = () => this.type(`plugin reload ${PID}`)

  configure = () => this.product.configure(PID, `label=${++this.#count}\n`)

  end() {
    this.type()
  }
}

async function changed(instance, old) {
  await until('the new one answers', async () => ![undefined, old].includes(await instance()), 20_000, 1)
}

/** How many ms until the new one answers. */
async function swap(way, instance) {
  const old = await instance()
  const began = performance.now()
  await way(instance)
  await changed(instance, old)
  return performance.now() - began
}

/** What became of all events while something happens. */
async function under(load, name, work) {
  const worker = new Worker(new URL(import.meta.url), { workerData: load })
  await said(worker)
  await work()
  worker.postMessage('stop')
  const ledger = { name, ...(await said(worker)) }
  await worker.terminate()
  return ledger
}

/** The load has a thread of its own, so that watching does not slow it. */
async function load() {
  const running = await startLoad(workerData)
  parentPort.once('message', async () => parentPort.postMessage(await running.stop()))
  parentPort.postMessage('started')
}

function said(worker) {
  return new Promise((done, failed) => worker.once('message', done).once('error', failed))
}

function report(ledgers, times, rounds) {
  console.log(`Until the new one answers, ${rounds} times each:`)
  head()
  for (const [way, figures] of Object.entries(times)) {
    row(way, 'ms', figures)
  }
  const columns = ['sent', 'answered', 'lost', 'failed', 'twice', 'reordered', 'disconnects', 'perSecond', 'medianMs', 'p99Ms', 'maxMs']
  console.table(Object.fromEntries(ledgers.map((ledger) => [ledger.name, Object.fromEntries(columns.map((c) => [c, ledger[c]]))])))
  for (const { name, errors } of ledgers) {
    errors.forEach((error) => console.log(`${name}: ${JSON.stringify(error)}`))
  }
  const bad = ledgers.some((l) => l.lost + l.failed + l.twice + l.reordered + l.disconnects > 0)
  process.exitCode = bad ? 1 : 0
}

if (isMainThread) {
  await main()
} else {
  await load()
}
