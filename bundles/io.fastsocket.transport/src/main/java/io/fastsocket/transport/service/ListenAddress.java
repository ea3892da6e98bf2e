package io.fastsocket.transport.service;

import io.fastsocket.spi.transport.SocketTransport;

import org.osgi.framework.BundleContext;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Where the main settings say that Socket.IO is to listen. */
final class ListenAddress {

    private static final String DEFAULT_HOST = "127.0.0.1";
    private static final String DEFAULT_PORT = "9092";

    private ListenAddress() {}

    static InetSocketAddress of(BundleContext context) {
        String port = property(context, SocketTransport.PORT, DEFAULT_PORT);
        if (!port.matches("[0-9]{1,5}") || Integer.parseInt(port) > 0xFFFF) {
            throw new IllegalArgumentException(
                    "%s = %s is not allowed; it must be a port from 0 to 65535, 0 for any free one"
                            .formatted(SocketTransport.PORT, port));
        }
        return at(context, Integer.parseInt(port));
    }

    /** The same with another port. */
    static InetSocketAddress at(BundleContext context, int port) {
        return new InetSocketAddress(property(context, SocketTransport.HOST, DEFAULT_HOST), port);
    }

    private static String property(BundleContext context, String key, String otherwise) {
        String value = context.getProperty(key);
        return value == null || value.isBlank() ? otherwise : value.strip();
    }

    /** Whether nobody listens there. */
    static boolean isFree(InetSocketAddress address) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(address);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
