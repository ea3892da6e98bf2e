// Draws what redeploy.mjs has measured, as SVG: two lines over the number of redeploys.
const WIDTH = 860
const HEIGHT = 360
const LEFT = 70
const RIGHT = 150
const TOP = 80
const BOTTOM = 50

const STYLE = `  <style>
    text { font: 13px system-ui, "Segoe UI", Helvetica, Arial, sans-serif; fill: #24303d }
    .title { font-size: 19px; font-weight: 600 }
    .note { font-size: 12px; fill: #66727f }
    .grid { stroke: #dfe5ea }
    .metaspace { stroke: #0a7d8c; fill: none; stroke-width: 2.5 }
    .heap { stroke: #e0a13c; fill: none; stroke-width: 2.5 }
  </style>
`

/** The picture; `course` has a count of redeploys, and MB of metaspace and heap, in order. */
export function drawing(course) {
  const last = course.at(-1).count
  const top = Math.ceil(Math.max(...course.flatMap((at) => [at.metaspace, at.heap])) / 10) * 10
  const x = (count) => LEFT + ((WIDTH - LEFT - RIGHT) * count) / last
  const y = (mb) => HEIGHT - BOTTOM - ((HEIGHT - TOP - BOTTOM) * mb) / top
  const parts = [
    text(24, 36, 'title', `Memory in use after a garbage collection, over ${last} redeploys`),
    text(24, 58, 'note', 'The example echo, under load; in MB'),
  ]
  for (let mb = 0; mb <= top; mb += top > 50 ? 20 : 10) {
    parts.push(line(LEFT, y(mb), WIDTH - RIGHT, y(mb), 'grid'), text(LEFT - 10, y(mb) + 4, 'note', String(mb), 'end'))
  }
  for (let n = 0; n <= 5; n++) {
    const count = Math.round((last * n) / 5)
    parts.push(text(x(count), HEIGHT - BOTTOM + 22, 'note', String(count), 'middle'))
  }
  for (const what of ['metaspace', 'heap']) {
    const points = course.map((at) => `${x(at.count).toFixed(1)},${y(at[what]).toFixed(1)}`).join(' ')
    const end = course.at(-1)[what]
    parts.push(`  <polyline points="${points}" class="${what}"/>\n`, text(WIDTH - RIGHT + 10, y(end) + 4, '', `${what} ${end.toFixed(1)}`))
  }
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" role="img" aria-label="Memory over redeploys">\n` +
    STYLE +
    `  <rect width="${WIDTH}" height="${HEIGHT}" rx="10" fill="#ffffff" stroke="#dfe5ea"/>\n` +
    parts.join('') +
    '</svg>\n'
  )
}

function line(x1, y1, x2, y2, style) {
  return `  <line x1="${x1}" y1="${y1.toFixed(1)}" x2="${x2}" y2="${y2.toFixed(1)}" class="${style}"/>\n`
}

function text(x, y, style, words, anchor = 'start') {
  return `  <text x="${x.toFixed(1)}" y="${y.toFixed(1)}" class="${style}" text-anchor="${anchor}">${words}</text>\n`
}
