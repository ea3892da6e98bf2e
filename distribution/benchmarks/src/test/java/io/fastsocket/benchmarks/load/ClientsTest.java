package io.fastsocket.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.ChannelInboundHandlerAdapter;

import org.junit.jupiter.api.Test;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

class ClientsTest {

    @Test
    void connectionsEndWithTheClients() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Clients clients = new Clients(server.getLocalPort());
            clients.dial(new ChannelInboundHandlerAdapter());
            try (Socket accepted = server.accept()) {
                accepted.setSoTimeout(10_000);
                clients.close();
                assertThat(accepted.getInputStream().read()).isEqualTo(-1);
            }
        }
    }
}
