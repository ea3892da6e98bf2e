package io.fastsocket.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastsocket.spi.transport.Broadcast;
import io.fastsocket.spi.transport.Payload;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One member of a room that does not read; the command {@code overrun.mjs} does it at full size.
 */
final class SlowReaderTest {

    private static final int MEMBERS = 3;
    private static final int ROUNDS = 300;
    private static final int BYTES = 100_000;
    private static final int LIMIT = 2_000_000;

    @Test
    void costsLittleAndNobodyElseNotices() throws Exception {
        try (Engines server = new Engines("outboundLimit", LIMIT);
                RawWebSocket slow = RawWebSocket.joined(server.engine)) {
            List<RawWebSocket> readers = new ArrayList<>();
            for (int i = 0; i < MEMBERS; i++) {
                readers.add(RawWebSocket.joined(server.engine));
            }
            String filling = ",\"" + "x".repeat(BYTES) + "\"";
            long most = 0;
            for (int i = 0; i < ROUNDS; i++) {
                Payload event = Payload.of("\"news\"," + i + filling);
                server.engine.broadcast(new Broadcast("/", Set.of(), Set.of(), false, event));
                String expected = "42[\"news\"," + i + filling + "]";
                for (RawWebSocket reader : readers) {
                    assertThat(reader.text().equals(expected)).as("number %s", i).isTrue();
                }
                most = Math.max(most, server.engine.budgets().outgoing());
            }
            assertThat(most).isLessThan(2L * LIMIT);
            Engines.eventually(() -> server.engine.connections() == MEMBERS);
            Engines.eventually(
                    () -> server.dispatcher.calls.contains("disconnected / forced close"));
            assertThat(server.engine.limits())
                    .filteredOn(limit -> limit.exceeded() > 0)
                    .singleElement()
                    .satisfies(limit -> assertThat(limit.name()).isEqualTo("outboundLimit"));
            Engines.eventually(() -> server.engine.budgets().outgoing() == 0);
            assertThat(slow.status).contains("101");
            for (RawWebSocket reader : readers) {
                reader.close();
            }
        }
    }
}
