package io.fastsocket.itests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** That the example echo gives back the very text it was sent: checked without a JSON library. */
class RawTextIT {

    private static final String TEXT =
            "[{\"z\":1.50,\"a\":[1e3,-0.0,12345678901234567890],\"z\":2},\"\\u00e9é\",null]";

    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();

    @Test
    void keepsKeyOrderNumbersAndEscapes() throws Exception {
        try (Product product = Product.start("raw")) {
            product.deploy(Setup.exampleJar("echo"), "echo.jar");
            WebSocket socket = open(product.port());
            assertThat(next()).startsWith("0{");
            send(socket, "40");
            assertThat(next()).startsWith("40{");
            Await.until("echo is deployed", NodeClient.PATIENCE, () -> echoes(socket));
            send(socket, "427[\"echo\"," + TEXT.substring(1));
            assertThat(next()).isEqualTo("437" + TEXT);
            socket.abort();
        }
    }

    private boolean echoes(WebSocket socket) throws InterruptedException {
        send(socket, "421[\"echo\"]");
        return next().equals("431[]");
    }

    private WebSocket open(int port) {
        URI uri = URI.create("ws://127.0.0.1:" + port + "/socket.io/?EIO=4&transport=websocket");
        return HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(uri, new Listener())
                .join();
    }

    private static void send(WebSocket socket, String text) {
        socket.sendText(text, true).join();
    }

    private String next() throws InterruptedException {
        String text = received.poll(60, TimeUnit.SECONDS);
        assertThat(text).as("a packet within 60 s").isNotNull();
        return text;
    }

    private final class Listener implements WebSocket.Listener {

        private final StringBuilder parts = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            parts.append(data);
            if (last) {
                received.add(parts.toString());
                parts.setLength(0);
            }
            socket.request(1);
            return null;
        }
    }
}
