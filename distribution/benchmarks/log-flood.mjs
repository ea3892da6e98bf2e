// What a plugin that floods the log costs the clients of another one: their p99 with and without it, in turns.
//   node log-flood.mjs [--lines 100000] [--rounds 3] [--seconds 8] [--rate 500] [--sockets 20] [--product FOLDER]
// Exit code 1 if an event was lost or failed, or a socket was disconnected. Needs Linux, and a JDK to run the product.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads'
import { client } from '../itests/src/test/node/install.mjs'
import { startLoad } from '../itests/src/test/node/load.mjs'
import { Product, connect, exampleJar, head, median, options, row, until } from './product.mjs'

const SOURCE = `package flood;

import io.fastsocket.api.EventHandlers;
import io.fastsocket.api.OnEvent;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

public final class Flood implements EventHandlers {
    private static final Logger LOG = LoggerFactory.getLogger(Flood.class);

    /** Logs so many lines a second, and answers how many that were. */
    @OnEvent(value = "flood", ordered = false, timeout = "1m")
    long flood(int perSecond, int seconds) {
        long begin = System.nanoTime();
        long lines = 0;
        while (System.nanoTime() - begin < seconds * 1_000_000_000L) {
            long due = (System.nanoTime() - begin) * perSecond / 1_000_000_000L;
            for (; lines < due; lines++) {
                LOG.info("candle {} of the market: open {}, close {}", lines, lines % 97, lines % 89);
            }
            LockSupport.parkNanos(1_000_000);
        }
        return lines;
    }
}
`
const MANIFEST = `Bundle-ManifestVersion: 2
Bundle-SymbolicName: io.fastsocket.benchmarks.flood
Bundle-Version: 1.0.0
Import-Package: io.fastsocket.api;version="[1,2)",org.slf4j;version="[2,3)"
Service-Component: OSGI-INF/flood.xml
`
const COMPONENT = `<component xmlns="http://www.osgi.org/xmlns/scr/v1.3.0" name="flood.Flood">
  <implementation class="flood.Flood"/>
  <service><provide interface="io.fastsocket.api.EventHandlers"/></service>
</component>
`

if (isMainThread) {
  await main()
} else {
  const running = await startLoad(workerData)
  parentPort.once('message', async () => parentPort.postMessage(await running.stop()))
  parentPort.postMessage('started')
}

/** A plugin of the source above, made with the JDK that runs the product. */
function floodJar(product) {
  const tools = dirname(realpathSync(`/proc/${product.info.pid}/exe`))
  if (!existsSync(join(tools, 'javac'))) {
    throw new Error(`${tools} has no javac: set JAVA_HOME to a JDK`)
  }
  const folder = mkdtempSync(join(tmpdir(), 'fastsocket-flood-'))
  const write = (name, text) => {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
    return join(folder, name)
  }
  const libraries = readdirSync(join(product.folder, 'repo'), { recursive: true })
    .filter((name) => /(io\.fastsocket\.api|pax-logging-api)-[^/]*\.jar$/.test(name))
    .map((name) => join(product.folder, 'repo', name))
  const classes = join(folder, 'classes')
  execFileSync(join(tools, 'javac'), ['-proc:none', '-cp', libraries.join(':'), '-d', classes, write('Flood.java', SOURCE)])
  write('classes/OSGI-INF/flood.xml', COMPONENT)
  const jar = join(folder, 'flood.jar')
  execFileSync(join(tools, 'jar'), ['--create', '--file', jar, '--manifest', write('manifest', MANIFEST), '-C', classes, '.'])
  const bytes = readFileSync(jar)
  rmSync(folder, { recursive: true })
  return bytes
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
