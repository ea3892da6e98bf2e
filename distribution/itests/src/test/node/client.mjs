// Real clients, driven over standard input: one JSON command a line, one JSON answer a line, matched by `id`.
// A binary is written {"$binary": "<base64>"}. Ends when standard input ends.
import { createInterface } from 'node:readline'
import { client } from './install.mjs'
import { startLoad } from './load.mjs'

const sockets = new Map()
const loads = new Map()

const commands = {
  /** Opens a socket; answers once it is connected or refused. */
  connect({ name, url, options, library = 'socket.io-client' }) {
    const defaults = { forceNew: true, reconnectionDelay: 100, reconnectionDelayMax: 300 }
    return opened(name, client(library)(url, { ...defaults, ...options }))
  },

  /** Opens a socket for another namespace on the connection of one that is there. */
  join({ name, beside, namespace }) {
    const socket = sockets.get(beside).socket.io.socket(namespace)
    // As a rule it connects by itself. A second CONNECT would be one too many, and the end of the connection.
    return opened(name, socket.active ? socket : socket.connect())
  },

  /** Cuts the connection below the client, which then comes back by itself unless it is for good. */
  cut({ name, forGood = false }) {
    const manager = sockets.get(name).socket.io
    manager.reconnection(!forGood)
    manager.engine.close()
    return true
  },

  /** Reads nothing more, as a client does that is too slow; or goes on. By WebSocket alone. */
  hold({ name, on }) {
    const wire = sockets.get(name).socket.io.engine.transport.ws._socket
    on ? wire.pause() : wire.resume()
    return true
  },

  /** How many events of that name have come and were not taken. */
  count({ name, event }) {
    return sockets.get(name).received.filter((r) => r.event === event).length
  },

  /** Connects again after a cut for good. */
  comeBack({ name }) {
    sockets.get(name).socket.connect()
    return true
  },

  /** Emits without asking for an acknowledgement. */
  emit({ name, event, args }) {
    sockets.get(name).socket.emit(event, ...args)
    return true
  },

  /** Emits and answers with the acknowledgement's arguments. */
  call({ name, event, args, timeout }) {
    return new Promise((done, failed) => {
      const timer = setTimeout(() => failed(new Error(`no acknowledgement of ${event} in ${timeout} ms`)), timeout)
      sockets.get(name).socket.emit(event, ...args, (...answer) => {
        clearTimeout(timer)
        done(answer)
      })
    })
  },

  /** Takes the next `count` events of that name that have come or will come. */
  take({ name, event, count, timeout }) {
    const state = sockets.get(name)
    return new Promise((done, failed) => {
      const waiter = { event, count, done }
      waiter.timer = setTimeout(() => {
        state.waiting = state.waiting.filter((w) => w !== waiter)
        const seen = state.received.filter((r) => r.event === event).length
        failed(new Error(`${seen} of ${count} ${event} in ${timeout} ms`))
      }, timeout)
      state.waiting.push(waiter)
      serve(state)
    })
  },

  /** From now on acknowledges the server's events of that name with these arguments. */
  answer({ name, event, args }) {
    sockets.get(name).answers.set(event, args)
    return true
  },

  state({ name }) {
    const { socket, connects, disconnects, received } = sockets.get(name)
    return { connected: socket.connected, id: socket.id ?? null, recovered: socket.recovered ?? false, transport: transport(socket), connects, disconnects, unread: received.length }
  },

  close({ name }) {
    sockets.get(name).socket.close()
    sockets.delete(name)
    return true
  },

  async loadStart({ name, ...options }) {
    loads.set(name, await startLoad(options))
    return true
  },

  async loadStop({ name }) {
    const load = loads.get(name)
    loads.delete(name)
    return load.stop()
  },
}

function opened(name, socket) {
  const state = { socket, received: [], waiting: [], answers: new Map(), connects: 0, disconnects: [] }
  sockets.set(name, state)
  socket.onAny?.((event, ...args) => receive(state, event, args))
  socket.on('disconnect', (reason) => state.disconnects.push(reason))
  socket.on('connect', () => state.connects++)
  return new Promise((done) => {
    socket.once('connect', () => done({ connected: true, id: socket.id, transport: transport(socket) }))
    socket.once('connect_error', (error) =>
      done({ connected: false, message: error.message, data: error.data ?? null, status: Number.isInteger(error.description) ? error.description : null }),
    )
  })
}

function receive(state, event, args) {
  const callback = typeof args.at(-1) === 'function' ? args.pop() : null
  if (callback && state.answers.has(event)) {
    callback(...state.answers.get(event))
  }
  state.received.push({ event, args })
  serve(state)
}

function serve(state) {
  for (const waiter of [...state.waiting]) {
    const mine = state.received.filter((r) => r.event === waiter.event).slice(0, waiter.count)
    if (mine.length === waiter.count) {
      clearTimeout(waiter.timer)
      state.waiting = state.waiting.filter((w) => w !== waiter)
      state.received = state.received.filter((r) => !mine.includes(r))
      waiter.done(mine.map((r) => r.args))
    }
  }
}

function transport(socket) {
  return socket.io.engine?.transport?.name ?? null
}

function decode(value) {
  if (Array.isArray(value)) {
    return value.map(decode)
  }
  if (value && typeof value === 'object') {
    return '$binary' in value
      ? Buffer.from(value.$binary, 'base64')
      : Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, decode(inner)]))
  }
  return value
}

function encode(value) {
  if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) {
    return { $binary: Buffer.from(value.buffer ?? value, value.byteOffset, value.byteLength).toString('base64') }
  }
  if (Array.isArray(value)) {
    return value.map(encode)
  }
  if (value && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, encode(inner)]))
  }
  return value
}

async function obey(line) {
  const { id, op, ...options } = JSON.parse(line)
  let answer
  try {
    answer = { id, result: encode((await commands[op](decode(options))) ?? null) }
  } catch (error) {
    answer = { id, error: error.message }
  }
  process.stdout.write(JSON.stringify(answer) + '\n')
}

createInterface({ input: process.stdin }).on('line', obey).on('close', () => process.exit(0))
process.stdout.write(JSON.stringify({ id: 0, result: 'ready' }) + '\n')
