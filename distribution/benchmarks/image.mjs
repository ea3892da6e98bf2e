// Builds the image, runs it with next to no rights, and tries what it is for: healthy, a client answered, a JAR copied on the host's
// side deployed, stopped in order with the client told; then the same by compose.yaml. Prints sizes and times; exit code 1 if something
// is not so. It needs Docker, or Podman, and the ports 9092 and 8080 free for compose.
//   node image.mjs [--tool docker] [--compose 'docker compose'] [--build yes] [--image fastsocket] [--runs 3]
import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { client } from '../itests/src/test/node/install.mjs'
import { connect, given, head, row, until } from './product.mjs'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..')
const HOME = '/home/fastsocket'
/** The options that the page on containers has people give. */
const FLAGS = /```sh\ndocker run (--read-only[^`]*?) fastsocket\n```/
  .exec(readFileSync(join(ROOT, 'distribution/docs/docker.md'), 'utf8'))[1]
  .replace(/-p \S+/g, '')
  .split(/[\s\\]+/)
  .filter(Boolean)
const ECHO = 'io.fastsocket.examples.echo.jar'
const MOST_MB = 300
const MOST_STOP_MS = 10_000

const has = (command) => spawnSync(command, ['--version'], { stdio: 'ignore' }).status === 0
const options = given({ tool: has('docker') ? 'docker' : 'podman', compose: '', build: 'yes', image: 'fastsocket', runs: 3 })
const [compose, ...composeWords] = (options.compose || (options.tool === 'docker' ? 'docker compose' : 'podman-compose')).split(' ')
const io = client()
let failed = 0

/** Runs the tool; what it prints. */
const tool = (...words) => execFileSync(options.tool, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim()
const inside = (container, ...words) => tool('exec', container, ...words)

function check(what, holds, is) {
  console.log(`${holds ? 'yes' : 'NO '}  ${what}${is === undefined ? '' : `: ${is}`}`)
  failed += holds ? 0 : 1
}

/** Whether the image's own health check says so. It is asked here, since engines ask only every few seconds. */
function healthy(container) {
  const [kind, ...words] = JSON.parse(tool('image', 'inspect', '--format', '{{json .Config.Healthcheck.Test}}', options.image))
  const test = kind === 'CMD' ? words : ['sh', '-c', ...words]
  return spawnSync(options.tool, ['exec', container, ...test], { stdio: 'ignore' }).status === 0
}

const logs = (container) => spawnSync(options.tool, ['logs', container], { encoding: 'utf8' })

async function awaitHealth(container, began) {
  try {
    await until('the container is healthy', () => healthy(container), 60_000)
  } catch (e) {
    const { stdout, stderr } = logs(container)
    throw new Error(`${e.message}\n${stdout}${stderr}`)
  }
  return performance.now() - began
}

/** Starts a container that may do nothing; its name, and how long it took until it was healthy. */
async function start(number, plugins) {
  const name = `fastsocket-image-${process.pid}-${number}`
  const began = performance.now()
  tool('run', '--detach', '--name', name, ...FLAGS, '--volume', `${plugins}:${HOME}/plugins:ro`,
    '--publish', '127.0.0.1::9092', '--publish', '127.0.0.1::8080', options.image)
  const took = await awaitHealth(name, began).catch((e) => {
    tool('rm', '--force', '--volumes', name)
    throw e
  })
  const url = (port) => `http://127.0.0.1:${tool('port', name, `${port}`).split('\n')[0].split(':').at(-1)}`
  return { name, took, socketIo: url(9092), http: url(8080) }
}

/** Has a JAR copied into a folder of the host, and waits for its first answer; how long that took. */
async function drop(container, plugins, socket) {
  const jar = join(plugins, ECHO)
  tool('cp', `${container}:/opt/fastsocket/examples/${ECHO}`, jar)
  const began = performance.now()
  await until('echo answers', async () => (await socket.timeout(1000).emitWithAck('echo', [1, 2]).catch(() => null))?.length === 2, 30_000, 20)
  return performance.now() - began
}

/** Stops what a client is connected to; how long that took, and what the client was told. */
async function stop(socket, command) {
  const told = new Promise((done) => socket.once('disconnect', done))
  const began = performance.now()
  command()
  const took = performance.now() - began
  return { took, reason: await Promise.race([told, pause(1000, 'nothing')]) }
}

