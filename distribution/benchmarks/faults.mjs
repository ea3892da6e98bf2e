// What a plugin that does wrong costs the clients of another one: their p99 without it, with it, and with it in a second
// server on the same machine, in turns, for each way. What costs as much from there is not for a server to prevent.
//   node faults.mjs [--faults sleep,throw,…] [--rounds 3] [--seconds 6] [--rate 500] [--sockets 20] [--elsewhere no] [--product FOLDER]
// Exit code 1 if a neighbour's event was lost or failed, or a neighbour was disconnected. Needs Linux, and a JDK.
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads'
import { client } from '../itests/src/test/node/install.mjs'
import { startLoad } from '../itests/src/test/node/load.mjs'
import { faultJar } from './fault-plugin.mjs'
import { Product, connect, exampleJar, median, options, until } from './product.mjs'

const CLIENTS = 10
const PERIOD_MS = 50
const PLUGIN = 'io.fastsocket.benchmarks.fault'

/**
 * Name, what is sent with the event number n while it goes on for so many ms, how it is called, and: the event, if that has
 * another name; limits of the plugin's own; how many events of one socket may be unanswered. What is still being worked
 * off when it is calm again would be no calm.
 */
const FAULTS = [
  ['sleep', () => [], 'sleeps for a minute'],
  ['throw', () => [], 'throws'],
  ['flood', () => [], 'emits 10,000 events'],
  ['unlimited', () => [], 'the same, with emitLimit=0', { event: 'flood', limits: 'emitLimit=0' }],
  ['allocate', () => [], 'allocates 1 GB in pieces of 10 kB', { unanswered: 1 }],
  ['wasteful', () => [], 'the same, with allocationLimit=0', { event: 'allocate', limits: 'allocationLimit=0', unanswered: 1 }],
  ['silent', () => [], 'never acks'],
  ['block', () => [], 'waits for a connection that nobody makes'],
  ['deadlock', (n) => [n], 'deadlocks'],
  ['recurse', () => [0], 'recurses without end'],
  ['spin', (n, ms) => [ms], 'spins'],
]

function said(worker) {
  return new Promise((done, failed) => worker.once('message', done).once('error', failed))
}

async function main() {
  const given = options({ faults: FAULTS.map(([name]) => name).join(','), rounds: 3, seconds: 6, rate: 500, sockets: 20, elsewhere: 'yes' })
  const chosen = FAULTS.filter(([name]) => given.faults.split(',').includes(name))
  console.log(`Neighbours: ${given.sockets} sockets, ${given.rate} events/s. Each fault: ${CLIENTS} sockets send it every ${PERIOD_MS} ms.\n`)
  console.log('plugin that                               p99 without      with  elsewhere   times   refused after   its events')
  for (const fault of chosen) {
    await measure(given, fault)
  }
}

async function measure(given, [fault, values, title, { event: name = fault, limits = '', unanswered = Infinity } = {}]) {
  const wrong = (server, answers) => misbehave(given, server, name, values, unanswered, answers)
  const product = await serving(given, name, limits)
  const ledgers = { quiet: [], fault: [], elsewhere: [] }
  let answers = new Answers()
  try {
    const other = given.elsewhere === 'yes' ? await serving(given, name, limits) : null
    try {
      for (let round = 0; round <= given.rounds; round++) {
        ledgers.quiet.push(await under(given, product, () => pause(given.seconds)))
        answers = new Answers()
        ledgers.fault.push(await under(given, product, () => wrong(product, answers)))
        if (other) {
          ledgers.elsewhere.push(await under(given, product, () => wrong(other, new Answers())))
        }
      }
    } finally {
      await other?.stop()
    }
    report(title, given, ledgers, answers, stackOf(product))
  } finally {
    await product.stop()
  }
}

