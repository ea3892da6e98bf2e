// Makes a plugin of one class on the spot, with the JDK that runs the product.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** Tools that run for a second are not worth optimising: the load beside them needs the cores. */
const BRIEFLY = ['-J-XX:TieredStopAtLevel=1', '-J-XX:+UseSerialGC']

/** The bytes of a JAR with one handler component, `name` with its package; it may import the API, SLF4J and these packages. */
export function madeJar(product, name, source, version = '1.0.0', imports = []) {
  const tools = dirname(realpathSync(`/proc/${product.info.pid}/exe`))
  if (!existsSync(join(tools, 'javac'))) {
    throw new Error(`${tools} has no javac: set JAVA_HOME to a JDK`)
  }
  const folder = mkdtempSync(join(tmpdir(), 'fastsocket-plugin-'))
  const write = (file, text) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
    return join(folder, file)
  }
  const [parcel, simple] = name.split('.')
  const libraries = readdirSync(join(product.folder, 'repo'), { recursive: true })
    .filter((file) => /(io\.fastsocket\.api|pax-logging-api|rxjava|reactive-streams|jakarta\.validation-api)-[^/]*\.jar$/.test(file))
    .map((file) => join(product.folder, 'repo', file))
  const classes = join(folder, 'classes')
  execFileSync(join(tools, 'javac'), [...BRIEFLY, '-proc:none', '-cp', libraries.join(':'), '-d', classes, write(`${simple}.java`, source)])
  write(`classes/OSGI-INF/${parcel}.xml`, component(name))
  const jar = join(folder, 'made.jar')
  execFileSync(join(tools, 'jar'), [...BRIEFLY, '--create', '--file', jar, '--manifest', write('manifest', manifest(parcel, version, imports)), '-C', classes, '.'])
  const bytes = readFileSync(jar)
  rmSync(folder, { recursive: true })
  return bytes
}

function manifest(parcel, version, imports) {
  const packages = ['io.fastsocket.api;version="[1,2)"', 'org.slf4j;version="[2,3)"', ...imports]
  return `Bundle-ManifestVersion: 2
Bundle-SymbolicName: io.fastsocket.benchmarks.${parcel}
Bundle-Version: ${version}
Import-Package: ${packages.join(',\n ')}
Service-Component: OSGI-INF/${parcel}.xml
`
}

function component(name) {
  return `<component xmlns="http://www.osgi.org/xmlns/scr/v1.3.0" name="${name}">
  <implementation class="${name}"/>
  <service><provide interface="io.fastsocket.api.EventHandlers"/></service>
</component>
`
}
