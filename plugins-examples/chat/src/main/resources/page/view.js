// What is seen. Whatever comes from elsewhere becomes text, never markup.
const part = Object.fromEntries([...document.querySelectorAll('[id]')].map((element) => [element.id, element]))
const clock = new Intl.DateTimeFormat([], { hour: '2-digit', minute: '2-digit' })
const MOST_SHOWN = 300
const TYPING_SHOWN = 3000

/** By name: `items` in order, their `ids`, `members`, `typing` (nick to timer), `unread`. */
const rooms = new Map()
let active = null
let self = ''
let act

/** Takes what is to be done when a person does something. */
export function on(actions) {
  act = actions
}

function make(name, className, ...content) {
  const element = document.createElement(name)
  element.className = className
  element.append(...content)
  return element
}

export function state(text, mood, socketId) {
  part.state.textContent = text
  part.state.className = mood
  part.state.title = socketId ? `socket ${socketId}` : ''
}

export function trouble(text) {
  part.trouble.textContent = text
}

export function door(me, refusal) {
  rooms.clear()
  active = null
  part.inside.hidden = true
  part.door.hidden = false
  part.refusal.textContent = refusal
  part.nick.value ||= me.nick
  part.nick.focus()
  title()
}

export function enter(nick) {
  self = nick
  if (!part.door.hidden) {
    part.door.hidden = true
    part.refusal.textContent = ''
    part.inside.hidden = false
  }
}

/** Joined, or joined again after a reconnect: then the history fills the gap. */
export function room({ room: name, members, history }) {
  const fresh = !rooms.has(name)
  if (fresh) {
    rooms.set(name, { items: [], ids: new Set(), members: new Set(), typing: new Map(), unread: 0 })
  }
  const it = rooms.get(name)
  it.members = new Set(members)
  history.filter(({ id }) => !it.ids.has(id)).forEach((message) => add(it, message))
  if (fresh || active === null) {
    show(active !== null && fresh && document.hidden ? active : name)
  } else {
    draw()
  }
}

export function leave(name) {
  rooms.delete(name)
  if (active === name) {
    show(rooms.keys().next().value ?? null)
  }
  draw()
}

export function message(message) {
  const it = rooms.get(message.room)
  if (it && !it.ids.has(message.id)) {
    add(it, message)
    quiet(it, message.nick)
    if (document.hidden || message.room !== active) {
      it.unread++
    }
    draw()
  }
}

export function sending(message) {
  const item = { ...message, mood: 'pending' }
  rooms.get(message.room).items.push(item)
  draw()
  return item
}

export function sent(item, { id, time }) {
  rooms.get(item.room)?.ids.add(id)
  Object.assign(item, { id, time, mood: '' })
  draw()
}

export function failed(item, reason) {
  Object.assign(item, { mood: 'failed', reason })
  draw()
}

export function came(name, nick) {
  notice(name, `${nick} came in`, (it) => it.members.add(nick))
}

export function went(name, nick) {
  notice(name, `${nick} left`, (it) => it.members.delete(nick))
}

function notice(name, text, change) {
  const it = rooms.get(name)
  if (it) {
    change(it)
    it.items.push({ notice: text })
    draw()
  }
}

export function typing(name, nick) {
  const it = rooms.get(name)
  if (it) {
    clearTimeout(it.typing.get(nick))
    it.typing.set(nick, setTimeout(() => quiet(it, nick), TYPING_SHOWN))
    drawTyping()
  }
}

function quiet(it, nick) {
  clearTimeout(it.typing.get(nick))
  it.typing.delete(nick)
  drawTyping()
}

function add(it, message) {
  it.ids.add(message.id)
  it.items.push(message)
  it.items.splice(0, it.items.length - MOST_SHOWN)
}

function show(name) {
  active = name
  seen()
  part.log.replaceChildren()
  draw()
  part.text.focus()
}

function seen() {
  if (active !== null && !document.hidden) {
    rooms.get(active).unread = 0
  }
}

function title() {
  const unread = [...rooms.values()].reduce((sum, it) => sum + it.unread, 0)
  document.title = unread ? `(${unread}) Chat` : 'Chat'
}

function draw() {
  part.rooms.replaceChildren(...[...rooms].map(roomButton))
  const it = rooms.get(active)
  part.room.textContent = active ? `#${active}` : 'no room'
  part.leave.hidden = !it
  part.say.hidden = !it
  const members = [...(it?.members ?? [])].sort()
  part.members.replaceChildren(...members.map((nick) => make('li', '', nick === self ? `${nick} (you)` : nick)))
  drawLog(it?.items ?? [])
  drawTyping()
  title()
}

function roomButton([name, { unread }]) {
  const button = make('button', 'plain', `#${name}`)
  button.type = 'button'
  button.setAttribute('aria-pressed', name === active)
  if (unread) {
    button.append(' ', make('span', 'unread', unread))
    button.setAttribute('aria-label', `${name}, ${unread} unread`)
  }
  button.onclick = () => show(name)
  return make('li', '', button)
}

/** Only what has changed is drawn, so that a screen reader reads what is new. */
function drawLog(items) {
  const low = part.log.scrollHeight - part.log.scrollTop - part.log.clientHeight < 60
  const wanted = items.map((item) => {
    if (!item.element || item.drawn !== item.mood) {
      const now = line(item)
      item.element?.replaceWith(now)
      item.element = now
      item.drawn = item.mood
    }
    return item.element
  })
  const beginning = make('li', 'notice', 'Earlier messages are not kept.')
  if (!part.log.hasChildNodes() && active) {
    part.log.append(beginning)
  }
  const there = new Set(part.log.children)
  part.log.append(...wanted.filter((element) => !there.has(element)))
  if (low || wanted.length === 0) {
    part.log.scrollTop = part.log.scrollHeight
  }
}

function line(item) {
  if (item.notice) {
    return make('li', 'notice', item.notice)
  }
  const mine = item.nick === self
  const foot = make('small', '')
  if (item.mood) {
    foot.append(item.mood === 'pending' ? 'sending' : `not sent: ${item.reason}`)
  } else {
    const time = make('time', '', clock.format(new Date(item.time)))
    time.dateTime = item.time
    foot.append(time)
  }
  const who = make('b', mine ? 'hidden' : '', mine ? 'You' : item.nick)
  return make('li', `${mine ? 'mine' : 'theirs'} ${item.mood ?? ''}`, who, ' ', make('span', 'text', item.text), ' ', foot)
}

function drawTyping() {
  const nicks = [...(rooms.get(active)?.typing.keys() ?? [])]
  const verb = nicks.length === 1 ? 'is typing' : 'are typing'
  part.typing.textContent = nicks.length ? `${nicks.join(', ')} ${verb}` : ''
}

function submitted(form, action) {
  form.onsubmit = (event) => {
    event.preventDefault()
    action()
  }
}

submitted(part.enter, () => {
  part.refusal.textContent = ''
  act.enter(part.nick.value.trim(), part.first.value)
})
submitted(part.join, () => {
  act.join(part.other.value)
  part.other.value = ''
})
submitted(part.say, () => {
  if (part.text.value.trim() && act.say(active, part.text.value)) {
    part.text.value = ''
  }
})
part.leave.onclick = () => act.leave(active)
part.text.oninput = () => part.text.value && act.typing(active)
document.onvisibilitychange = () => {
  seen()
  if (rooms.size) {
    draw()
  }
}
