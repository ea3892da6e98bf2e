// Draws candles into an SVG, in the pixels that it has. Colours are the style sheet's.
const SVG = 'http://www.w3.org/2000/svg'
const RIGHT = 58
const BOTTOM = 22
const TOP = 12

/** A candle and the room around it. */
const SLOT = { least: 7, most: 16 }
const VOLUME_SHARE = 0.16
const clock = new Intl.DateTimeFormat([], { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' })

function make(name, attributes, text) {
  const element = document.createElementNS(SVG, name)
  for (const [key, value] of Object.entries(attributes)) {
    element.setAttribute(key, value)
  }
  if (text !== undefined) {
    element.textContent = text
  }
  return element
}

/**
 * Draws the last candles, as many as there is room for, the newest on the right. Returns the one that is pointed at,
 * or the newest.
 */
export function draw(svg, { candles, averages }, jumps, pointed) {
  const size = { width: svg.clientWidth, height: svg.clientHeight }
  const shown = candles.slice(-Math.max(1, Math.floor((size.width - RIGHT) / SLOT.least)))
  if (shown.length === 0) {
    svg.replaceChildren(make('text', { class: 'empty', x: size.width / 2, y: size.height / 2 }, 'The first candle comes when a second is over.'))
    return null
  }
  const scale = scaleOf(size, shown, averages)
  const at = pointed === null ? -1 : scale.indexAt(pointed)
  svg.replaceChildren(
    ...grid(scale),
    ...shown.map((candle, i) => volume(scale, candle, i)),
    ...shown.map((candle, i) => body(scale, candle, i)),
    average(scale, shown, averages),
    ...shown.flatMap((candle, i) => (jumps.has(candle.at) ? [marker(scale, candle, i)] : [])),
    ...times(scale, shown),
    ...(at < 0 ? [] : [make('line', { class: 'look', x1: scale.x(at), x2: scale.x(at), y1: 0, y2: scale.bottom })]),
    ...last(scale, shown.at(-1)),
  )
  return shown[at] ?? shown.at(-1)
}

function scaleOf({ width, height }, shown, averages) {
  const right = width - RIGHT
  const bottom = height - BOTTOM
  const slot = Math.min(SLOT.most, Math.max(SLOT.least, right / shown.length))
  const means = shown.map(({ at }) => averages.get(at)).filter((mean) => mean !== undefined)
  const high = Math.max(...shown.map((candle) => candle.high), ...means)
  const low = Math.min(...shown.map((candle) => candle.low), ...means)
  const room = Math.max(high - low, high * 0.002)
  const most = (high + low + room) / 2
  const lowest = bottom * (1 - VOLUME_SHARE) - TOP
  return {
    right,
    bottom,
    slot,
    low: most - room,
    high: most,
    largest: Math.max(...shown.map((candle) => candle.volume)),
    x: (i) => Math.round(right - (shown.length - i - 0.5) * slot) + 0.5,
    y: (price) => TOP + (lowest - TOP) * ((most - price) / room),
    indexAt: (x) => Math.min(shown.length - 1, Math.max(0, shown.length - 1 - Math.floor((right - x) / slot))),
  }
}

/** Lines at round prices. */
function grid({ low, high, right, y }) {
  const rough = (high - low) / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = power * [1, 2, 5, 10].find((times) => times * power >= rough)
  const lines = []
  for (let price = Math.ceil(low / step) * step; price <= high; price += step) {
    const at = Math.round(y(price)) + 0.5
    lines.push(make('line', { class: 'grid', x1: 0, x2: right, y1: at, y2: at }))
    lines.push(make('text', { x: right + 8, y: at + 4 }, price.toFixed(step < 0.1 ? 2 : step < 1 ? 1 : 0)))
  }
  return lines
}

function volume({ x, bottom, slot, largest }, candle, i) {
  const height = (bottom * VOLUME_SHARE - 4) * (candle.volume / largest)
  const width = Math.max(2, slot - 3)
  return make('rect', { class: 'volume', x: x(i) - width / 2, y: bottom - height, width, height })
}

/** Hollow if it rises, full if it falls: colours do not tell everybody. */
function body({ x, y, slot }, { open, high, low, close }, i) {
  const group = make('g', { class: `candle ${close < open ? 'fall' : 'rise'}` })
  const width = Math.max(3, Math.floor((slot - 3) / 2) * 2)
  const top = y(Math.max(open, close))
  group.append(make('line', { x1: x(i), x2: x(i), y1: y(high), y2: y(low) }))
  group.append(make('rect', { x: x(i) - width / 2, y: top, width, height: Math.max(1, y(Math.min(open, close)) - top) }))
  return group
}

function average({ x, y }, shown, averages) {
  const points = shown.flatMap(({ at }, i) => (averages.has(at) ? [`${x(i)},${y(averages.get(at)).toFixed(1)}`] : []))
  return make('polyline', { class: 'average', points: points.join(' ') })
}

function marker({ x, y }, { high }, i) {
  const tip = y(high) - 3
  return make('path', { class: 'jump', d: `M${x(i)} ${tip}l-5 -8h10z` })
}

/** Times below, as many as have room. */
function times({ x, bottom, right, slot }, shown) {
  const every = Math.ceil(90 / slot / 5) * 5
  return shown.flatMap(({ at }, i) => {
    const middle = x(i)
    const wanted = (shown.length - 1 - i) % every === 0 && middle > 34 && middle < right - 30 + slot
    return wanted ? [make('text', { x: middle, y: bottom + 16, 'text-anchor': 'middle' }, clock.format(new Date(at)))] : []
  })
}

function last({ y, right }, { close }) {
  const at = Math.round(y(close)) + 0.5
  return [
    make('line', { class: 'last-line', x1: 0, x2: right, y1: at, y2: at }),
    make('rect', { class: 'last', x: right + 2, y: at - 10, width: RIGHT - 2, height: 20, rx: 5 }),
    make('text', { class: 'on-last', x: right + 8, y: at + 4 }, close.toFixed(2)),
  ]
}
