package io.fastsocket.plugins;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The one thread on which everything is deployed. As an executor it runs tasks there. */
final class DeployerThread implements Executor {

    private static final Logger log = LoggerFactory.getLogger(DeployerThread.class);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);

    /** Work that comes round by round. */
    interface Rounds {
        /** Does one; returns how long to wait for the next, if nothing wakes it before. */
        Duration round();
    }

    private final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
    private final Thread thread;
    private volatile boolean stopped;

    DeployerThread(Rounds rounds) {
        thread =
                Thread.ofPlatform()
                        .name("fastsocket-plugins")
                        .daemon()
                        .unstarted(() -> run(rounds));
    }

    void start() {
        thread.start();
    }

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
    }

    /** Makes the next round begin now. */
    void wake() {
        execute(() -> {});
    }

    /**
     * Lets the round that is under way end. It is not interrupted: an interrupt in the middle of
     * class loading would close the framework's files.
     */
    void stop() {
        stopped = true;
        wake();
        try {
            if (!thread.join(STOP_LIMIT)) {
                log.warn("a deployment is still under way; it is left alone");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(Rounds rounds) {
        Duration wait = Duration.ZERO;
        while (!stopped) {
            try {
                Runnable task = tasks.poll(wait.toNanos(), TimeUnit.NANOSECONDS);
                for (; task != null; task = tasks.poll()) {
                    task.run();
                }
                if (!stopped) {
                    wait = rounds.round();
                }
            } catch (InterruptedException e) {
                log.debug("interrupted by somebody else; going on", e);
            } catch (RuntimeException e) {
                if (!stopped) {
                    log.error("a round of the deployment failed; it is tried again", e);
                }
                wait = Duration.ofSeconds(1);
            }
        }
    }
}
