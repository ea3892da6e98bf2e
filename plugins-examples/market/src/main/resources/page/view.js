// What is seen beside the chart. Whatever comes from elsewhere becomes text, never markup.
import { draw } from './chart.js'

const part = Object.fromEntries([...document.querySelectorAll('[id]')].map((element) => [element.id, element]))
const SPEEDS = [0, 1, 60, 600]

/** Milliseconds to wait for a frame to draw in. */
const LATE = 250

const clock = new Intl.DateTimeFormat([], { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' })

let market = new Map()
let alerts = []
let chosen = null
let pointed = null
let due = false
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

/** Speeds that have no button are shown by none. */
export function speed(now) {
  for (const input of part.speed.querySelectorAll('input')) {
    input.checked = Number(input.value) === now
  }
}

/** What is known has changed; it is drawn once a frame, or a little later where the browser draws no frames. */
export function show(known, jumps) {
  market = known
  alerts = jumps
  chosen ??= [...market.keys()].sort().at(-1) ?? null
  if (due) {
    return
  }
  due = true
  const once = () => {
    cancelAnimationFrame(frame)
    clearTimeout(late)
    due = false
    update()
  }
  const frame = requestAnimationFrame(once)
  const late = setTimeout(once, LATE)
}

function update() {
  drawSymbols()
  drawAlerts()
  drawPlot()
}

function drawSymbols() {
  const names = [...market.keys()].sort()
  const had = [...part.symbols.children].map((button) => button.dataset.symbol)
  if (names.join() !== had.join()) {
    part.symbols.replaceChildren(...names.map(symbolButton))
  }
  for (const button of part.symbols.children) {
    const { candles } = market.get(button.dataset.symbol)
    const change = candles.length ? 100 * (candles.at(-1).close / candles[0].open - 1) : 0
    const [, price, changed] = button.children
    price.textContent = candles.length ? candles.at(-1).close.toFixed(2) : ''
    changed.textContent = percent(change)
    changed.className = `change ${change < 0 ? 'down' : 'up'}`
    button.setAttribute('aria-pressed', button.dataset.symbol === chosen)
  }
}

function symbolButton(name) {
  const button = make('button', '', make('b', '', name), make('span', 'price'), make('span', 'change'))
  button.type = 'button'
  button.dataset.symbol = name
  button.onclick = () => {
    chosen = name
    pointed = null
    update()
  }
  return button
}

function drawAlerts() {
  const wanted = alerts.map(({ symbol, at }) => `${symbol} ${at}`)
  const there = new Map([...part.list.children].map((item) => [item.dataset.key, item]))
  const items = alerts.map((alert, i) => there.get(wanted[i]) ?? alertItem(alert, wanted[i]))
  if (items.length !== there.size || items.some((item, i) => item !== part.list.children[i])) {
    part.list.replaceChildren(...items)
  }
}

function alertItem({ symbol, at, price, percent: far }, key) {
  const time = make('time', '', clock.format(new Date(at)))
  time.dateTime = new Date(at).toISOString()
  const item = make('li', '', make('b', '', symbol), make('span', far < 0 ? 'down' : 'up', percent(far)), make('span', '', price.toFixed(2)), time)
  item.dataset.key = key
  return item
}

function drawPlot() {
  const known = market.get(chosen) ?? { candles: [], averages: new Map() }
  part.symbol.textContent = chosen ?? ''
  part.push.disabled = known.candles.length === 0
  const shown = draw(part.chart, known, new Set(alerts.filter(({ symbol }) => symbol === chosen).map(({ at }) => at)), pointed)
  part.reading.textContent = shown ? reading(shown, known.averages.get(shown.at)) : ''
}

function reading({ at, open, high, low, close, volume, trades }, average) {
  const prices = [['open', open], ['high', high], ['low', low], ['close', close]]
  const mean = average === undefined ? '' : `, average ${average.toFixed(2)}`
  return `${clock.format(new Date(at))}  ${prices.map(([name, price]) => `${name} ${price.toFixed(2)}`).join(', ')}, ${volume} in ${trades} ${trades === 1 ? 'trade' : 'trades'}${mean}`
}

function percent(figure) {
  return `${figure < 0 ? '▼ −' : '▲ +'}${Math.abs(figure).toFixed(2)} %`
}

for (const speed of SPEEDS) {
  const input = make('input', '')
  Object.assign(input, { type: 'radio', name: 'speed', value: speed })
  input.onchange = () => act.speed(speed)
  part.speed.append(make('label', '', input, make('span', '', speed === 0 ? 'pause' : `${speed} ×`)))
}
part.push.onclick = () => {
  const price = market.get(chosen).candles.at(-1).close * 1.03
  act.trade(chosen, Math.round(100 * price) / 100, 100)
}
part.chart.onpointermove = (event) => {
  pointed = event.offsetX
  drawPlot()
}
part.chart.onpointerleave = () => {
  pointed = null
  drawPlot()
}
new ResizeObserver(drawPlot).observe(part.chart)
