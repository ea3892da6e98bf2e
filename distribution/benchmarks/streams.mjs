// How many elements a second go through filter, window and map, in process and from bytes on the socket, beside socket.io
// with RxJS; and whether each element goes to exactly one revision while the plugin is swapped again and again.
//   node streams.mjs [--elements 1000000] [--rounds 3] [--warm 2] [--swaps 50] [--rate 20000] [--sockets 10]
//                    [--subscribers 10000] [--seconds 20] [--server-core 0] [--load-core 1] [--product FOLDER]
// And what so many sockets get that subscribe to an event on different terms, and what memory that takes.
// Needs Linux for processor times, more open files (ulimit -n) than there are subscribers, and taskset to have the servers on
// one core, or --server-core ''.
// Exit code 1 if an element was lost or counted twice. One that was refused is told.
import { execFileSync, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { client } from '../itests/src/test/node/install.mjs'
import { variant } from './jar.mjs'
import { Product, connect, head, median, options, row, until } from './product.mjs'
import { RawSocket, frame } from './raw-socket.mjs'
import { demandUnderLoad } from './stream-demand.mjs'
import { streamJar } from './stream-plugin.mjs'
import { swapsUnderLoad } from './stream-swaps.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const LIMIT_MS = 120_000
const NAME = 'streams.jar'

/** Frames in one piece; half of them pass the filter. */
const PIECE = 500

/** Of /proc's figures; it is a hundred on every Linux that Node runs on. */
const TICKS_PER_SECOND = 100

const given = options({
  elements: 1_000_000,
  rounds: 3,
  warm: 2,
  swaps: 50,
  rate: 20_000,
  sockets: 10,
  subscribers: 10_000,
  seconds: 20,
  'server-core': '0',
  'load-core': '1',
})
const pinned = given['server-core'] === '' ? [] : ['taskset', '-c', given['server-core']]
if (pinned.length > 0) {
  execFileSync('taskset', ['-a', '-c', '-p', given['load-core'], String(process.pid)], { stdio: 'ignore' })
}

const product = await Product.start(given.product, [], '', () => pinned)
const jar = streamJar(product)
product.drop(NAME, jar)
const node = await startNode()
const servers = [
  { name: 'FastSocket', url: product.url, pid: product.process.pid },
  { name: 'socket.io, RxJS', url: node.url, pid: node.process.pid },
]
const faults = []
for (const server of servers) {
  server.inside = []
  server.perSecond = []
  server.perCpuSecond = []
  server.watcher = await connect(client(), server.url)
  server.sums = { trades: 0, size: 0 }
  server.watcher.on('sum', ({ trades, size }) => {
    server.sums.trades += trades
    server.sums.size += size
  })
  await until(`${server.name} has its streams`, () => ready(server), LIMIT_MS, 200)
}
for (let round = -given.warm; round < given.rounds; round++) {
  // They take turns, so that what else the machine does meets both.
  for (const server of servers) {
    await inside(server, round >= 0)
    await fromBytes(server, round >= 0)
  }
}
node.process.stdin.end()
servers.forEach(({ watcher }) => watcher.close())
report()
if (given.swaps > 0) {
  const swapped = await swapsUnderLoad(product.url, given, (count) => product.drop(NAME, variant(jar, `swap ${count}`)))
  faults.push(...swapped.faults)
  console.log(`\n${given.swaps} swaps at ${swapped.perSecond} elements a second (${given.rate} wanted), one each ${swapped.everyMs} ms`)
  console.log(`${given.swaps} swaps, ${swapped.sent} elements, ${swapped.once} in exactly one revision, ${swapped.refused} refused, ${swapped.faults.length} faults`)
}
if (given.subscribers > 0) {
  reportDemand(await demandUnderLoad(product, given))
}
await product.stop()
faults.forEach((fault) => console.log(fault))
process.exitCode = faults.length > 0 ? 1 : 0

async function startNode() {
  const [command, ...words] = [...pinned, 'node', join(here, 'src/main/node/streams.mjs')]
  const started = spawn(command, words, { stdio: ['pipe', 'pipe', 'inherit'] })
  const line = await new Promise((done, failed) => {
    started.stdout.once('data', (data) => done(String(data)))
    started.once('exit', (code) => failed(new Error(`the reference server ended with exit code ${code}`)))
  })
  started.removeAllListeners('exit')
  return { process: started, url: `http://127.0.0.1:${/^port (\d+)/.exec(line)[1]}` }
}

/** Asks until there is an answer that is no error. */
async function ready({ watcher }) {
  const answer = await watcher
    .timeout(1000)
    .emitWithAck('trade', { symbol: 'OAK', price: 1, size: 1 })
    .catch((late) => ({ error: late }))
  return !answer?.error
}

/** Elements that are there already. */
async function inside(server, counts) {
  const { trades, nanos } = await new Promise((done) => {
    server.watcher.once('ran', done)
    server.watcher.emit('run', { elements: given.elements })
  })
  // Of the 1024 that are repeated, those at odd places pass.
  if (trades !== Math.floor(given.elements / 2)) {
    faults.push(`${server.name}, in process: ${trades} of ${given.elements / 2} trades`)
  }
  if (counts) {
    server.inside.push(given.elements / (nanos / 1e9))
  }
}

/** As many as fit through a few connections, until all that pass the filter are in some sum. */
async function fromBytes(server, counts) {
  const sockets = await Promise.all(Array.from({ length: given.sockets }, () => RawSocket.open(server.url)))
  const rounds = Math.max(1, Math.round(given.elements / PIECE / given.sockets))
  const pieces = sockets.map((_, i) => piece(i))
  server.sums = { trades: 0, size: 0 }
  const all = rounds * PIECE * given.sockets
  const size = rounds * pieces.reduce((sum, made) => sum + made.size, 0)
  const cpu = cpuSeconds(server.pid)
  const began = performance.now()
  await Promise.all(
    sockets.map(async (socket, i) => {
      for (let round = 0; round < rounds; round++) {
        await socket.send(pieces[i].bytes)
      }
    }),
  )
  const refused = () => sockets.reduce((sum, socket) => sum + socket.refused, 0)
  await until(`${server.name} has summed up all trades`, () => server.sums.trades >= all / 2 - refused(), LIMIT_MS, 5).catch(() => {})
  const seconds = (performance.now() - began) / 1000
  const used = cpuSeconds(server.pid) - cpu
  const { sums } = server
  if (refused() > 0) {
    console.log(`${server.name} refused ${refused()} of ${all} events for now: the machine is too busy for figures`)
  }
  if (sums.trades > all / 2 || sums.trades < all / 2 - refused() || (refused() === 0 && sums.size !== size)) {
    faults.push(`${server.name}: ${sums.trades} trades of size ${sums.size}, where ${all / 2} of ${size} were sent`)
  }
  for (const socket of sockets) {
    faults.push(...socket.errors.map((error) => `${server.name}: ${error}`), ...(socket.closed ? [`${server.name} closed a connection`] : []))
    socket.close()
  }
  if (counts) {
    server.perSecond.push(all / seconds)
    server.perCpuSecond.push(all / used)
  }
}

/** Frames of a socket, and the size of what passes the filter. */
function piece(number) {
  const trades = Array.from({ length: PIECE }, (_, i) => ({ symbol: 'OAK', price: 99.25 + (i % 2), size: ((number * PIECE + i) % 1000) + 1 }))
  const passing = trades.filter(({ price }) => price >= 100)
  return {
    bytes: Buffer.concat(trades.map((trade) => frame(`42${JSON.stringify(['trade', trade])}`))),
    size: passing.reduce((sum, trade) => sum + trade.size, 0),
  }
}

/** In user mode and in the kernel, of the whole process. */
function cpuSeconds(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ')
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND
}

function report() {
  console.log(`Thousand elements a second through filter, window and map${pinned.length > 0 ? ', each server on one core' : ''}:`)
  head()
  for (const [what, figures] of [
    ['in process', 'inside'],
    ['from the socket', 'perSecond'],
    ['per CPU-second', 'perCpuSecond'],
  ]) {
    servers.forEach((server) => row(`${what}, ${server.name}`, 'thousand/s', server[figures].map((figure) => figure / 1000)))
  }
  const [ours, theirs] = servers
  const ratio = (figures) => median(ours[figures].map((figure, i) => figure / theirs[figures][i])).toFixed(2)
  console.log(`FastSocket does ${ratio('inside')} times as much in process, ${ratio('perCpuSecond')} times from the socket per CPU-second of the server`)
}

function reportDemand({ kinds, sent, took, memory, figures, faults: wrong }) {
  console.log(`\n${given.subscribers} sockets, ${sent} events in ${took.toFixed(0)} s, ${wrong.length} faults; how many each socket had:`)
  head()
  kinds.forEach(({ name, got }) => row(`${name} (${got.length})`, 'events', got))
  const mb = Object.entries(memory).map(([when, figure]) => `${when} ${figure.toFixed(0)}`)
  console.log(`Resident memory of the server in MB: ${mb.join(', ')}`)
  const { subscribers, demand, subscribersWaiting, sentToSubscribers, droppedForSubscribers } = figures
  console.log(`${subscribers} had subscribed: credits for ${demand}, ${subscribersWaiting} wait for credits, ${sentToSubscribers} events sent, ${droppedForSubscribers} left out`)
  faults.push(...wrong)
}
