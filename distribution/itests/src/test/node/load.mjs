// A steady load on the example echo, and a ledger of what became of each event.
import { client } from './install.mjs'

const TICK_MS = 10
const SETTLE_MS = 60_000

/**
 * Starts the load. Every socket numbers its events; even ones are `echo`, odd ones `bcast` to a room that the socket is
 * alone in. So each event is to be acknowledged once, in order, and each odd one brings `news` once, in order: an event
 * that the server handled twice shows even though a client takes only one acknowledgement.
 */
export async function startLoad({ url, sockets = 20, rate = 1000, transports = ['websocket'] }) {
  const io = client()
  const members = await Promise.all(
    Array.from({ length: sockets }, (_, n) => Member.join(io, url, transports, `load-${process.pid}-${n}`)),
  )
  const began = performance.now()
  let sent = 0
  const timer = setInterval(() => {
    const due = Math.floor(((performance.now() - began) / 1000) * rate)
    for (; sent < due; sent++) {
      members[sent % sockets].send()
    }
  }, TICK_MS)
  return {
    async stop() {
      clearInterval(timer)
      const seconds = (performance.now() - began) / 1000
      await settled(members)
      return ledger(members, seconds)
    },
  }
}

class Member {
  sent = 0
  answered = 0
  failed = 0
  news = 0
  twice = 0
  reordered = 0
  disconnects = 0
  errors = []
  times = []
  #lastAnswer = -1
  #lastNews = -1
  #newsSeen = new Set()

  constructor(socket, room) {
    this.socket = socket
    this.room = room
    socket.on('disconnect', () => this.disconnects++)
    socket.on('news', ({ seq }) => this.#takeNews(seq))
  }

  static async join(io, url, transports, room) {
    const socket = io(url, { transports, forceNew: true, reconnectionDelay: 100 })
    await new Promise((done, failed) => socket.once('connect', done).once('connect_error', failed))
    const answer = await socket.timeout(60_000).emitWithAck('join', room)
    if (answer !== 'ok') {
      throw new Error(`join was answered with ${JSON.stringify(answer)}; is the example echo deployed?`)
    }
    return new Member(socket, room)
  }

  send() {
    const seq = this.sent++
    const at = performance.now()
    if (seq % 2 === 0) {
      this.socket.emit('echo', seq, (answer) => this.#takeAnswer(seq, at, answer, answer === seq))
    } else {
      this.socket.emit('bcast', this.room, { seq }, (answer) => this.#takeAnswer(seq, at, answer, answer === 'ok'))
    }
  }

  #takeAnswer(seq, at, answer, right) {
    this.answered++
    this.times.push(performance.now() - at)
    if (!right) {
      this.failed++
      this.errors.push(answer)
    }
    if (seq <= this.#lastAnswer) {
      this.reordered++
      this.errors.push(`the answer to ${seq} came after that to ${this.#lastAnswer}`)
    }
    this.#lastAnswer = seq
  }

  #takeNews(seq) {
    this.news++
    if (this.#newsSeen.has(seq)) {
      this.twice++
    } else if (seq < this.#lastNews) {
      this.reordered++
      this.errors.push(`news ${seq} came after ${this.#lastNews}`)
    }
    this.#newsSeen.add(seq)
    this.#lastNews = Math.max(seq, this.#lastNews)
  }

  get expectedNews() {
    return Math.floor(this.sent / 2)
  }

  get missing() {
    return this.sent - this.answered + Math.max(0, this.expectedNews - this.#newsSeen.size)
  }
}

async function settled(members) {
  const deadline = performance.now() + SETTLE_MS
  while (members.some((m) => m.missing > 0) && performance.now() < deadline) {
    await new Promise((done) => setTimeout(done, TICK_MS))
  }
}

function ledger(members, seconds) {
  const sum = (key) => members.reduce((total, m) => total + m[key], 0)
  const times = members.flatMap((m) => m.times).sort((a, b) => a - b)
  const result = {
    sent: sum('sent'),
    answered: sum('answered'),
    lost: sum('missing'),
    failed: sum('failed'),
    twice: sum('twice'),
    reordered: sum('reordered'),
    disconnects: sum('disconnects'),
    perSecond: Math.round(sum('sent') / seconds),
    medianMs: round(times[Math.floor(times.length / 2)]),
    p99Ms: round(times[Math.floor(times.length * 0.99)]),
    maxMs: round(times.at(-1)),
    errors: members.flatMap((m) => m.errors).slice(0, 5),
  }
  members.forEach((m) => m.socket.close())
  return result
}

const round = (ms) => Math.round((ms ?? 0) * 10) / 10
