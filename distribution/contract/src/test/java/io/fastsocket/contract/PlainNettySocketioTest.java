package io.fastsocket.contract;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;

import java.time.Duration;

/** What the contract is for: netty-socketio as it comes fails these tests. */
@KnownFailures("netty-socketio.txt")
class PlainNettySocketioTest implements EngineContract {

    private Duration patience;
    private ServerUnderTest server;

    /** One for each test: what one test breaks must not make another fail. */
    @BeforeEach
    void open(TestInfo test) {
        String name = test.getTestMethod().orElseThrow().getName();
        boolean fails = KnownFailures.Expectation.fails(getClass(), name);
        patience = fails ? Duration.ofMillis(250) : Duration.ofSeconds(60);
        server = start();
    }

    @AfterEach
    void stop() {
        server.release();
        // Takes seconds; the JVM need not wait for it.
        Thread.ofPlatform().daemon().start(server::close);
    }

    @Override
    public ServerUnderTest server() {
        return server;
    }

    @Override
    public ServerUnderTest start() {
        return new PlainServer(patience);
    }
}
