// What happens when the disk that the log is on is full: a real one, a small tmpfs in a mount namespace of the server's own.
//   node disk-full.mjs [--rate 200] [--seconds 5] [--product FOLDER]
// Exit code 1 if an event was lost or failed, a socket was disconnected, more than one warning was printed, or the log did not go on
// by itself once there was room. Needs Linux, the right to mount, and a JDK to run the product.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { client } from '../itests/src/test/node/install.mjs'
import { startLoad } from '../itests/src/test/node/load.mjs'
import { floodJar } from './flood-plugin.mjs'
import { Product, connect, exampleJar, options, until } from './product.mjs'

const { product: folder, rate, seconds } = options({ rate: 200, seconds: 5 })
const alone = ['unshare', '--mount', ...(process.getuid() === 0 ? [] : ['--map-root-user'])]
if (spawnSync(alone[0], [...alone.slice(1), 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).status !== 0) {
  console.log('LEFT OUT: nothing may be mounted here, not even in a mount namespace of its own')
  process.exit(0)
}
let failed = 0
function check(what, holds, is) {
  console.log(`${holds ? 'yes' : 'NO '}  ${what}: ${is}`)
  failed += holds ? 0 : 1
}

const product = await Product.start(folder, [exampleJar('echo')], '', (home) => {
  const log = join(home, 'var/log')
  mkdirSync(log, { recursive: true })
  return [...alone, 'sh', '-c', `mount -t tmpfs -o size=4m tmpfs '${log}' && exec "$@"`, 'sh']
})
try {
  // The server's own view of the file system: nobody else sees what is mounted there.
  const log = join(`/proc/${product.process.pid}/root`, product.home, 'var/log')
  const size = () => statSync(join(log, 'fastsocket.jsonl')).size
  product.drop('flood.jar', floodJar(product))
  const socket = await connect(client(), product.url)
  const ready = (event, ...given) => until(event, async () => (await socket.timeout(5000).emitWithAck(event, ...given))?.error === undefined)
  await ready('version')
  await ready('flood', 1, 1)

  const load = await startLoad({ url: product.url, rate, sockets: 5 })
  const filler = join(log, 'filler')
  try {
    for (let i = 0; ; i++) {
      writeFileSync(filler, Buffer.alloc(4096), { flag: 'a' })
    }
  } catch (e) {
    if (e.code !== 'ENOSPC') throw e
  }
  const full = size()
  const logged = await socket.timeout(60_000).emitWithAck('flood', 1000, seconds)
  check('the disk was full', size() - full < 100_000, `${size() - full} bytes were written of ${logged} lines`)
  rmSync(filler)
  await until('the log is written again', async () => {
    await socket.timeout(5000).emitWithAck('flood', 10, 1)
    return readFileSync(join(log, 'fastsocket.jsonl'), 'utf8').includes('The log is written again')
  }, 15_000)
  await pause(500)
  const ledger = await load.stop()
  const bad = ledger.lost + ledger.failed + ledger.twice + ledger.reordered + ledger.disconnects
  check('no event was lost or failed, nobody was disconnected', bad === 0, `${ledger.sent} sent, ${ledger.answered} answered`)
  const told = product.printed().split('\n').filter((line) => line.includes('cannot be written'))
  check('one warning', told.length === 1, told.join(' / '))
  const again = readFileSync(join(log, 'fastsocket.jsonl'), 'utf8').split('\n').filter((line) => line.includes('The log is written again'))
  check('it goes on by itself', again.length > 0, again.map((line) => JSON.parse(line).message).join(' / '))
  const broken = readFileSync(join(log, 'fastsocket.jsonl'), 'utf8').trimEnd().split('\n').filter((line) => {
    try {
      JSON.parse(line)
      return false
    } catch {
      return true
    }
  })
  check('lines that are no JSON', broken.length <= 1, broken.length)
  socket.close()
} finally {
  await product.stop()
}
process.exit(failed > 0 ? 1 : 0)
