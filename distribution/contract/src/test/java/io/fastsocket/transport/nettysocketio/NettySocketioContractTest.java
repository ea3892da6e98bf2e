package io.fastsocket.transport.nettysocketio;

import io.fastsocket.contract.EngineContract;
import io.fastsocket.contract.KnownFailures;
import io.fastsocket.contract.ServerUnderTest;
import io.fastsocket.contract.SpiServer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** netty-socketio keeps the contract with our handlers around it. */
@KnownFailures("known-failures.txt")
class NettySocketioContractTest implements EngineContract {

    private static ServerUnderTest shared;

    @BeforeAll
    static void open() {
        shared = running();
    }

    @AfterAll
    static void stop() {
        shared.release();
        shared.close();
    }

    @Override
    public ServerUnderTest server() {
        return shared;
    }

    @Override
    public ServerUnderTest start() {
        return running();
    }

    private static ServerUnderTest running() {
        return new SpiServer<>(
                handlers -> {
                    try {
                        return LibraryEngine.open(
                                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                                settings(),
                                handlers,
                                null);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                engine -> {
                    engine.settle();
                    engine.close(true);
                },
                Duration.ofSeconds(60));
    }

    private static Settings settings() {
        Map<String, Object> values = new HashMap<>();
        for (var attribute : NettySocketioConfiguration.class.getDeclaredMethods()) {
            values.put(attribute.getName().replace('_', '.'), attribute.getDefaultValue());
        }
        values.putAll(Map.of("workerThreads", 1, "outboundLimit", 1 << 20));
        return Settings.of(values);
    }
}
