// The handlers of the example plugin echo on the reference server. Prints the port it listens on, and ends with its standard input.
import { createServer } from 'node:http'
import { Server } from 'socket.io'

const http = createServer()
// A connection that rests is not to be closed just when the next request is under way.
http.keepAliveTimeout = 60_000
const io = new Server(http)

const valid = ({ item, quantity, cents, currency }) =>
  typeof item === 'string' && item.trim() !== '' && item.length <= 40 &&
  Number.isInteger(quantity) && quantity >= 1 && quantity <= 1000 &&
  Number.isInteger(cents) && cents >= 0 && cents <= 100_000_000 &&
  typeof currency === 'string' && /^[A-Z]{3}$/.test(currency)

io.on('connection', (socket) => {
  socket.on('echo', (payload, ack) => ack(payload))
  socket.on('join', (room, ack) => {
    socket.join(room)
    ack('ok')
  })
  socket.on('bcast', (room, payload, ack) => {
    io.to(room).emit('news', payload)
    ack('ok')
  })
  socket.on('order', (order, ack) => {
    if (!order || !valid(order)) {
      ack({ error: 'validation' })
      return
    }
    const { item, quantity, cents, currency } = order
    ack({ item, quantity, totalCents: quantity * cents, currency })
  })
})

http.listen(0, '127.0.0.1', () => console.log(`port ${http.address().port}`))
process.stdin.on('end', () => process.exit(0)).resume()
