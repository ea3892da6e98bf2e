// What a swap costs clients: the example echo is overwritten, then its configuration edited, under load.
//   node swap.mjs [--rounds 20] [--rate 1000] [--sockets 20] [--product FOLDER]
// Exit code 1 if an event was lost, failed, handled twice or out of order, or a socket was disconnected.
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads'
import { client } from '../itests/src/test/node/install.mjs'
import { startLoad } from '../itests/src/test/node/load.mjs'
import { Product, connect, exampleJar, head, options, row, until, variant } from './product.mjs'

const PID = 'io.fastsocket.examples.echo'

if (isMainThread) {
  await main()
} else {
  await load()
}

async function main() {
  const { product: folder, rounds, rate, sockets } = options({ rounds: 20, rate: 1000, sockets: 20 })
  const jar = exampleJar('echo')
  const product = await Product.start(folder, [jar])
  const name = jar.split('/').at(-1)
  const watcher = await connect(client(), product.url)
  const instance = async () => (await watcher.timeout(10_000).emitWithAck('version'))?.instance
  await until('echo answers', instance)

  const changes = {
    'JAR overwritten': (round) => product.drop(name, variant(jar, `round ${round}`)),
    'configuration edited': (round) => product.configure(PID, `label=${round}\n`),
  }
  const ledgers = []
  const times = {}
  for (const [change, make] of Object.entries(changes)) {
    const worker = new Worker(new URL(import.meta.url), { workerData: { url: product.url, rate, sockets } })
    await said(worker)
    times[change] = []
    for (let round = 0; round < rounds; round++) {
      const old = await instance()
      const began = performance.now()
      make(round)
      await until('the new one answers', async () => ![undefined, old].includes(await instance()), 10_000, 1)
      times[change].push(performance.now() - began)
    }
    worker.postMessage('stop')
    ledgers.push({ change, ...(await said(worker)) })
    await worker.terminate()
  }
  watcher.close()
  await product.stop()
  report(ledgers, times, rounds)
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
  head()
  for (const [change, figures] of Object.entries(times)) {
    row(`${change}, then new answers (${rounds})`, 'ms', figures)
  }
  const columns = ['sent', 'answered', 'lost', 'failed', 'twice', 'reordered', 'disconnects', 'perSecond', 'medianMs', 'p99Ms', 'maxMs']
  console.table(Object.fromEntries(ledgers.map((ledger) => [ledger.change, Object.fromEntries(columns.map((c) => [c, ledger[c]]))])))
  for (const { change, errors } of ledgers) {
    errors.forEach((error) => console.log(`${change}: ${JSON.stringify(error)}`))
  }
  const bad = ledgers.some((l) => l.lost + l.failed + l.twice + l.reordered + l.disconnects > 0)
  process.exitCode = bad ? 1 : 0
}
