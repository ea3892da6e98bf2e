// What a plugin that floods the log costs the clients of another one: their p99 with and without it, in turns.
//   node log-flood.mjs [--lines 100000] [--rounds 3] [--seconds 8] [--rate 500] [--sockets 20] [--product FOLDER]
// Exit code 1 if an event was lost or failed, or a socket was disconnected. Needs Linux, and a JDK to run the product.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads'
import { client } from '../itests/src/test/node/install.mjs'
import { startLoad } from '../itests/src/test/node/load.mjs'
import { floodJar } from './flood-plugin.mjs'
import { Product, connect, exampleJar, head, median, options, row, until } from './product.mjs'

if (isMainThread) {
  await main()
} else {
  const running = await startLoad(workerData)
  parentPort.once('message', async () => parentPort.postMessage(await running.stop()))
  parentPort.postMessage('started')
}

function said(worker) {
  return new Promise((done, failed) => worker.once('message', done).once('error', failed))
}

async function main() {
  const { product: folder, lines, rounds, seconds, rate, sockets } = options({ lines: 100_000, rounds: 3, seconds: 8, rate: 500, sockets: 20 })
  const product = await Product.start(folder, [exampleJar('echo')])
  try {
    product.drop('flood.jar', floodJar(product))
    const socket = await connect(client(), product.url)
    const ready = (event, ...given) => until(event, async () => (await socket.timeout(5000).emitWithAck(event, ...given))?.error === undefined)
    await ready('version')
    await ready('flood', 1, 1)
    const ledgers = { quiet: [], flood: [] }
    let logged = 0
    // The first round warms up and does not count.
    for (let round = 0; round <= rounds; round++) {
      for (const kind of ['quiet', 'flood']) {
        const worker = new Worker(new URL(import.meta.url), { workerData: { url: product.url, rate, sockets } })
        await said(worker)
        const perSecond = kind === 'flood' ? lines : 0
        const count = await socket.timeout(60_000).emitWithAck('flood', perSecond, seconds)
        worker.postMessage('stop')
        const ledger = await said(worker)
        await worker.terminate()
        logged += count
        if (round > 0) {
          ledgers[kind].push({ ...ledger, logged: count / seconds })
        }
      }
    }
    socket.close()
    report(ledgers, logged, lost(product))
  } finally {
    await product.stop()
  }
}

function lost(product) {
  const words = ['log', 'stats', '--json', '--home', product.home]
  return JSON.parse(spawnSync(join(product.folder, 'bin/fastsocket'), words, { encoding: 'utf8' }).stdout).dropped
}

function report(ledgers, logged, dropped) {
  head()
  for (const kind of ['quiet', 'flood']) {
    row(`lines logged, ${kind}`, '/s', ledgers[kind].map((ledger) => ledger.logged))
    for (const share of ['median', 'p99']) {
      row(`${share} of answers, ${kind}`, '\u00b5s', ledgers[kind].map((ledger) => ledger[`${share}Ms`] * 1000))
    }
  }
  const p99 = (kind) => median(ledgers[kind].map((ledger) => ledger.p99Ms))
  console.log(`p99 with the flood is ${(p99('flood') / p99('quiet')).toFixed(2)} times that without`)
  console.log(`${logged.toLocaleString('en')} lines were logged, ${dropped.toLocaleString('en')} of them left out and counted`)
  const bad = [...ledgers.quiet, ...ledgers.flood].filter((l) => l.lost + l.failed + l.twice + l.reordered + l.disconnects > 0)
  bad.forEach((ledger) => console.log('NOT WELL', JSON.stringify(ledger)))
  process.exitCode = bad.length > 0 ? 1 : 0
}
