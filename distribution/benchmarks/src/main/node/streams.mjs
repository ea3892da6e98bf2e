// The streams that streams.mjs measures, on the reference server with RxJS. Prints the port it listens on, and ends with its
// standard input.
import { createServer } from 'node:http'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { library } from '../../../../itests/src/test/node/install.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const { Server } = library('socket.io', here)
const { Subject, filter, map, mergeMap, range, reduce, windowCount, windowTime } = library('rxjs', here)

const http = createServer()
const io = new Server(http)
const trades = new Subject()
const made = Array.from({ length: 1024 }, (_, i) => ({ symbol: 'OAK', price: 99 + (i % 2) * 2, size: 1 + (i % 1000) }))

const valid = ({ symbol, price, size }) =>
  typeof symbol === 'string' && symbol.trim() !== '' && symbol.length <= 12 &&
  typeof price === 'number' && price > 0 &&
  Number.isInteger(size) && size >= 1 && size <= 1000

function add(total, { size }) {
  total.trades++
  total.size += size
  return total
}

const totalled = (windows) => windows.pipe(mergeMap((window) => window.pipe(reduce(add, { trades: 0, size: 0 }))))

trades
  .pipe(
    filter(({ price }) => price >= 100),
    windowTime(100),
    totalled,
    filter((total) => total.trades > 0),
    map(({ trades, size }) => ({ trades, size })),
  )
  .subscribe((sum) => io.emit('sum', sum))

function run(elements, then) {
  const began = process.hrtime.bigint()
  range(0, elements)
    .pipe(
      map((i) => made[i & 1023]),
      filter(({ price }) => price >= 100),
      windowCount(1000),
      totalled,
      map(({ trades, size }) => ({ trades, size })),
      reduce((count, sum) => count + sum.trades, 0),
    )
    .subscribe((trades) => then({ trades, nanos: Number(process.hrtime.bigint() - began) }))
}

io.on('connection', (socket) => {
  socket.on('trade', (trade, ack) => {
    if (trade && valid(trade)) {
      trades.next(trade)
      ack?.()
    } else {
      ack?.({ error: 'validation' })
    }
  })
  socket.on('run', ({ elements }) => run(elements, (ran) => io.emit('ran', ran)))
})

http.listen(0, '127.0.0.1', () => console.log(`port ${http.address().port}`))
process.stdin.on('end', () => process.exit(0)).resume()
