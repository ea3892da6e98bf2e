// A ledger of elements while the plugin whose stream takes them is swapped.
import { setTimeout as pause } from 'node:timers/promises'
import { client } from '../itests/src/test/node/install.mjs'
import { connect, until } from './product.mjs'
import { RawSocket, frame } from './raw-socket.mjs'

const TICK_MS = 5
const BETWEEN_MS = 200
const LIMIT_MS = 60_000

/** Sends numbered elements all the time, and swaps; what each revision says it had is to be what was sent, once. */
export async function swapsUnderLoad(url, { swaps, rate, sockets: count }, swap) {
  const watcher = await connect(client(), url)
  const parts = []
  let revision = null
  watcher.on('part', (part) => {
    parts.push(part)
    revision = part.revision
  })
  const seen = () => new Set(parts.map((part) => part.revision))
  const sockets = await Promise.all(Array.from({ length: count }, () => RawSocket.open(url)))
  const load = startLoad(sockets, rate)
  await until('the stream takes elements', () => revision !== null, LIMIT_MS)
  const began = performance.now()
  const errors = []
  for (let i = 1; i <= swaps; i++) {
    const known = seen().size
    swap(i)
    await until(`swap ${i}: the new revision has elements`, () => seen().size > known, LIMIT_MS)
    await pause(BETWEEN_MS)
  }
  const everyMs = Math.round((performance.now() - began) / swaps)
  const { sent, perSecond } = await load.stop()
  const total = sent.reduce((sum, each) => sum + each, 0)
  const had = () => parts.reduce((sum, { ranges }) => sum + ranges.reduce((all, { first, last }) => all + last - first + 1, 0), 0)
  const refused = () => sockets.reduce((sum, socket) => sum + socket.refused, 0)
  await until('all elements are in some part', () => had() + refused() >= total, LIMIT_MS, 20).catch((late) => errors.push(late.message))
  // One that was counted twice may come a little later.
  await pause(BETWEEN_MS)
  watcher.close()
  for (const socket of sockets) {
    errors.push(...socket.errors, ...(socket.closed ? ['a connection was closed'] : []))
    socket.close()
  }
  const ledgers = sent.map((each, socket) => ledger(parts, socket, each))
  const faults = [...errors, ...ledgers.flatMap((each) => each.twice)]
  if (ledgers.reduce((sum, each) => sum + each.missing, 0) !== refused()) {
    faults.push(...ledgers.flatMap((each) => each.gaps))
  }
  if (seen().size !== swaps + 1) {
    faults.push(`${seen().size} revisions had elements, not ${swaps + 1}`)
  }
  return { sent: total, once: ledgers.reduce((sum, each) => sum + each.once, 0), refused: refused(), perSecond, everyMs, faults }
}

/** At a steady rate, each socket numbering its own. */
function startLoad(sockets, rate) {
  const sent = sockets.map(() => 0)
  const began = performance.now()
  let all = 0
  const timer = setInterval(() => {
    const due = Math.floor(((performance.now() - began) / 1000) * rate)
    const frames = sockets.map(() => [])
    for (; all < due; all++) {
      const socket = all % sockets.length
      frames[socket].push(frame(`42["tick",{"socket":${socket},"number":${sent[socket]++}}]`))
    }
    frames.forEach((each, i) => each.length > 0 && sockets[i].send(Buffer.concat(each)))
  }, TICK_MS)
  return {
    async stop() {
      clearInterval(timer)
      return { sent, perSecond: Math.round(all / ((performance.now() - began) / 1000)) }
    },
  }
}

/** How many of a socket's elements were had once, and which were missing, or came again. */
function ledger(parts, socket, sent) {
  const ranges = parts.flatMap((part) => part.ranges.filter((range) => range.socket === socket)).sort((a, b) => a.first - b.first)
  const gaps = []
  const twice = []
  let next = 0
  let missing = 0
  let again = 0
  for (const { first, last } of [...ranges, { first: sent, last: sent - 1 }]) {
    if (first > next) {
      gaps.push(`socket ${socket}: ${next} to ${first - 1} are missing`)
      missing += first - next
    } else if (first < next && last >= first) {
      const end = Math.min(next - 1, last)
      twice.push(`socket ${socket}: ${first} to ${end} came twice`)
      again += end - first + 1
    }
    next = Math.max(next, last + 1)
  }
  return { once: sent - missing - again, missing, gaps, twice }
}
