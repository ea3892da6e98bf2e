// The chat itself: finds the server, keeps the connection, and tells the view what has happened.
import * as view from './view.js'

const NAMESPACE = '/chat'
const PATIENCE = 8000
const TYPING_EVERY = 2000

/** Who this tab is, also after a reload. The secret lets it take its own place again. */
const me = { nick: '', secret: crypto.randomUUID?.() ?? String(Math.random()), rooms: [], ...kept() }

let server
let socket
let inside = false
let reconnects = 0
let lastTyping = 0

function kept() {
  try {
    return JSON.parse(sessionStorage.getItem('chat'))
  } catch {
    return null
  }
}

function keep() {
  sessionStorage.setItem('chat', JSON.stringify(me))
}

/** Finds the server and loads its client; a person may be quicker than that. */
async function prepare() {
  server = await find()
  await load(server.url + server.path + 'socket.io.js')
}

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

async function connect() {
  view.state('connecting', 'wait')
  await ready
  socket?.close()
  socket = io(server.url + NAMESPACE, {
    path: server.path,
    forceNew: true,
    auth: (give) => give({ nick: me.nick, secret: me.secret }),
  })
  socket.on('connect', entered)
  socket.on('connect_error', (error) => (socket.active ? lost() : refused(error)))
  socket.on('disconnect', (reason) => (socket.active ? lost() : shownOut(reason)))
  socket.on('message', (message) => view.message(message))
  socket.on('typing', ({ room, nick }) => view.typing(room, nick))
  socket.on('joined', ({ room, nick }) => view.came(room, nick))
  socket.on('left', ({ room, nick }) => view.went(room, nick))
}

function entered() {
  reconnects += inside ? 1 : 0
  inside = true
  keep()
  const times = reconnects > 0 ? `, ${reconnects} ${reconnects === 1 ? 'reconnect' : 'reconnects'}` : ''
  view.state('connected' + times, 'good', socket.id)
  view.enter(me.nick)
  me.rooms.forEach(join)
}

function lost() {
  view.state(inside ? 'reconnecting' : 'the server does not answer, trying again', 'wait')
}

function refused({ message, data }) {
  view.state('not connected', 'bad')
  const reason = message === 'Invalid namespace' ? 'the chat is not deployed on this server' : message
  view.door(me, data ? `${reason} (${data.code})` : reason)
}

function shownOut(reason) {
  view.state('not connected', 'bad')
  if (reason === 'io server disconnect') {
    view.door(me, 'the server has ended your visit: the chat was removed, or you came in again elsewhere')
  }
}

/** Asks the server; the answer comes to `then`, anything else is shown. */
function ask(event, argument, then, otherwise = view.trouble) {
  socket.timeout(PATIENCE).emit(event, argument, (late, answer) => {
    if (late) {
      otherwise('the server did not answer in time')
    } else if (answer?.error) {
      const { reason, code, details } = answer.error
      otherwise(`${details?.[0] ? `${details[0].path} ${details[0].message}` : reason} (${code})`)
    } else {
      view.trouble('')
      then(answer)
    }
  })
}

function join(room) {
  ask('join', { room }, (found) => {
    if (!me.rooms.includes(room)) {
      me.rooms.push(room)
      keep()
    }
    view.room(found)
  })
}

view.on({
  enter(nick, room) {
    me.nick = nick
    if (!me.rooms.includes(room)) {
      me.rooms.unshift(room)
    }
    inside = false
    connect()
  },

  join,

  leave(room) {
    ask('leave', { room }, () => {
      me.rooms = me.rooms.filter((other) => other !== room)
      keep()
      view.leave(room)
    })
  },

  say(room, text) {
    if (!socket.connected) {
      view.trouble('not connected: wait a moment and send again')
      return false
    }
    const sent = view.sending({ room, text, nick: me.nick })
    ask('message', { room, text }, (receipt) => view.sent(sent, receipt), (reason) => view.failed(sent, reason))
    lastTyping = 0
    return true
  },

  typing(room) {
    if (Date.now() - lastTyping > TYPING_EVERY) {
      lastTyping = Date.now()
      socket.volatile.emit('typing', { room })
    }
  },
})

const ready = prepare()
if (me.nick && me.rooms.length) {
  connect()
} else {
  view.door(me, '')
}
try {
  await ready
  if (!socket) {
    view.state('not connected', '')
  }
} catch (error) {
  view.state('not connected', 'bad')
  view.door(me, error.message)
}
