package io.fastsocket.transport;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** A WebSocket client that sends just what it is told, right or wrong. */
final class RawWebSocket implements AutoCloseable {

    private static final byte[] MASK = {1, 2, 3, 4};

    final String status;
    private final Socket socket;
    private final DataInputStream in;
    private final OutputStream out;

    /** A frame received: its opcode and payload; -1 for the end. */
    record Frame(int opcode, byte[] payload) {
        String text() {
            return new String(payload, StandardCharsets.UTF_8);
        }
    }

    RawWebSocket(InetSocketAddress address, String target, String... headers) throws IOException {
        this(address, new byte[0], target, headers);
    }

    /** One that sends something else first. */
    RawWebSocket(InetSocketAddress address, byte[] before, String target, String... headers)
            throws IOException {
        socket = new Socket(address.getAddress(), address.getPort());
        socket.setSoTimeout(60_000);
        socket.setTcpNoDelay(true);
        in = new DataInputStream(socket.getInputStream());
        out = socket.getOutputStream();
        out.write(before);
        byte[] key = new byte[16];
        new Random().nextBytes(key);
        StringBuilder request = new StringBuilder("GET " + target + " HTTP/1.1\r\n");
        request.append("Host: 127.0.0.1:" + address.getPort() + "\r\nUpgrade: websocket\r\n");
        request.append("Connection: keep-alive, Upgrade\r\nSec-WebSocket-Version: 13\r\n");
        request.append("Sec-WebSocket-Key: ");
        request.append(java.util.Base64.getEncoder().encodeToString(key)).append("\r\n");
        for (String more : headers) {
            request.append(more).append("\r\n");
        }
        out.write(request.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
        status = line();
        String header = line();
        while (!header.isEmpty()) {
            header = line();
        }
    }

    static RawWebSocket open(Engine engine) throws IOException {
        return new RawWebSocket(engine.address(), "/socket.io/?EIO=4&transport=websocket");
    }

    /** One that has joined the default namespace, and read what the fake dispatcher sends then. */
    static RawWebSocket joined(Engine engine) throws IOException {
        RawWebSocket client = open(engine);
        client.text();
        client.send("40");
        client.text();
        client.text();
        return client;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    void send(String... texts) throws IOException {
        ByteBuffer all = ByteBuffer.allocate(4_000_000);
        for (String text : texts) {
            put(all, 0x81, text.getBytes(StandardCharsets.UTF_8));
        }
        out.write(all.array(), 0, all.position());
    }

    void frame(int first, byte[] payload) throws IOException {
        ByteBuffer all = ByteBuffer.allocate(payload.length + 14);
        put(all, first, payload);
        out.write(all.array(), 0, all.position());
    }

    void raw(byte[] bytes) throws IOException {
        out.write(bytes);
    }

    private static void put(ByteBuffer all, int first, byte[] payload) {
        all.put((byte) first);
        int n = payload.length;
        if (n < 126) {
            all.put((byte) (0x80 | n));
        } else if (n <= 0xFFFF) {
            all.put((byte) (0x80 | 126)).putShort((short) n);
        } else {
            all.put((byte) (0x80 | 127)).putLong(n);
        }
        all.put(MASK);
        for (int i = 0; i < n; i++) {
            all.put((byte) (payload[i] ^ MASK[i & 3]));
        }
    }

    Frame next() throws IOException {
        try {
            int first = in.readUnsignedByte();
            int length = in.readUnsignedByte();
            long n =
                    length == 126 ? in.readUnsignedShort() : length == 127 ? in.readLong() : length;
            byte[] payload = new byte[(int) n];
            in.readFully(payload);
            return new Frame(first & 0xF, payload);
        } catch (EOFException e) {
            return new Frame(-1, new byte[0]);
        }
    }

    /** The next text, heartbeats left out. */
    String text() throws IOException {
        Frame frame = next();
        while (frame.opcode() == 1 && frame.text().equals("2")) {
            frame = next();
        }
        if (frame.opcode() != 1) {
            throw new IOException("Not a text: " + frame.opcode() + " " + frame.text());
        }
        return frame.text();
    }

    /** Reads up to the close frame and gives its code; -1 if the connection just ends. */
    int closeCode() throws IOException {
        while (true) {
            Frame frame = next();
            if (frame.opcode() == 8) {
                return ByteBuffer.wrap(frame.payload()).getShort();
            } else if (frame.opcode() < 0) {
                return -1;
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
