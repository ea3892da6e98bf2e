package io.fastsocket.transport;

import io.fastsocket.spi.transport.Payload;
import io.fastsocket.transport.codec.Utf8;
import io.fastsocket.transport.engineio.CloseCause;
import io.fastsocket.transport.engineio.Connection;
import io.fastsocket.transport.engineio.Message;
import io.fastsocket.transport.engineio.MessageReceiver;
import io.netty.buffer.ByteBuf;

import java.util.List;

/** Sends each message back: what the public Engine.IO suite wants behind the engine. */
final class EngineIoEcho implements MessageReceiver {

    private final Connection connection;

    EngineIoEcho(Connection connection) {
        this.connection = connection;
    }

    private record Text(Payload text) implements Message {
        @Override
        public int length() {
            return text.length();
        }

        @Override
        public void writeTo(ByteBuf out) {
            out.writeBytes(text.bytes(), text.offset(), text.length());
        }

        @Override
        public List<byte[]> attachments() {
            return List.of();
        }
    }

    @Override
    public void text(byte[] bytes, int from, int to) {
        if (Utf8.valid(bytes, from, to)) {
            connection.send(new Text(new Payload(bytes, from, to - from, List.of())));
        } else {
            connection.close(CloseCause.BAD_UTF8);
        }
    }

    @Override
    public void binary(byte[] bytes) {
        connection.sendBinary(bytes);
    }

    @Override
    public void endOfBatch() {}

    @Override
    public void tick(long now) {}

    @Override
    public void closed(CloseCause cause) {}
}
