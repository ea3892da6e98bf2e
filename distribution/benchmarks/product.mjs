// Starts and stops an assembled product, with the JVM flags it is shipped with, in a new home on free ports.
import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { setTimeout as pause } from 'node:timers/promises'

const here = dirname(fileURLToPath(import.meta.url))
const START_LIMIT_MS = 60_000

/** The options that were given, `--name value`, over defaults; a number stays one. */
export function given(defaults) {
  const words = process.argv.slice(2)
  const result = { ...defaults }
  for (let i = 0; i < words.length; i += 2) {
    const name = words[i].replace(/^--/, '')
    if (!(name in result) || words[i + 1] === undefined) {
      console.error(`${words[i]}: unknown or without a value; there are ${Object.keys(result).map((k) => `--${k}`).join(' ')}`)
      process.exit(2)
    }
    result[name] = typeof defaults[name] === 'number' ? Number(words[i + 1]) : words[i + 1]
  }
  return result
}

/** The same for those that need a product. */
export function options(defaults) {
  const result = given({ product: join(here, '../runtime/target/fastsocket'), ...defaults })
  result.product = resolve(result.product)
  if (!existsSync(join(result.product, 'bin/fastsocket'))) {
    console.error(`${result.product} is no product: build one with mvn verify, or name one with --product`)
    process.exit(2)
  }
  return result
}

/** The JAR of an example, built. */
export function exampleJar(name) {
  const target = join(here, '../../plugins-examples', name, 'target')
  const jar = existsSync(target) && readdirSync(target).find((file) => file.endsWith('SNAPSHOT.jar'))
  if (!jar) {
    console.error(`${target} holds no JAR: build it with mvn verify`)
    process.exit(2)
  }
  return join(target, jar)
}

/** Those that run, which end with the script, however that ends. */
const running = new Set()

process.on('exit', () => running.forEach((product) => product.discard()))
for (const [signal, number] of [['SIGINT', 2], ['SIGTERM', 15], ['SIGHUP', 1]]) {
  process.on(signal, () => process.exit(128 + number))
}

export class Product {
  /** Starts one, with these JARs dropped into it; `javaOptions` are more flags for its JVM, `before` what stands before its command. */
  static async start(folder, plugins = [], javaOptions = '', before = () => []) {
    const home = mkdtempSync(join(tmpdir(), 'fastsocket-benchmark-'))
    const product = new Product(folder, home, javaOptions, before(home))
    await product.#run()
    for (const jar of plugins) {
      product.drop(jar.split('/').at(-1), readFileSync(jar))
    }
    return product
  }

  constructor(folder, home, javaOptions, before = []) {
    this.folder = folder
    this.home = home
    this.javaOptions = javaOptions
    this.before = before
    running.add(this)
  }

