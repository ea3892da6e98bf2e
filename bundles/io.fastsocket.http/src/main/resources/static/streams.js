// Events of a FastSocket server at the pace of whoever uses them: an async iterator, or an Observable. Nothing is needed but a
// socket of socket.io-client. In browsers: import it from /fastsocket/streams.js of the server; in Node: from clients/ of the product.

/** What the server has refused: `code` is a number of its list of errors, `details` says what is wrong with the options. */
export class StreamError extends Error {
  constructor({ code, reason, event, details = [] }) {
    const wrong = details.map(({ path, message }) => `${path} ${message}`).join(', ')
    super(`${event}: ${code} ${reason}${wrong ? `: ${wrong}` : ''}`)
    this.name = 'StreamError'
    this.code = code
    this.reason = reason
    this.details = details
  }
}

const MOST_CREDITS = 10_000

/** Which events sockets have subscribed to: the server knows one subscription of each. */
const taken = new WeakMap()

/**
 * Subscribes to an event: `for await (const candle of subscribe(socket, 'candle')) …`. No more than `credits` elements are on
 * their way or wait here; what comes beyond that is up to the policy. Lasts until the loop is left, `return()` is called, the
 * signal aborts or the socket stays away; after a lost connection it goes on by itself. Elements are the event's first argument.
 */
export function subscribe(socket, event, options) {
  const { policy = 'latest', sample, credits = 1, signal } = options ?? {}
  if (typeof socket?.emit !== 'function') {
    throw new TypeError('subscribe needs a socket of socket.io-client')
  }
  if (!Number.isInteger(credits) || credits < 1 || credits > MOST_CREDITS) {
    throw new RangeError(`credits are a whole number from 1 to ${MOST_CREDITS}, not ${credits}`)
  }
  if (!socket.connected && socket.active === false) {
    throw new Error('this socket is closed: connect it before it subscribes')
  }
  return new Subscription(socket, event, { policy, sample, credits }, signal)
}

/** The same as an Observable of the given class, such as that of RxJS; each of its subscribers is a subscription of its own. */
export function observable(Observable, socket, event, options) {
  return new Observable((observer) => {
    const elements = subscribe(socket, event, options)
    bring(elements, observer)
    return () => elements.return()
  })
}

async function bring(elements, observer) {
  try {
    for await (const element of elements) {
      observer.next(element)
    }
    observer.complete()
  } catch (error) {
    observer.error(error)
  }
}

class Subscription {
  #socket
  #event
  #terms
  #signal
  #active = false
  #over = false
  #failure = null
  #waiting = []
  #takers = []
  #used = 0

  constructor(socket, event, terms, signal) {
    this.#socket = socket
    this.#event = event
    this.#terms = terms
    this.#signal = signal
    const events = taken.get(socket) ?? new Set()
    if (events.has(event)) {
      throw new Error(`this socket has subscribed to ${event} already; share its elements, or use another socket`)
    }
    taken.set(socket, events.add(event))
    socket.on(event, this.#receive)
    socket.on('connect', this.#begin)
    socket.on('disconnect', this.#lost)
    socket.on('connect_error', this.#refused)
    signal?.addEventListener('abort', this.#abort)
    if (signal?.aborted) {
      this.#end()
    } else if (socket.connected) {
      this.#begin()
    }
  }

  [Symbol.asyncIterator]() {
    return this
  }

  /** The next element; whoever asks has done with those before. */
  next() {
    this.#replenish()
    if (this.#waiting.length) {
      return Promise.resolve(this.#take(this.#waiting.shift()))
    }
    if (this.#failure) {
      const failure = this.#failure
      this.#failure = null
      return Promise.reject(failure)
    }
    if (this.#over) {
      return Promise.resolve({ value: undefined, done: true })
    }
    return new Promise((done, failed) => this.#takers.push({ done, failed }))
  }

  /** Ends the subscription; from then on the socket gets each event as it comes. */
  return(value) {
    this.#end()
    this.#waiting = []
    return Promise.resolve({ value, done: true })
  }

  #take(value) {
    this.#used++
    return { value, done: false }
  }

  /** Gives back the credits of what has been used: half of them at a time, so that not each costs a message. */
  #replenish() {
    if (this.#active && this.#used * 2 >= this.#terms.credits) {
      this.#socket.emit('stream:request', this.#event, this.#used)
      this.#used = 0
    }
  }

  #begin = () => {
    this.#active = false
    this.#used = 0
    const options = { ...this.#terms, credits: this.#terms.credits - this.#waiting.length }
    this.#socket.emit('stream:subscribe', this.#event, options, (answer) => {
      if (this.#over) {
        return
      }
      if (answer?.error) {
        this.#failure = new StreamError({ ...answer.error, event: this.#event })
        this.#end()
      } else {
        this.#active = true
      }
    })
  }

  /** What came before the server knew of the subscription is not counted, and not taken. */
  #receive = (value) => {
    if (!this.#active) {
      return
    }
    const taker = this.#takers.shift()
    if (taker) {
      taker.done(this.#take(value))
      if (this.#takers.length) {
        this.#replenish()
      }
    } else {
      this.#waiting.push(value)
    }
  }

  #lost = () => {
    this.#active = false
    if (this.#socket.active === false) {
      this.#end()
    }
  }

  /** A socket that is not let in does not try again by itself. */
  #refused = (error) => {
    if (this.#socket.active === false) {
      this.#failure = error
      this.#end()
    }
  }

  #abort = () => this.return()

  #end() {
    if (this.#over) {
      return
    }
    this.#over = true
    const socket = this.#socket
    socket.off(this.#event, this.#receive)
    socket.off('connect', this.#begin)
    socket.off('disconnect', this.#lost)
    socket.off('connect_error', this.#refused)
    this.#signal?.removeEventListener('abort', this.#abort)
    taken.get(socket).delete(this.#event)
    if (socket.connected && !this.#failure) {
      socket.emit('stream:cancel', this.#event, () => {})
    }
    for (const { done, failed } of this.#takers.splice(0)) {
      if (this.#failure) {
        failed(this.#failure)
        this.#failure = null
      } else {
        done({ value: undefined, done: true })
      }
    }
  }
}
