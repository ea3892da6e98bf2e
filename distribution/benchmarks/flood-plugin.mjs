// A plugin whose event `flood` logs, made on the spot.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

const SOURCE = `package flood;

import io.fastsocket.api.EventHandlers;
import io.fastsocket.api.OnEvent;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

public final class Flood implements EventHandlers {
    private static final Logger LOG = LoggerFactory.getLogger(Flood.class);

    /** Logs so many lines a second, and answers how many that were. */
    @OnEvent(value = "flood", ordered = false, timeout = "1m")
    long flood(int perSecond, int seconds) {
        long begin = System.nanoTime();
        long lines = 0;
        while (System.nanoTime() - begin < seconds * 1_000_000_000L) {
            long due = (System.nanoTime() - begin) * perSecond / 1_000_000_000L;
            for (; lines < due; lines++) {
                LOG.info("candle {} of the market: open {}, close {}", lines, lines % 97, lines % 89);
            }
            LockSupport.parkNanos(1_000_000);
        }
        return lines;
    }
}
`
const MANIFEST = `Bundle-ManifestVersion: 2
Bundle-SymbolicName: io.fastsocket.benchmarks.flood
Bundle-Version: 1.0.0
Import-Package: io.fastsocket.api;version="[1,2)",org.slf4j;version="[2,3)"
Service-Component: OSGI-INF/flood.xml
`
const COMPONENT = `<component xmlns="http://www.osgi.org/xmlns/scr/v1.3.0" name="flood.Flood">
  <implementation class="flood.Flood"/>
  <service><provide interface="io.fastsocket.api.EventHandlers"/></service>
</component>
`

/** A plugin of the source above, made with the JDK that runs the product. */
export function floodJar(product) {
  const tools = dirname(realpathSync(`/proc/${product.info.pid}/exe`))
  if (!existsSync(join(tools, 'javac'))) {
    throw new Error(`${tools} has no javac: set JAVA_HOME to a JDK`)
  }
  const folder = mkdtempSync(join(tmpdir(), 'fastsocket-flood-'))
  const write = (name, text) => {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
    return join(folder, name)
  }
  const libraries = readdirSync(join(product.folder, 'repo'), { recursive: true })
    .filter((name) => /(io\.fastsocket\.api|pax-logging-api)-[^/]*\.jar$/.test(name))
    .map((name) => join(product.folder, 'repo', name))
  const classes = join(folder, 'classes')
  execFileSync(join(tools, 'javac'), ['-proc:none', '-cp', libraries.join(':'), '-d', classes, write('Flood.java', SOURCE)])
  write('classes/OSGI-INF/flood.xml', COMPONENT)
  const jar = join(folder, 'flood.jar')
  execFileSync(join(tools, 'jar'), ['--create', '--file', jar, '--manifest', write('manifest', MANIFEST), '-C', classes, '.'])
  const bytes = readFileSync(jar)
  rmSync(folder, { recursive: true })
  return bytes
}
