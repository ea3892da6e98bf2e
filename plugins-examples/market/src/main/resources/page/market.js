// The market itself: finds the server, keeps the connection and what came lately, and tells the view.
import * as view from './view.js'

const NAMESPACE = '/market'
const PATIENCE = 8000

/** As many as the server keeps. */
const MOST = 90
const MOST_ALERTS = 20

/** By symbol: `candles`, and `averages` by the moment of their candle. */
const market = new Map()
let alerts = []
let server
let socket
let connects = 0

/** How often the server told the speed by itself. */
let told = 0

/** Where Socket.IO is; waits until it is somewhere. */
async function find() {
  for (let late = false; ; late = true) {
    const status = await fetch('/status.json', { cache: 'no-store' }).then((r) => r.json()).catch(() => null)
    if (status?.socketIo && late) {
      // What this page may connect to was decided when it was loaded.
      location.reload()
    } else if (status?.socketIo) {
      return status.socketIo
    }
    view.state('the server is not running', 'bad')
    await new Promise((done) => setTimeout(done, 2000))
  }
}

function load(url) {
  return new Promise((done, failed) => {
    const script = document.createElement('script')
    script.src = url
    script.onload = done
    script.onerror = () => failed(new Error(`${url} cannot be loaded`))
    document.head.append(script)
  })
}

function connect() {
  view.state('connecting', 'wait')
  socket = io(server.url + NAMESPACE, { path: server.path })
  socket.on('connect', entered)
  socket.on('connect_error', (error) => (socket.active ? lost() : refused(error)))
  socket.on('disconnect', () => (socket.active ? lost() : view.state('the market was removed', 'bad')))
  socket.on('candle', (candle) => add([candle], [], []))
  socket.on('average', (average) => add([], [average], []))
  socket.on('alert', (alert) => add([], [], [alert]))
  socket.on('speed', ({ speed }) => {
    told++
    view.speed(speed)
  })
}

function entered() {
  connects++
  const times = connects > 1 ? `, ${connects - 1} ${connects === 2 ? 'reconnect' : 'reconnects'}` : ''
  view.state('connected' + times, 'good', socket.id)
  const before = told
  ask('look', [], ({ speed, tape }) => {
    if (told === before) {
      // Otherwise it was changed while the answer was on its way.
      view.speed(speed)
    }
    add(tape.candles, tape.averages, tape.alerts)
  })
}

function lost() {
  view.state('the server does not answer, trying again', 'wait')
}

function refused({ message }) {
  view.state(message === 'Invalid namespace' ? 'the market is not deployed on this server' : message, 'bad')
}

/** Asks the server; the answer comes to `then`, anything else is shown. */
function ask(event, args, then = () => {}) {
  socket.timeout(PATIENCE).emit(event, ...args, (late, answer) => {
    if (late) {
      view.trouble('the server did not answer in time')
    } else if (answer?.error) {
      const { reason, code, details } = answer.error
      view.trouble(`${details?.[0] ? `${details[0].path} ${details[0].message}` : reason} (${code})`)
    } else {
      view.trouble('')
      then(answer)
    }
  })
}

function of(symbol) {
  if (!market.has(symbol)) {
    market.set(symbol, { candles: [], averages: new Map() })
  }
  return market.get(symbol)
}

/** What is known already stays as it is: after a reconnect the server tells much of it again. */
function add(candles, averages, jumps) {
  for (const candle of candles) {
    const { candles: known, averages: means } = of(candle.symbol)
    if (known.some(({ at }) => at === candle.at)) {
      continue
    }
    known.push(candle)
    known.sort((one, other) => one.at - other.at)
    known.splice(0, known.length - MOST).forEach(({ at }) => means.delete(at))
  }
  for (const { symbol, at, value } of averages) {
    of(symbol).averages.set(at, value)
  }
  for (const jump of jumps) {
    if (!alerts.some(({ symbol, at }) => symbol === jump.symbol && at === jump.at)) {
      alerts = [jump, ...alerts].sort((one, other) => other.at - one.at).slice(0, MOST_ALERTS)
    }
  }
  view.show(market, alerts)
}

view.on({
  speed(speed) {
    ask('speed', [{ speed }])
  },

  trade(symbol, price, size) {
    ask('trade', [{ symbol, price, size }])
  },
})

try {
  server = await find()
  await load(server.url + server.path + 'socket.io.js')
  connect()
} catch (error) {
  view.state(error.message, 'bad')
}
