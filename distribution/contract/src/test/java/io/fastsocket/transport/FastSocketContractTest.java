package io.fastsocket.transport;

import io.fastsocket.contract.EngineContract;
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

/** Our engine keeps the contract. */
class FastSocketContractTest implements EngineContract {

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
                        return Engine.open(
                                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                                settings(),
                                handlers);
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
        for (var attribute : TransportConfiguration.class.getDeclaredMethods()) {
            values.put(attribute.getName(), attribute.getDefaultValue());
        }
        values.putAll(Map.of("eventLoops", 1, "outboundLimit", 1 << 20));
        return Settings.of(values);
    }
}
