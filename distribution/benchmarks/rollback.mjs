// How fast a bad release is taken back by itself, and whether harmless ones are left alone, under load.
//   node rollback.mjs [--bad fails,slow] [--rounds 5] [--swaps 100] [--rate 500] [--sockets 20] [--product FOLDER]
// Exit code 1 if a bad release was not back within 10 s, or a harmless one was rolled back. Needs Linux, and a JDK.
import { client } from '../itests/src/test/node/install.mjs'
import { madeJar } from './made-plugin.mjs'
import { Product, connect, head, options, row, until } from './product.mjs'

const TICK_MS = 20
const WITHIN_MS = 10_000
const PLUGIN = 'io.fastsocket.benchmarks.release'

/** Name, what is wrong with it, how many ms its calls take at least, how many of a hundred fail. */
const BAD = [
  ['fails', 'one call in ten fails', 2, 11],
  ['slow', 'calls take 20 times as long', 40, 1],
]

/** A release whose calls take so many ms, some more by chance, and some of a hundred of which fail. */
function release(product, number, millis, failing) {
  const source = `package release;

import io.fastsocket.api.EventHandlers;
import io.fastsocket.api.OnEvent;
import java.util.concurrent.ThreadLocalRandom;

public final class Release implements EventHandlers {
    @OnEvent("ask")
    int ask() throws InterruptedException {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        Thread.sleep(${millis} + random.nextInt(${millis}));
        if (random.nextInt(100) < ${failing}) {
            throw new IllegalStateException("out of order");
        }
        return ${number};
    }
}
`
  return madeJar(product, 'release.Release', source, `${number}.0.0`)
}

/** Asks all the time, and knows which release answered last, and when. */
class Load {
  seen = new Map()
  answers = 0
  errors = 0

  static async start(product, sockets, rate) {
    const load = new Load()
    load.sockets = await Promise.all(Array.from({ length: sockets }, () => connect(client(), product.url)))
    const began = performance.now()
    let sent = 0
    load.timer = setInterval(() => {
      for (const due = ((performance.now() - began) / 1000) * rate; sent < due; sent++) {
        load.sockets[sent % sockets].emit('ask', (answer) => load.#take(answer))
      }
    }, TICK_MS)
    return load
  }

  #take(answer) {
    this.answers++
    if (answer?.error) {
      this.errors++
      return
    }
    this.last = answer
    this.seen.set(answer, [this.seen.get(answer)?.[0] ?? performance.now(), performance.now()])
  }

  stop() {
    clearInterval(this.timer)
    this.sockets.forEach((socket) => socket.close())
  }
}

const { product: folder, bad: names, rounds, swaps, rate, sockets } = options({ bad: 'fails,slow', rounds: 5, swaps: 100, rate: 500, sockets: 20 })
const releases = BAD.filter(([name]) => names.split(',').includes(name))
const product = await Product.start(folder)
let number = 0
const drop = (millis, failing) => {
  product.drop('release.jar', release(product, ++number, millis, failing))
  return number
}
/** Versions that were put back so far, by the time of it: the history forgets. */
const putBack = new Set()
const rolledBack = () => {
  const events = product.ask('plugin', 'history', PLUGIN).filter((event) => event.what === 'rolled back')
  events.forEach((event) => putBack.add(event.time))
  return putBack.size
}
try {
  drop(2, 1)
  const load = await Load.start(product, sockets, rate)
  const answers = (release) => until(`release ${release} answers`, () => load.last === release, 30_000)
  await answers(number)
  const times = Object.fromEntries(releases.map(([, what]) => [what, []]))
  for (let round = 0; round < rounds; round++) {
    for (const [, what, millis, failing] of releases) {
      const good = drop(2, 1)
      await answers(good)
      await new Promise((done) => setTimeout(done, 2000))
      const bad = drop(millis, failing)
      await answers(bad)
      const began = performance.now()
      await until('it is back', () => load.last === good && performance.now() - load.seen.get(bad)[1] > 500, 60_000)
      times[what].push(load.seen.get(bad)[1] - load.seen.get(bad)[0])
    }
  }
  const bad = rolledBack()
  for (let swap = 0; swap < swaps; swap++) {
    await answers(drop(2, 1))
    await new Promise((done) => setTimeout(done, 1500))
    rolledBack()
  }
  const harmless = rolledBack() - bad
  load.stop()
  head()
  Object.entries(times).forEach(([what, figures]) => row(`back when ${what}`, 'ms', figures))
  console.log(`${bad} of ${releases.length * rounds} bad releases were rolled back, and ${harmless} of ${swaps} harmless ones; ${load.answers.toLocaleString('en')} calls`)
  const late = Object.values(times).flat().filter((ms) => ms > WITHIN_MS).length
  process.exitCode = late > 0 || bad < releases.length * rounds || harmless > 0 ? 1 : 0
} finally {
  await product.stop()
}
