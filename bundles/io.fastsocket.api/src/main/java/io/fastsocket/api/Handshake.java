package io.fastsocket.api;

import org.osgi.annotation.versioning.ProviderType;

import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a client said when it connected and when it joined the namespace. Immutable. */
@ProviderType
public interface Handshake {

    /**
     * The namespace the client asked for.
     *
     * @return its name, beginning with a slash
     */
    String namespace();

    /**
     * What the client gave as {@code auth}, sent with CONNECT.
     *
     * @return an object; {@code {}} if the client gave none
     */
    Json auth();

    /**
     * The parameters of the connection's URL, decoded, in order.
     *
     * @return values by name
     */
    Map<String, List<String>> query();

    /**
     * The HTTP headers of the connection's first request.
     *
     * @return values by name; names are looked up without regard to case
     */
    Map<String, List<String>> headers();

    /**
     * The first value of a header.
     *
     * @param name in any case
     * @return the value, or empty
     */
    default Optional<String> header(String name) {
        List<String> values = headers().get(name);
        return values == null || values.isEmpty() ? Optional.empty() : Optional.of(values.get(0));
    }

    /**
     * Where the client connected from.
     *
     * @return the peer's address
     */
    InetSocketAddress remoteAddress();

    /**
     * Whether the connection is encrypted.
     *
     * @return true for TLS
     */
    boolean secure();

    /**
     * When the connection was opened.
     *
     * @return the server's time
     */
    Instant time();
}
