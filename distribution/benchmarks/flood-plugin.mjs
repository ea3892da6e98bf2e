// A plugin whose event `flood` logs, made on the spot.
import { madeJar } from './made-plugin.mjs'

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

/** The plugin, made with the JDK that runs the product. */
export function floodJar(product) {
  return madeJar(product, 'flood.Flood', SOURCE)
}
