package io.fastsocket.transport.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufInputStream;
import io.netty.buffer.ByteBufOutputStream;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/** What clients say they can decompress, and gzip for those who poll. */
final class Compression {

    private static final String DEFLATE = "permessage-deflate";

    private Compression() {}

    /**
     * Whether a WebSocket's client offers a kind of permessage-deflate that is spoken here. An
     * offer that bounds the server's window is none: the JDK's has its full size always.
     */
    static boolean offered(HttpHeaders headers) {
        for (String line : headers.getAll(HttpHeaderNames.SEC_WEBSOCKET_EXTENSIONS)) {
            for (String offer : line.split(",", -1)) {
                String[] parts = offer.strip().split("\\s*;\\s*", -1);
                if (parts[0].equalsIgnoreCase(DEFLATE)
                        && !offer.toLowerCase(Locale.ROOT).contains("server_max_window_bits")) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether the client takes gzip. */
    static boolean takesGzip(HttpHeaders headers) {
        String accepted = headers.get(HttpHeaderNames.ACCEPT_ENCODING, "");
        return accepted.matches(
                "(?i)(.*[,\\s])?gzip(\\s*;\\s*q=(1(\\.0*)?|0?\\.\\d*[1-9]\\d*))?\\s*(,.*)?");
    }

    /** The same, compressed; takes it over. */
    static ByteBuf gzip(ByteBuf body) {
        ByteBuf packed = Unpooled.buffer(body.readableBytes() / 2 + 64);
        try (GZIPOutputStream out = new GZIPOutputStream(new ByteBufOutputStream(packed));
                ByteBufInputStream in = new ByteBufInputStream(body, true)) {
            in.transferTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory has no failures of input and output", e);
        }
        return packed;
    }
}
