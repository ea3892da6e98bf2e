// Changes a JAR without a JVM: what a new build of a plugin would bring.
import { crc32, inflateRawSync } from 'node:zlib'

const MANIFEST = 'META-INF/MANIFEST.MF'
const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
const END_LENGTH = 22

/** A JAR's bytes with a comment added to the zip directory: a new revision of the same code. */
export function variant(jar, comment) {
  const bytes = Buffer.concat([jar, Buffer.from(comment)])
  // The comment's length is the last field of the zip's end record (APPNOTE 4.3.16).
  bytes.writeUInt16LE(comment.length, bytes.length - comment.length - 2)
  return bytes
}

/** The same with another Bundle-Version. The JAR must have no comment. */
export function renumbered(jar, version) {
  const end = jar.length - END_LENGTH
  if (jar.readUInt32LE(end) !== END) {
    throw new Error('no zip directory without a comment at the end of the JAR')
  }
  const parts = []
  const directory = []
  let length = 0
  let at = jar.readUInt32LE(end + 16)
  for (let i = 0; i < jar.readUInt16LE(end + 10); i++) {
    const entry = entryAt(jar, at)
    at += entry.header.length
    const content = entry.name === MANIFEST ? manifest(jar, entry, version) : local(jar, entry)
    entry.header.writeUInt32LE(length, 42)
    parts.push(content)
    directory.push(entry.header)
    length += content.length
  }
  const tail = Buffer.from(jar.subarray(end))
  tail.writeUInt32LE(directory.reduce((sum, header) => sum + header.length, 0), 12)
  tail.writeUInt32LE(length, 16)
  return Buffer.concat([...parts, ...directory, tail])
}

/** What the directory says of an entry (APPNOTE 4.3.12); the header is a copy. */
function entryAt(jar, at) {
  if (jar.readUInt32LE(at) !== CENTRAL) {
    throw new Error('damaged zip directory')
  }
  const names = jar.readUInt16LE(at + 28)
  const rest = jar.readUInt16LE(at + 30) + jar.readUInt16LE(at + 32)
  return {
    header: Buffer.from(jar.subarray(at, at + 46 + names + rest)),
    name: jar.toString('utf8', at + 46, at + 46 + names),
    method: jar.readUInt16LE(at + 10),
    size: jar.readUInt32LE(at + 20),
    offset: jar.readUInt32LE(at + 42),
  }
}

function dataOf(jar, entry) {
  const from = entry.offset + 30 + jar.readUInt16LE(entry.offset + 26) + jar.readUInt16LE(entry.offset + 28)
  return jar.subarray(from, from + entry.size)
}

/** An entry as it stands, with its sizes in front and nothing behind it. */
function local(jar, entry) {
  return Buffer.concat([localHeader(entry), dataOf(jar, entry)])
}

function localHeader({ header, name }) {
  const flags = header.readUInt16LE(8) & ~8
  header.writeUInt16LE(flags, 8)
  const bytes = Buffer.alloc(30 + Buffer.byteLength(name))
  bytes.writeUInt32LE(LOCAL, 0)
  header.copy(bytes, 4, 6, 28)
  bytes.writeUInt16LE(Buffer.byteLength(name), 26)
  bytes.write(name, 30)
  return bytes
}

function manifest(jar, entry, version) {
  const data = dataOf(jar, entry)
  const text = (entry.method === 8 ? inflateRawSync(data) : data).toString('utf8')
  const changed = Buffer.from(text.replace(/^Bundle-Version: [^\r\n]*/m, `Bundle-Version: ${version}`))
  entry.header.writeUInt16LE(0, 10)
  entry.header.writeUInt32LE(crc32(changed), 16)
  entry.header.writeUInt32LE(changed.length, 20)
  entry.header.writeUInt32LE(changed.length, 24)
  return Buffer.concat([localHeader(entry), changed])
}
