package io.fastsocket.asyncapi.trial;

import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.net.http.WebSocketHandshakeException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Locale;

/** Says in words why there is no connection: the JDK's exceptions say it by their classes. */
final class Unreachable {

    private Unreachable() {}

    /** The reason, without the address. */
    static String reason(Throwable thrown) {
        String said = null;
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case UnresolvedAddressException e -> {
                    return "there is no host of that name";
                }
                case UnknownHostException e -> {
                    return "there is no host of that name";
                }
                case HttpTimeoutException e -> {
                    return "it does not answer in time";
                }
                case WebSocketHandshakeException e -> {
                    return "it answers "
                            + e.getResponse().statusCode()
                            + ", so it does not speak Socket.IO there";
                }
                default -> {
                    String message = cause.getMessage();
                    if (message != null && !message.isBlank() && !message.contains("Exception")) {
                        said = message;
                    }
                }
            }
        }
        return said == null
                ? "nobody listens there"
                : said.substring(0, 1).toLowerCase(Locale.ROOT) + said.substring(1);
    }
}