  async #run() {
    const began = performance.now()
    const output = []
    this.printed = () => output.join('')
    const environment = Object.fromEntries(Object.entries(process.env).filter(([key]) => !key.startsWith('FASTSOCKET_')))
    const [command, ...words] = [...this.before, join(this.folder, 'bin/fastsocket'), 'run', '--home', this.home, '--port', '0', '--http-port', '0']
    this.process = spawn(
      command,
      words,
      { stdio: ['ignore', 'pipe', 'pipe'], env: { ...environment, FASTSOCKET_JAVA_OPTS: this.javaOptions } },
    )
    this.process.stdout.on('data', (data) => output.push(data))
    this.process.stderr.on('data', (data) => output.push(data))
    this.ended = new Promise((done) => this.process.once('exit', done))
    const file = join(this.home, 'var/run/fastsocket.json')
    await until(
      'the product is ready',
      () => {
        if (this.process.exitCode !== null) {
          throw new Error(`it ended with exit code ${this.process.exitCode}: ${output.join('')}`)
        }
        const info = existsSync(file) && JSON.parse(readFileSync(file, 'utf8'))
        if (!info || info.pid !== this.process.pid || !info.ready) {
          return false
        }
        this.info = info
        return true
      },
      START_LIMIT_MS,
      5,
    )
    this.startMs = performance.now() - began
    this.url = `http://127.0.0.1:${this.info.port}`
  }

  drop(name, bytes) {
    writeFileSync(join(this.home, 'plugins', name), bytes)
  }

  configure(pid, text) {
    writeFileSync(join(this.home, 'etc', `${pid}.cfg`), text)
  }

  remove(name) {
    rmSync(join(this.home, 'plugins', name))
  }

  /** A shell of this product's; what it returns types one command into it, and ends it if given none. */
  shell() {
    const typed = spawn(join(this.folder, 'bin/fastsocket'), ['shell', '--home', this.home], { stdio: ['pipe', 'ignore', 'inherit'] })
    return (command) => (command ? typed.stdin.write(`${command}\n`) : typed.stdin.end())
  }

  /** Resident memory in MB, from /proc; NaN where there is none. */
  rss() {
    const status = `/proc/${this.process.pid}/status`
    return existsSync(status) ? Number(/VmRSS:\s+(\d+)/.exec(readFileSync(status, 'utf8'))[1]) / 1024 : NaN
  }

  /** Stops it and starts it again, in the home that it has. */
  async restart() {
    await this.#end()
    await this.#run()
  }

  /** Ends it as a power cut does, and starts it again, in the home that it has. */
  async crash(meanwhile = () => {}) {
    this.process.kill('SIGKILL')
    await this.ended
    meanwhile()
    await this.#run()
  }

  /** What a command prints with --json. */
  ask(...words) {
    return JSON.parse(execFileSync(join(this.folder, 'bin/fastsocket'), [...words, '--json', '--home', this.home], { encoding: 'utf8' }))
  }

  /** Has its next starts prepared; how many ms that took. */
  async prepare() {
    await this.#end()
    const began = performance.now()
    const env = { ...process.env, FASTSOCKET_JAVA_OPTS: this.javaOptions } // what is prepared is for these flags alone
    execFileSync(join(this.folder, 'bin/fastsocket'), ['prepare', '--home', this.home], { stdio: 'ignore', env })
    const took = performance.now() - began
    await this.#run()
    return took
  }

  async stop() {
    await this.#end()
    this.discard()
  }

  /** Ends it at once if it still runs, and leaves nothing of it. */
  discard() {
    running.delete(this)
    this.process?.kill('SIGKILL')
    rmSync(this.home, { recursive: true, force: true })
  }

  async #end() {
    this.process.kill('SIGTERM')
    const stuck = setTimeout(() => this.process.kill('SIGKILL'), 30_000)
    await this.ended
    clearTimeout(stuck)
  }
}

/** Looks again and again until it is so. */
export async function until(what, condition, limitMs = 10_000, everyMs = 5) {
  const deadline = performance.now() + limitMs
  while (!(await condition())) {
    if (performance.now() > deadline) {
      throw new Error(`not so after ${limitMs} ms: ${what}`)
    }
    await pause(everyMs)
  }
}

/** Opens one socket by WebSocket. */
export async function connect(io, url) {
  const socket = io(url, { transports: ['websocket'], forceNew: true })
  await new Promise((done, failed) => socket.once('connect', done).once('connect_error', failed))
  return socket
}

export function median(figures) {
  const sorted = [...figures].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/** One line of a result: a name, the median, the least and the most of some figures. */
export function row(name, unit, figures) {
  const show = (figure) => figure.toFixed(0).padStart(8)
  console.log(`${name.padEnd(36)}${show(median(figures))}${show(Math.min(...figures))}${show(Math.max(...figures))}  ${unit}`)
}

export function head() {
  console.log(`${''.padEnd(36)}${['median', 'least', 'most'].map((word) => word.padStart(8)).join('')}`)
}
