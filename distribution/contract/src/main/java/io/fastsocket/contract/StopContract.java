package io.fastsocket.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A server that stops answers what it has begun and says goodbye. */
public interface StopContract extends Contract {

    /** What is in flight is answered, DISCONNECT follows, and only then the end. */
    @Test
    default void saysGoodbye() throws Exception {
        ServerUnderTest server = start();
        try (RawWebSocket client = Contract.joined(server)) {
            client.send("421[\"hold\",1]");
            Contract.eventually(server, "held", () -> server.handled().contains("/ hold"));
            Thread stop = Thread.ofPlatform().daemon().start(server::close);
            server.release();
            assertThat(client.next(server.patience())).isEqualTo("431[1]");
            assertThat(client.next(server.patience())).isEqualTo("41");
            assertThat(client.next(server.patience())).isEqualTo(RawWebSocket.CLOSED);
            stop.join(server.patience().toMillis());
        }
    }
}