/** A server with the plugin that does wrong and the one of its neighbours. */
async function serving(given, name, limits) {
  const product = await Product.start(given.product, [exampleJar('echo')])
  product.drop('fault.jar', faultJar(product))
  for (const event of ['version', name]) {
    await until(event, async () => product.ask('event', 'list').some((row) => row.event === event))
  }
  if (limits) {
    product.configure('io.fastsocket.registry', `plugins = ${PLUGIN} ${limits}\n`)
    const [key, value] = limits.split('=')
    await until(limits, async () => product.ask('plugin', 'info', PLUGIN)[0].limits[key] === Number(value))
  }
  return product
}

const pause = (seconds) => new Promise((done) => setTimeout(done, seconds * 1000))

/** What became of the neighbours' events meanwhile. */
async function under({ rate, sockets }, product, meanwhile) {
  const worker = new Worker(new URL(import.meta.url), { workerData: { url: product.url, rate, sockets } })
  await said(worker)
  await meanwhile()
  worker.postMessage('stop')
  const ledger = await said(worker)
  await worker.terminate()
  return ledger
}

class Answers {
  codes = new Map()
  firstRefusal = NaN
  #began = performance.now()

  add(answer) {
    const code = answer?.error?.code ?? 'fine'
    this.codes.set(code, (this.codes.get(code) ?? 0) + 1)
    if (code === 5003 && Number.isNaN(this.firstRefusal)) {
      this.firstRefusal = performance.now() - this.#began
    }
  }
}

async function misbehave({ seconds }, product, name, values, unanswered, answers) {
  const sockets = await Promise.all(Array.from({ length: CLIENTS }, () => connect(client(), product.url)))
  const open = sockets.map(() => 0)
  const began = performance.now()
  let sent = 0
  const timer = setInterval(() => {
    const left = Math.max(1, Math.round(seconds * 1000 - (performance.now() - began)))
    sockets.forEach((socket, i) => {
      if (open[i] < unanswered) {
        open[i]++
        socket.emit(name, ...values(sent++, left), (answer) => {
          open[i]--
          answers.add(answer)
        })
      }
    })
  }, PERIOD_MS)
  await pause(seconds)
  clearInterval(timer)
  if (unanswered < Infinity) {
    await until('all are answered', () => open.every((count) => count === 0), 60_000)
  }
  sockets.forEach((socket) => socket.close())
}

/** Whether the log says, with a stack, where the plugin was. */
function stackOf(product) {
  const folder = join(product.home, 'var/log')
  const lines = readdirSync(folder).filter((file) => file.endsWith('.log') || file.endsWith('.jsonl'))
  return lines.some((file) => /computes for long[^\n]*fault\.Fault\.spin/.test(readFileSync(join(folder, file), 'utf8')))
}

function report(title, { rounds }, ledgers, answers, stack) {
  // The first round warms up and does not count.
  const p99 = (kind) => median(ledgers[kind].slice(-rounds).map((ledger) => ledger.p99Ms))
  const refused = Number.isNaN(answers.firstRefusal) ? '–' : `${(answers.firstRefusal / 1000).toFixed(1)} s`
  const codes = [...answers.codes].map(([code, count]) => `${count} × ${code}`).join(', ') || 'none answered'
  const ms = (figure) => (Number.isNaN(figure) ? '–' : `${figure.toFixed(1)} ms`).padStart(9)
  console.log(
    `${title.padEnd(42)}${ms(p99('quiet'))} ${ms(p99('fault'))}  ${ms(p99('elsewhere'))}${(p99('fault') / p99('quiet')).toFixed(2).padStart(7)} ${refused.padStart(14)}   ${codes}` +
      (stack ? '; its stack is in the log' : ''),
  )
  const all = [...ledgers.quiet, ...ledgers.fault, ...ledgers.elsewhere]
  const bad = all.filter((l) => l.lost + l.failed + l.twice + l.reordered + l.disconnects > 0)
  bad.forEach((ledger) => console.log('NOT WELL', JSON.stringify(ledger)))
  if (bad.length > 0) {
    process.exitCode = 1
  }
}

if (isMainThread) {
  await main()
} else {
  const running = await startLoad(workerData)
  parentPort.once('message', async () => parentPort.postMessage(await running.stop()))
  parentPort.postMessage('started')
}
