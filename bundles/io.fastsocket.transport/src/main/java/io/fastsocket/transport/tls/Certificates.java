package io.fastsocket.transport.tls;

import io.netty.handler.ssl.SslContext;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;

/**
 * The certificate in force, read again when its files change. What is no certificate is said in one
 * line, and the one before stays. Connections that are open are not touched. Usable from any
 * thread.
 */
public final class Certificates implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Certificates.class);

    /** How often the files are looked at; taken once they stay the same that long. */
    private static final long PERIOD_MILLIS = 1000;

    private final PemFiles files;
    private final Thread watch;
    private volatile SslContext inForce;
    private String taken;

    /**
     * Reads the files, and follows them from now on.
     *
     * @param files where they are
     * @throws IOException saying in one line what is wrong with them
     */
    public Certificates(PemFiles files) throws IOException {
        this.files = files;
        taken = files.stamp();
        inForce = files.read();
        watch = Thread.ofVirtual().name("tls-files").start(this::watch);
    }

    /**
     * Which files these are.
     *
     * @return as given
     */
    public PemFiles files() {
        return files;
    }

    /**
     * What new connections are served with.
     *
     * @return the last one that was good
     */
    public SslContext inForce() {
        return inForce;
    }

    private void watch() {
        String before = taken;
        try {
            while (true) {
                Thread.sleep(PERIOD_MILLIS);
                String now = files.stamp();
                if (now.equals(before) && !now.equals(taken)) {
                    taken = now;
                    take();
                }
                before = now;
            }
        } catch (InterruptedException e) {
            LOG.trace("No longer followed", e);
        }
    }

    private void take() {
        try {
            inForce = files.read();
            LOG.info("The certificate in {} is in force for new connections", files.certificate());
        } catch (IOException e) {
            LOG.error("{}; the certificate before stays in force", e.getMessage());
        }
    }

    /** Follows the files no longer. */
    @Override
    public void close() {
        watch.interrupt();
    }
}
