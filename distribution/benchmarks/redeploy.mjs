// Whether redeploys leave anything behind: the example echo is replaced by a new version again and again, under load, and
// what is in use after a garbage collection is looked at in between.
//   node redeploy.mjs [--redeploys 500] [--every 25] [--rate 500] [--sockets 20] [--allowed 5] [--product FOLDER] [--docs FOLDER]
// With --docs the course is drawn there, as redeploy.svg. Needs the jcmd of the Java that the product runs on.
// Exit code 1 unless metaspace and heap stay flat, every old revision's classes are collected, and no event is lost.
// Flat: the median of the last fifth is at most --allowed percent over that of the second fifth; in the first one the JVM warms up.
import { execFileSync } from 'node:child_process'
import { readFileSync, readlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { client } from '../itests/src/test/node/install.mjs'
import { startLoad } from '../itests/src/test/node/load.mjs'
import { renumbered } from './jar.mjs'
import { Product, connect, exampleJar, median, options, until } from './product.mjs'
import { drawing } from './redeploy-plot.mjs'

const NAME = 'echo.jar'
const PLUGIN = 'io.fastsocket.examples.echo'

/** Each fourth full collection of the serial collector leaves no gaps. */
const FULL = 4
const COLLECTED_MS = 5_000

const { product: folder, redeploys, every, rate, sockets, allowed, docs } = options({
  redeploys: 500,
  every: 25,
  rate: 500,
  sockets: 20,
  allowed: 5,
  docs: '',
})
const jar = readFileSync(exampleJar('echo'))
const product = await Product.start(folder)
product.drop(NAME, renumbered(jar, '1.0.0'))
const watcher = await connect(client(), product.url)
const instance = async () => (await watcher.timeout(60_000).emitWithAck('version'))?.instance
await until('echo answers', instance)
const load = await startLoad({ url: product.url, sockets, rate })
const course = [await look(0)]
for (let i = 1; i <= redeploys; i++) {
  const old = await instance()
  product.drop(NAME, renumbered(jar, `1.${i}.0`))
  await until('the new one answers', async () => ![undefined, old].includes(await instance()), 20_000, 2)
  if (i % every === 0 || i === redeploys) {
    course.push(await look(i))
  }
}
const ledger = await load.stop()
watcher.close()
await product.stop()
report()

/** What is in use once the garbage collector has looked, in MB, and how many old revisions are still there. */
async function look(count) {
  const text = jcmd([...Array(FULL).fill('GC.run'), 'GC.heap_info', 'VM.metaspace'])
  const used = (pattern) => [...text.matchAll(pattern)].reduce((sum, match) => sum + Number(match[1]), 0) / 1024
  let left
  await until('old revisions are collected', () => (left = uncollected()) === 0, COLLECTED_MS, 100).catch(() => {})
  return { count, metaspace: used(/Metaspace\s+used (\d+)K/g), heap: used(/total \d+K, used (\d+)K/g), left }
}

/** Runs these in the product's JVM, one after the other. */
function jcmd(commands) {
  const java = readlinkSync(`/proc/${product.process.pid}/exe`)
  const script = join(product.home, 'jcmd.txt')
  writeFileSync(script, `${commands.join('\n')}\n`)
  return execFileSync(join(dirname(java), 'jcmd'), [String(product.process.pid), '-f', script], { encoding: 'utf8' })
}

function uncollected() {
  const gone = product.ask('plugin', 'info', PLUGIN)[0].outOfService
  return gone.filter((revision) => revision.collectedAfterMillis === null).length
}

function report() {
  console.log(`${'redeploys'.padStart(10)}${'metaspace'.padStart(12)}${'heap'.padStart(12)}${'not collected'.padStart(16)}`)
  for (const { count, metaspace, heap, left } of course) {
    console.log(`${String(count).padStart(10)}${mb(metaspace)}${mb(heap)}${String(left).padStart(16)}`)
  }
  const faults = []
  for (const what of ['metaspace', 'heap']) {
    const fifth = (n) => median(course.slice(Math.floor((course.length * n) / 5), Math.ceil((course.length * (n + 1)) / 5)).map((at) => at[what]))
    const growth = fifth(4) / fifth(1)
    console.log(`${what}: ${fifth(1).toFixed(1)} MB in the second fifth, ${fifth(4).toFixed(1)} MB in the last: ${((growth - 1) * 100).toFixed(1)} %`)
    if (growth > 1 + allowed / 100) {
      faults.push(`${what} grows`)
    }
  }
  if (course.at(-1).left > 0) {
    faults.push(`${course.at(-1).left} old revisions are not collected`)
  }
  for (const trouble of ['lost', 'failed', 'twice', 'reordered', 'disconnects']) {
    if (ledger[trouble] > 0) {
      faults.push(`${trouble}: ${ledger[trouble]}`)
    }
  }
  console.log(`${redeploys} redeploys, ${ledger.sent} events, ${ledger.answered} answered, ${faults.length} faults`)
  faults.forEach((fault) => console.log(fault))
  process.exitCode = faults.length > 0 ? 1 : 0
  if (docs) {
    writeFileSync(join(docs, 'redeploy.svg'), drawing(course))
  }
}

function mb(figure) {
  return `${figure.toFixed(1)} MB`.padStart(12)
}
