// A Socket.IO client that only sends, made of bytes by hand, so that a load costs less than what it loads.
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { connect } from 'node:net'

const TEXT = 0x81
const MASKED = 0x80

/** One text frame of a client's (RFC 6455, 5.2), of less than 126 bytes. */
export function frame(text) {
  const payload = Buffer.from(text)
  if (payload.length > 125) {
    throw new Error(`too long for a short frame: ${text}`)
  }
  const key = randomBytes(4)
  return Buffer.concat([Buffer.of(TEXT, MASKED | payload.length), key, payload.map((byte, i) => byte ^ key[i % 4])])
}

export class RawSocket {
  #tcp
  #in = Buffer.alloc(0)
  #upgraded = false
  #texts = []

  /** Errors that the server has told, but for those by which it refuses an event for now. */
  errors = []

  /** How many events were refused so: a server whose processors are busy with something else does that. */
  refused = 0
  closed = false

  /** Given the text of each other event and acknowledgement. */
  taken = () => {}

  /** Connects to the namespace `/` of a server. */
  static async open(url) {
    const socket = new RawSocket()
    await socket.#open(new URL(url))
    return socket
  }

  async #open({ hostname, port, host }) {
    this.#tcp = connect(Number(port), hostname)
    this.#tcp.setNoDelay(true)
    this.#tcp.on('close', () => (this.closed = true))
    this.#tcp.on('error', (error) => this.errors.push(String(error)))
    await once(this.#tcp, 'connect')
    this.#tcp.on('data', (data) => this.#take(data))
    this.#tcp.write(
      `GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: ${host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
        `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\nSec-WebSocket-Version: 13\r\n\r\n`,
    )
    await this.#said('0')
    this.#tcp.write(frame('40'))
    await this.#said('40')
  }

  /** Waits for a text that begins so. */
  async #said(start) {
    while (!this.#texts.some((text) => text.startsWith(start))) {
      if (this.closed) {
        throw new Error(`closed before it said ${start}: ${this.errors}`)
      }
      await new Promise((done) => setTimeout(done, 2))
    }
    this.#texts = []
  }

  /** Sends bytes; resolves once there is room for more. */
  async send(bytes) {
    if (!this.#tcp.write(bytes)) {
      await once(this.#tcp, 'drain')
    }
  }

  close() {
    this.#tcp.destroy()
  }

  #take(data) {
    this.#in = Buffer.concat([this.#in, data])
    if (!this.#upgraded) {
      const end = this.#in.indexOf('\r\n\r\n')
      if (end < 0) {
        return
      }
      if (!this.#in.toString('latin1', 0, end).startsWith('HTTP/1.1 101')) {
        throw new Error(this.#in.toString('latin1', 0, end))
      }
      this.#in = this.#in.subarray(end + 4)
      this.#upgraded = true
    }
    for (let text; (text = this.#frame()) !== null; ) {
      this.#text(text)
    }
  }

  /** The next whole frame's text, or null. A server's frames are not masked. */
  #frame() {
    const bytes = this.#in
    const short = bytes.length > 1 ? bytes[1] : 0
    const start = short < 126 ? 2 : short === 126 ? 4 : 10
    if (bytes.length < start) {
      return null
    }
    const length = short < 126 ? short : short === 126 ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2))
    if (bytes.length < start + length) {
      return null
    }
    this.#in = bytes.subarray(start + length)
    return bytes.toString('utf8', start, start + length)
  }

  #text(text) {
    if (text === '2') {
      this.#tcp.write(frame('3'))
    } else if (text.startsWith('42["error"') && text.includes('"code":5003,')) {
      this.refused++
    } else if (text.startsWith('42["error"')) {
      this.errors.push(text)
    } else if (/^4[23]/.test(text)) {
      this.taken(text)
    } else {
      this.#texts.push(text)
    }
  }
}
