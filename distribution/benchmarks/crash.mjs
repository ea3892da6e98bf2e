// What a crash in the middle of a deploy leaves behind: a new version is copied, the server is ended by kill -9 at a
// random moment of its deploy, and started again.
//   node crash.mjs [--kills 50] [--seed 1] [--product FOLDER]
// Exit code 1 if a start finds none, both, or the wrong one of the versions in service, or leaves anything to be cleaned up.
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { client } from '../itests/src/test/node/install.mjs'
import { renumbered } from './jar.mjs'
import { Product, connect, exampleJar, head, options, row, until } from './product.mjs'

const NAME = 'echo.jar'
const PLUGIN = 'io.fastsocket.examples.echo'

/** A deploy takes some 150 ms: about half of the moments are within it. */
const LATEST_MS = 300

const { product: folder, kills, seed } = options({ kills: 50, seed: 1 })
const jar = readFileSync(exampleJar('echo'))
const moment = moments(seed)
const product = await Product.start(folder)
product.drop(NAME, renumbered(jar, '1.0.0'))
await serves('1.0.0')
const starts = []
const faults = []
for (let kill = 1; kill <= kills; kill++) {
  const version = `1.${kill}.0`
  const bytes = renumbered(jar, version)
  const half = kill % 3 === 0
  // Who copies goes on while the server is down.
  product.drop(NAME, half ? bytes.subarray(0, bytes.length >> 1) : bytes)
  await pause(moment())
  await product.crash(() => half && product.drop(NAME, bytes))
  starts.push(product.startMs)
  await serves(version).catch((error) => faults.push(`kill ${kill}: ${error.message}`))
  faults.push(...leftovers().map((what) => `kill ${kill}: ${what}`))
}
await product.stop()
head()
row('start after a kill', 'ms', starts)
console.log(`${kills} kills, ${faults.length} faults`)
faults.forEach((fault) => console.log(fault))
process.exitCode = faults.length > 0 ? 1 : 0

/** Waits until that version answers, and it alone. */
async function serves(version) {
  let plugins
  await until(`${version} is in service`, () => {
    plugins = product.ask('plugin', 'list').filter((plugin) => plugin.name === PLUGIN)
    return plugins.some((plugin) => plugin.version === version && plugin.state === 'active')
  })
  if (plugins.length !== 1) {
    throw new Error(`more than one: ${JSON.stringify(plugins)}`)
  }
  const socket = await connect(client(), product.url)
  const answer = await socket.timeout(5000).emitWithAck('echo', version)
  socket.close()
  if (answer !== version) {
    throw new Error(`it answers ${JSON.stringify(answer)}`)
  }
}

/** What nobody but a person would take away. */
function leftovers() {
  const files = readdirSync(join(product.home, 'plugins')).filter((file) => file.endsWith('.rejected.txt'))
  const temporary = readdirSync(join(product.home, 'var/revisions')).filter((file) => !/^([0-9a-f]{64}\.jar|[a-z.-]+)$/.test(file))
  return [...files, ...temporary]
}

/** Random numbers that are the same for the same seed (Park and Miller's). */
function moments(start) {
  let state = start
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return (state / 2_147_483_647) * LATEST_MS
  }
}
