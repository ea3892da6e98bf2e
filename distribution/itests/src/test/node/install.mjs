// Installs what the scripts here use by the committed lock into target/node, once, for the end-to-end tests and the benchmarks.
import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))

/** Where the packages go: not beside the sources. */
function targetOf(source) {
  return join(here, '../../../target', source === here ? 'node' : `node-${basename(source)}`)
}

/** Installs what a folder's lock names, into a folder of that name. */
function install(source = here) {
  const target = targetOf(source)
  const stamp = join(target, 'node_modules/.installed-lock.json')
  const lock = join(source, 'package-lock.json')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === readFileSync(lock, 'utf8')) {
    return
  }
  mkdirSync(target, { recursive: true })
  copyFileSync(join(source, 'package.json'), join(target, 'package.json'))
  copyFileSync(lock, join(target, 'package-lock.json'))
  const npm = spawnSync('npm', ['ci', '--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts'], {
    cwd: target,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  if (npm.status !== 0) {
    throw new Error(`npm ci failed in ${target}: ${npm.stderr ?? npm.error}`)
  }
  copyFileSync(lock, stamp)
}

/** An installed package, of this folder's lock or that of another one. */
export function library(name, source = here) {
  install(source)
  return createRequire(join(targetOf(source), 'package.json'))(name)
}

/** The installed socket.io-client's `io`, or that of another version of it. */
export function client(name = 'socket.io-client') {
  return library(name).io ?? library(name)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  install()
}
