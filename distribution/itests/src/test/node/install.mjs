// Installs what the scripts here use by the committed lock into target/node, once, for the end-to-end tests and the benchmarks.
import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const target = join(here, '../../../target/node')
const stamp = join(target, 'node_modules/.installed-lock.json')
const lock = join(here, 'package-lock.json')

function install() {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === readFileSync(lock, 'utf8')) {
    return
  }
  mkdirSync(target, { recursive: true })
  copyFileSync(join(here, 'package.json'), join(target, 'package.json'))
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

/** An installed package. */
export function library(name) {
  install()
  return createRequire(join(target, 'package.json'))(name)
}

/** The installed socket.io-client's `io`, or that of another version of it. */
export function client(name = 'socket.io-client') {
  return library(name).io ?? library(name)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  install()
}
