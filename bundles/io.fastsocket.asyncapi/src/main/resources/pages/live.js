// The panel: where the server is, sockets in its namespaces, and what happens on them.
'use strict'

const Live = (() => {
  const MOST = 200
  const CONNECT_LIMIT = 10_000
  const SHOWN = 5_000
  const { contract, stringify, parse } = Values
  const { element } = Form
  const [panel, state, server, namespace, auth, refusal, connected, log] = [
    'live', 'state', 'server', 'namespace', 'auth', 'refusal', 'connected', 'log',
  ].map((id) => document.getElementById(id))
  const wide = matchMedia('(min-width: 80rem)')
  const sockets = new Map()
  const waiting = new Map()
  const listeners = new Set()
  let manager
  let managed = ''

  function say(text, kind) {
    state.textContent = text
    state.className = kind
  }

  /** A line of what happens. Kind is sent, ack, event, error or note. */
  function note(kind, where, what, value) {
    const time = new Date()
    const line = element('li', { className: kind })
    line.append(
      element('time', { dateTime: time.toISOString(), textContent: time.toLocaleTimeString([], { hour12: false }) + '.' + String(time.getMilliseconds()).padStart(3, '0') }),
      element('span', { className: 'kind', textContent: kind === 'event' ? 'received' : kind === 'ack' ? 'answer' : kind }),
      element('b', { textContent: what }),
      element('span', { className: 'where', textContent: where }),
    )
    if (value !== undefined) {
      const text = stringify(value) ?? ''
      line.append(element('pre', { textContent: text.length > SHOWN ? text.slice(0, SHOWN) + '…' : text }))
    }
    log.prepend(line)
    while (log.childElementCount > MOST) {
      log.lastElementChild.remove()
    }
  }

  /** The server's URL, and the path that is asked for there. */
  function address() {
    const text = server.value.trim()
    let url
    try {
      url = new URL(/^\w+:\/\//.test(text) ? text : `http://${text}`)
    } catch {
      throw new Error(text ? `${text} is no URL of a server` : 'say where the server is, such as http://localhost:9092')
    }
    const scheme = { 'ws:': 'http:', 'wss:': 'https:' }[url.protocol] ?? url.protocol
    if (scheme !== 'http:' && scheme !== 'https:') {
      throw new Error(`${url.protocol} is not spoken; http, https, ws or wss`)
    }
    const path = url.pathname === '/' ? '/socket.io/' : url.pathname.replace(/\/*$/, '/')
    return { url: `${scheme}//${url.host}`, path }
  }

  function payload() {
    if (!auth.value.trim()) {
      return undefined
    }
    try {
      return parse(auth.value)
    } catch (error) {
      throw new Error(`the auth payload is not JSON: ${error.message}`)
    }
  }

  function draw() {
    connected.replaceChildren(
      ...[...sockets].map(([name, socket]) => {
        const leave = element('button', { type: 'button', className: 'plain', textContent: 'Disconnect', ariaLabel: `Disconnect from ${name}` })
        leave.addEventListener('click', () => disconnect(name))
        const how = element('span', { className: socket.connected ? 'good' : 'wait', textContent: socket.connected ? 'connected' : 'connecting' })
        return element('li', {}, element('code', { textContent: name, title: socket.id ?? '' }), how, leave)
      }),
    )
    const open = [...sockets.values()].filter((socket) => socket.connected).length
    if (open) {
      say(`connected to ${open === 1 ? [...sockets].find(([, s]) => s.connected)[0] : `${open} namespaces`}`, 'good')
    } else {
      say(sockets.size ? 'connecting' : 'not connected', sockets.size ? 'wait' : '')
    }
    listeners.forEach((listener) => listener())
  }

  function disconnect(name) {
    const socket = sockets.get(name)
    sockets.delete(name)
    socket?.disconnect()
    draw()
  }

  /** A socket that is connected, after a while if need be. */
  function connect(name) {
    if (sockets.get(name)?.connected) {
      return Promise.resolve(sockets.get(name))
    }
    if (!waiting.has(name)) {
      waiting.set(name, open(name).finally(() => waiting.delete(name)))
    }
    return waiting.get(name)
  }

  /** Why a namespace does not let one in, and what to do: what it lacks stands in the auth payload, to be filled in. */
  function refused(name, error) {
    if (!error.data) {
      return `${name} refuses: ${error.message}`
    }
    const faults = Array.isArray(error.data.details) ? error.data.details : []
    const reasons = faults.map(({ path, message }) => `${path || 'the auth payload'} ${message}`).join(', ')
    const said = reasons ? `${error.message}: ${reasons}` : error.message
    const wanted = faults.map(({ path }) => path).filter((path) => /^[\w$-]+$/.test(path))
    if (wanted.length && !auth.value.trim()) {
      auth.value = JSON.stringify(Object.fromEntries(wanted.map((field) => [field, ''])))
    }
    details.open = true
    auth.focus()
    const code = error.data.code ? ` (error ${error.data.code})` : ''
    refusal.textContent = `${name} does not let you in: ${said}${code}. Say who you are in “Auth payload” and connect again`
    return refusal.textContent
  }

  async function open(name) {
    if (typeof io === 'undefined') {
      throw new Error('this page was made without Socket.IO’s client: build FastSocket where Node and npm are installed')
    }
    const { url, path } = address()
    if (!manager || managed !== url + path) {
      sockets.forEach((socket, other) => disconnect(other))
      manager = new io.Manager(url, { path, autoConnect: false })
      managed = url + path
    }
    const socket = manager.socket(name)
    socket.off().offAny()
    socket.auth = payload() ?? {}
    sockets.set(name, socket)
    listen(socket, name)
    return new Promise((done, failed) => {
      const late = setTimeout(() => {
        disconnect(name)
        failed(new Error(`${url} does not answer`))
      }, CONNECT_LIMIT)
      socket.once('connect', () => (clearTimeout(late), done(socket)))
      socket.on('connect_error', (error) => {
        if (!socket.active) {
          clearTimeout(late)
          sockets.delete(name)
          draw()
          note('error', name, 'refused', error.data ?? error.message)
          failed(new Error(refused(name, error)))
        } else if (waiting.has(name)) {
          clearTimeout(late)
          disconnect(name)
          failed(new Error(`${url} does not answer, or does not let pages of ${location.protocol === 'file:' ? 'files' : location.origin} in: that is its setting allowedOrigins`))
        }
      })
      socket.connect()
      draw()
    })
  }

  function listen(socket, name) {
    socket.on('connect', () => (note('note', name, 'connected', { id: socket.id }), draw()))
    socket.on('disconnect', (reason) => {
      note('note', name, 'disconnected', reason)
      if (!socket.active) {
        sockets.delete(name)
      }
      draw()
    })
    socket.onAny((event, ...args) => {
      const answer = typeof args.at(-1) === 'function' ? args.pop() : null
      note(event === 'error' ? 'error' : 'event', name, event, args.length === 1 ? args[0] : args)
      if (answer) {
        note('note', name, `${event} wants an acknowledgement, which this page does not give`)
      }
    })
  }

  /** The server says where Socket.IO is; what this page may connect to was decided when it was loaded. */
  async function find() {
    server.readOnly = true
    const status = await fetch('/status.json', { cache: 'no-store' }).then((answer) => answer.json()).catch(() => null)
    if (status?.socketIo) {
      server.value = status.socketIo.url + status.socketIo.path
    } else {
      refusal.textContent = 'Socket.IO is not running on this server. Reload when it is.'
    }
  }

  document.getElementById('connection').addEventListener('submit', async (event) => {
    event.preventDefault()
    refusal.textContent = ''
    try {
      await connect(namespace.value.trim() || '/')
    } catch (error) {
      refusal.textContent = error.message
    }
  })
  document.getElementById('clear').addEventListener('click', () => log.replaceChildren())
  document.getElementById('servers').append(...contract.servers.map((value) => element('option', { value })))
  document.getElementById('namespaces').append(...contract.namespaces.map((value) => element('option', { value })))
  namespace.value = contract.namespaces.find((name) => !name.includes('{')) ?? '/'
  const details = panel.querySelector('details')
  details.open = wide.matches
  wide.addEventListener('change', () => (details.open = wide.matches))
  panel.hidden = false
  document.body.classList.add('scripted')
  const ready = contract.live ? find() : Promise.resolve((server.value = contract.servers[0] ?? ''))

  return {
    note,
    ready,
    connect,
    isConnected: (name) => sockets.get(name)?.connected === true,
    onChange: (listener) => listeners.add(listener),
  }
})()
