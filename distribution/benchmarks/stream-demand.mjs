// Many sockets that subscribe to one event on different terms: what they get, and what memory that takes.
import { setTimeout as pause } from 'node:timers/promises'
import { until } from './product.mjs'
import { RawSocket, frame } from './raw-socket.mjs'

const LIMIT_MS = 120_000
const AT_ONCE = 50
const PER_SECOND = 10
const TEXT = 'x'.repeat(60)
const SAMPLE_MS = 1000
const FEW = 5

/** On which terms, how a socket behaves, and how many events it may get of how many in so many seconds. */
const KINDS = [
  { name: 'all: not subscribed', right: (got, sent) => got === sent },
  { name: 'latest, asks again at once', terms: { policy: 'latest' }, again: true, right: (got, sent) => got > 0 && got <= sent },
  { name: 'latest, never asks again', terms: { policy: 'latest' }, right: (got) => got === 1 },
  { name: `drop, ${FEW} credits`, terms: { policy: 'drop', credits: FEW }, right: (got) => got === FEW },
  {
    name: 'sample of a second',
    terms: { policy: 'sample', sample: SAMPLE_MS, credits: 10_000 },
    right: (got, sent, seconds) => got > 0 && got <= seconds + 2,
  },
]

/** Has a plugin emit for so many seconds. */
export async function demandUnderLoad(product, { subscribers, seconds }) {
  const sockets = []
  const memory = { empty: product.rss() }
  while (sockets.length < subscribers) {
    const more = Math.min(AT_ONCE, subscribers - sockets.length)
    sockets.push(...(await Promise.all(Array.from({ length: more }, () => RawSocket.open(product.url)))))
  }
  memory.connected = product.rss()
  const kinds = KINDS.map((kind) => ({ ...kind, got: [] }))
  let answered = 0
  sockets.forEach((socket, i) => {
    const kind = kinds[i % kinds.length]
    const place = kind.got.push(0) - 1
    socket.taken = (text) => {
      if (text.startsWith('431')) {
        answered += text.includes('"error"') ? 0 : 1
      } else if (text.startsWith('42["quoted"')) {
        kind.got[place]++
        if (kind.again) {
          socket.send(frame('42["stream:request","quoted",1]'))
        }
      }
    }
    if (kind.terms) {
      socket.send(frame(`421${JSON.stringify(['stream:subscribe', 'quoted', kind.terms])}`))
    }
  })
  const subscribed = sockets.filter((socket, i) => kinds[i % kinds.length].terms).length
  await until(`${subscribed} have subscribed`, () => answered === subscribed, LIMIT_MS)
  memory.subscribed = product.rss()

  const began = performance.now()
  const feed = await RawSocket.open(product.url)
  const all = seconds * PER_SECOND
  const course = []
  for (let number = 1; number <= all; number++) {
    feed.send(frame(`42["quote",{"number":${number},"text":"${TEXT}"}]`))
    await pause(1000 / PER_SECOND)
    if (number % PER_SECOND === 0) {
      course.push(product.rss())
    }
  }
  memory.middle = course[course.length >> 1]
  memory.end = course.at(-1)
  const everything = kinds[0]
  await until('who asks for nothing has all', () => everything.got.every((got) => got >= all), LIMIT_MS).catch(() => {})
  // A load that is too much for this process takes longer than it should.
  const took = (performance.now() - began) / 1000
  const figures = product.ask('stream', 'info', 'Streams.quotes')[0]
  const faults = [feed, ...sockets].flatMap(({ errors, closed }) => [...errors, ...(closed ? ['a connection was closed'] : [])])
  for (const { name, got, right } of kinds) {
    const wrong = got.filter((count) => !right(count, all, took))
    if (wrong.length > 0) {
      faults.push(`${name}: ${wrong.length} of ${got.length} sockets had a wrong number of events, such as ${wrong[0]} of ${all}`)
    }
  }
  for (const socket of [feed, ...sockets]) {
    socket.close()
  }
  return { kinds, sent: all, took, memory, figures, faults }
}