async function run(number, times) {
  const plugins = mkdtempSync(join(tmpdir(), 'fastsocket-image-'))
  chmodSync(plugins, 0o755) // the container's user is somebody else
  const container = await start(number, plugins)
  try {
    times.healthy.push(container.took)
    const socket = await connect(io, container.socketIo)
    times.dropped.push(await drop(container.name, plugins, socket))
    if (number === 0) {
      await looks(container)
    }
    times.memory.push(Number(/VmRSS:\s+(\d+)/.exec(inside(container.name, 'cat', '/proc/1/status'))[1]) / 1024)
    const { took, reason } = await stop(socket, () => tool('stop', container.name))
    times.stopped.push(took)
    const code = tool('inspect', '--format', '{{.State.ExitCode}}', container.name)
    check('it stops in order within 10 s, and says so to clients', took < MOST_STOP_MS && reason === 'io server disconnect' && ['0', '143'].includes(code),
      `${took.toFixed(0)} ms, ${reason}, exit code ${code}`)
  } finally {
    tool('rm', '--force', '--volumes', container.name)
    rmSync(plugins, { recursive: true, force: true })
  }
}

/** What the container is like from inside and outside. */
async function looks(container) {
  const ids = inside(container.name, 'id')
  check('it is not root', !ids.includes('uid=0'), ids)
  check('the JVM is process 1', inside(container.name, 'cat', '/proc/1/comm') === 'java')
  // The JVM would ignore them without a word.
  check('the classes prepared for quick starts are used', /\.aot$/m.test(inside(container.name, 'cat', '/proc/1/maps')))
  const info = JSON.parse(inside(container.name, 'fastsocket', 'server', 'info', '--json'))
  const heap = info.heapLimitBytes / 1048576
  check('the heap follows the container\'s limit', heap > 100 && heap < 140, `${heap.toFixed(0)} MB of 256 MB`)
  const script = await fetch(`${container.socketIo}/socket.io/socket.io.js`)
  check('it serves the browser client', script.ok && (await script.text()).includes('Socket.IO'), `HTTP ${script.status}`)
  const page = await fetch(container.http)
  check('it serves the status page', page.ok, `HTTP ${page.status}`)
  const doctor = spawnSync(options.tool, ['exec', container.name, 'fastsocket', 'server', 'doctor'], { encoding: 'utf8' })
  check('server doctor finds nothing wrong', doctor.status === 0, `\n${doctor.stdout}${doctor.stderr}`.trimEnd())
}

async function tryCompose() {
  const plugins = join(ROOT, 'plugins')
  const there = existsSync(plugins)
  mkdirSync(plugins, { recursive: true })
  const project = ['-p', `fastsocket-image-${process.pid}`]
  const command = (...words) => execFileSync(compose, [...composeWords, ...project, ...words], { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
  try {
    const began = performance.now()
    command('up', '--detach')
    const name = tool('ps', '--format', '{{.Names}}', '--filter', `name=${project[1]}`).split('\n')[0]
    const took = await awaitHealth(name, began)
    const socket = await connect(io, 'http://127.0.0.1:9092')
    const dropped = await drop(name, plugins, socket)
    const stopped = await stop(socket, () => command('stop'))
    check('compose.yaml: healthy, a JAR copied to ./plugins deployed, stopped in order', stopped.took < MOST_STOP_MS && stopped.reason === 'io server disconnect',
      `${took.toFixed(0)} ms, ${dropped.toFixed(0)} ms, ${stopped.took.toFixed(0)} ms`)
  } finally {
    command('down', '--volumes')
    rmSync(there ? join(plugins, ECHO) : plugins, { recursive: true, force: true })
  }
}

if (options.build === 'yes') {
  const began = performance.now()
  execFileSync(options.tool, ['build', '--tag', options.image, ROOT], { stdio: 'inherit' })
  console.log(`built in ${((performance.now() - began) / 1000).toFixed(0)} s`)
}
const mb = Number(tool('image', 'inspect', '--format', '{{.Size}}', options.image)) / 1e6
check(`the image has at most ${MOST_MB} MB`, mb <= MOST_MB, `${mb.toFixed(0)} MB`)
const times = { healthy: [], dropped: [], stopped: [], memory: [] }
for (let number = 0; number < options.runs; number++) {
  await run(number, times)
}
if (has(compose)) {
  await tryCompose()
} else {
  console.log(`left out, since there is no ${compose}: compose.yaml`)
}
head()
row('from the command to healthy', 'ms', times.healthy)
row('JAR copied, then its first answer', 'ms', times.dropped)
row('stopped', 'ms', times.stopped)
row('resident memory', 'MB', times.memory)
process.exit(failed > 0 ? 1 : 0)
