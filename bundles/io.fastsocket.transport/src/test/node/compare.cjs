// Compares another decoder's answers with those of npm's socket.io-parser.
//   node compare.cjs <folder of socket.io-parser>
// A line of input is a packet and the other's answer, by tabs: the packet's text as JSON, then either the fault's name alone,
// or type, attachments, namespace, ack id (-1 for none) and the arguments' text (as JSON). Prints a line per difference, and
// then how often each kind of difference was seen that is meant to be.
const { createInterface } = require('node:readline')
const { Decoder, PacketType } = require(process.argv[2])

// Where the other one may refuse what the reference takes.
const meant = [
  ['no type', (packet, text) => !/^\d/.test(text)],
  ['a number in a CONNECT or DISCONNECT', (packet) => packet.type <= PacketType.DISCONNECT && packet.id !== undefined],
  ['nothing behind an event or an ACK', (packet) => packet.type >= PacketType.EVENT && packet.data === undefined],
  ['an ACK without a number', (packet) => packet.type === PacketType.ACK && packet.id === undefined],
  ['a number as an event name', (packet) => packet.type === PacketType.EVENT && typeof packet.data[0] === 'number'],
  ['a number of attachments that is not in digits', (packet, text) => /^[56]/.test(text) && !/^[56]\d+-/.test(text)],
  ['a space as a digit', (packet, text) => packet.id !== undefined && /\s/.test(text)],
  ['a number too large for an ack', (packet) => !Number.isSafeInteger(packet.id ?? 0)],
  ['placeholders that do not fit the attachments', (packet) => packet.attachments && /_placeholder/.test(JSON.stringify(packet.data))],
]

/** The packet, with its placeholders as they are; null if refused. */
function reference(text) {
  const decoder = new Decoder()
  let packet = null
  decoder.on('decoded', (decoded) => (packet = decoded))
  try {
    decoder.add(text)
  } catch {
    return null
  }
  return packet ?? decoder.reconstructor.reconPack
}

function compare(text, answer) {
  const packet = reference(text)
  if (answer.length === 1) {
    if (packet === null) {
      return 'same'
    }
    return meant.find(([, applies]) => applies(packet, text))?.[0] ?? `refused: ${answer[0]}`
  }
  if (packet === null) {
    return 'let through'
  }
  const [type, attachments, namespace, ackId, args] = answer
  const data = JSON.parse(args)
  const expected = packet.type === PacketType.EVENT ? packet.data.slice(1) : packet.data
  const theirs = [packet.type, packet.attachments ?? 0, packet.nsp, packet.id ?? -1, expected ?? null]
  // The reference has made its binary kinds plain ones by now.
  const ours = [type < PacketType.BINARY_EVENT ? Number(type) : type - 3, Number(attachments), namespace || '/', Number(ackId), data]
  return JSON.stringify(theirs) === JSON.stringify(ours) ? 'same' : `${JSON.stringify(theirs)} became ${JSON.stringify(ours)}`
}

const counts = new Map()
const kinds = new Set(['same', ...meant.map(([kind]) => kind)])
createInterface({ input: process.stdin })
  .on('line', (line) => {
    const [text, ...answer] = line.split('\t')
    const kind = compare(JSON.parse(text), answer)
    counts.set(kind, (counts.get(kind) ?? 0) + 1)
    if (!kinds.has(kind)) {
      console.log(`${text}: ${kind}`)
    }
  })
  .on('close', () => counts.forEach((count, kind) => kinds.has(kind) && console.log(`${count} ${kind}`)))
