// How long searches through the log take, as people type them: with the start of the command line, on a running server.
//   node log-search.mjs [--mb 1000] [--runs 3] [--product FOLDER]
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { Product, head, options, row } from './product.mjs'

const FILE_BYTES = 50_000_000 // as etc/log4j2.properties has it
const { product: folder, mb, runs } = options({ mb: 1000, runs: 3 })

let state = 1
/** Numbers by chance that are the same each time. */
function random(below) {
  state = (state * 48271) % 0x7fffffff
  return state % below
}
const pick = (list) => list[random(list.length)]
const id = () => Math.abs(random(0x7fffffff)).toString(36).padStart(8, '0')

const plugins = ['org.example.chat', 'org.example.orders', 'org.example.market', 'org.example.presence']
const infos = [
  () => `order ${id()} of customer ${random(90000)} accepted: ${random(20) + 1} items, ${random(99999) / 100} EUR`,
  () => `${id()} joined room lobby-${random(400)}, ${random(300)} there now`,
  () => `candle ${pick(['BTC', 'ETH', 'SOL'])}-EUR open ${random(90000)} high ${random(90000)} low ${random(90000)} close ${random(90000)}`,
  () => `message ${id()} delivered to ${random(300)} members in ${random(4000)} \u00b5s`,
]

/** One line, and at times one with a stack trace, as in a server that is used. */
function line(time) {
  const plugin = pick(plugins)
  const kind = random(1000)
  const level = kind < 3 ? 'ERROR' : kind < 12 ? 'WARN' : kind < 150 ? 'DEBUG' : 'INFO'
  const fields = {
    timestamp: new Date(time).toISOString(), level, logger: `${plugin}.${pick(['Handlers', 'Store', 'Rooms'])}`, bundle: plugin,
    plugin, thread: 'fastsocket-handlers', namespace: '/', socket: id() + id(), event: pick(['message', 'join', 'order', 'tick']),
  }
  if (level === 'ERROR') {
    const frames = Array.from({ length: 30 }, (_, i) => `\tat ${plugin}.Store.step${i}(Store.java:${100 + i})`)
    fields.message = `Store.save failed, reference ${id()}`
    fields.thrown = `java.io.IOException: connection reset by store-${random(9)}\n${frames.join('\n')}\n`
  } else {
    fields.message = level === 'WARN' ? `store-${random(9)} took ${random(9000)} ms` : pick(infos)()
  }
  return `${JSON.stringify(fields)}\n`
}

/** A file's worth of lines, the last of which is of a time; about 400 a second. */
function file(end, bytes) {
  const lines = []
  let size = 0
  for (let time = end; size < bytes; time -= 1 + random(4)) {
    lines.push(line(time))
    size += lines.at(-1).length
  }
  return { text: lines.reverse().join(''), began: end - lines.length * 2.5, lines: lines.length }
}

/** Processor time that the server has had, in ms, from /proc, where it is counted in hundredths of a second. */
function processorMs(product) {
  const fields = readFileSync(`/proc/${product.process.pid}/stat`, 'utf8').split(') ')[1].split(' ')
  return (Number(fields[11]) + Number(fields[12])) * 10
}

function search(product, words) {
  const before = processorMs(product)
  const began = performance.now()
  const result = spawnSync(join(folder, 'bin/fastsocket'), ['log', ...words, '--home', product.home], { encoding: 'utf8', maxBuffer: 1 << 30 })
  if (result.status !== 0) {
    throw new Error(result.stderr)
  }
  return { ms: performance.now() - began, processor: processorMs(product) - before, lines: result.stdout.split('\n').length - 1 }
}

const product = await Product.start(folder)
try {
  const log = join(product.home, 'var/log')
  mkdirSync(log, { recursive: true })
  const marked = 'onlyonce12345678'
  let end = Date.now() - 60_000
  let total = 0
  let packed = 0
  let count = 0
  for (let number = Math.floor((mb * 1e6) / FILE_BYTES); number > 0; number--) {
    const { text, began, lines } = file(end, FILE_BYTES)
    // The oldest line of all is the one that a search for one socket has to find.
    const oldest = number === 1 ? text.replace(/"socket":"[^"]+"/, `"socket":"${marked}"`) : text
    const bytes = gzipSync(Buffer.from(oldest), { level: 1 })
    writeFileSync(join(log, `fastsocket-2026-01-01-${number}.jsonl.gz`), bytes)
    packed += bytes.length
    total += Buffer.byteLength(oldest)
    count += lines
    end = began
  }
  console.log(`${(total / 1e6).toFixed(0)} MB in ${count.toLocaleString('en')} lines, compressed ${(packed / 1e6).toFixed(0)} MB`)
  head()
  const searches = {
    'the newest 50 lines': ['view'],
    'the newest 50 errors': ['view', '--level', 'error'],
    'one socket, in the oldest line': ['view', '--socket', marked],
    'a text that is nowhere': ['view', '--grep', 'no such text'],
    '/took 89[0-9]{2} ms/': ['view', '--lines', '100000', '--grep', '/took 89[0-9]{2} ms/'],
    'a plugin, level warn, a text': ['view', '--lines', '100000', '--plugin', 'chat', '--level', 'warn', '--grep', 'store-7'],
    '/(alpha|beta) gone/': ['view', '--grep', '/(alpha|beta) gone/'],
    '/(alpha|beta)/, each line looked into': ['view', '--grep', '/(alpha|beta)/'],
    'stats of all errors and warnings': ['stats', '--level', 'warn'],
  }
  for (const [name, words] of Object.entries(searches)) {
    const results = Array.from({ length: runs }, () => search(product, words))
    row(`${name}: ${results[0].lines}`, 'ms', results.map((result) => result.ms))
    row('  the server\'s processor time for it', 'ms', results.map((result) => result.processor))
  }
} finally {
  await product.stop()
}
