package io.fastsocket.contract;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Collects what Netty's leak detector logs in this JVM. */
final class LeakListener extends Handler {

    private static final Logger DETECTOR = Logger.getLogger("io.netty.util.ResourceLeakDetector");
    private static final List<String> LEAKS = new CopyOnWriteArrayList<>();

    private LeakListener() {}

    static void install() {
        DETECTOR.addHandler(new LeakListener());
    }

    static List<String> leaks() {
        return LEAKS;
    }

    @Override
    public void publish(LogRecord line) {
        if (line.getMessage().contains("LEAK")) {
            LEAKS.add(line.getMessage());
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
