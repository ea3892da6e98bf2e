package io.fastsocket.api;

import org.osgi.annotation.versioning.ProviderType;

import java.util.List;

/**
 * A JSON value as it came, or as it shall go: unparsed, so key order, number formats and duplicate
 * keys stay as they are. Immutable.
 */
@ProviderType
public interface Json {

    /**
     * A value from JSON text. It is checked when it is sent; it cannot be bound by {@link #as}.
     *
     * @param text one JSON value (RFC 8259)
     * @return the value
     */
    static Json of(String text) {
        return new JsonText(text);
    }

    /**
     * The JSON text. A binary in it is Socket.IO's placeholder, {@code
     * {"_placeholder":true,"num":0}}, where {@code num} counts in {@link #attachments()}.
     *
     * @return the text, never empty
     */
    String text();

    /**
     * The binaries that placeholders in the text stand for.
     *
     * @return the binaries; the arrays are not copies and must not be written to
     */
    List<byte[]> attachments();

    /**
     * Whether there is nothing in it: {@code null}, {@code {}}, {@code []} or {@code ""}.
     *
     * @return true if it holds nothing
     */
    boolean isEmpty();

    /**
     * Binds the value strictly and validates it, like a handler's parameter.
     *
     * @param <T> the type wanted
     * @param type the type
     * @return the value; null for JSON null
     * @throws EventException {@link ErrorCode#VALIDATION} if it does not fit; thrown on from a
     *     handler, it is the right answer to the client
     * @throws UnsupportedOperationException if this was made by {@link #of}
     */
    <T> T as(Class<T> type);
}
