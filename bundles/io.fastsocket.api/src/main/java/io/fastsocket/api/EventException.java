package io.fastsocket.api;

import java.util.List;
import java.util.Objects;

/**
 * An error meant for the client. Thrown by a handler it becomes the answer to the event; thrown by
 * {@link OnHandshake} it refuses the client. Code, reason and details are sent; cause and stack
 * trace stay in the server.
 */
public class EventException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int code;
    private final transient List<Detail> details;

    /**
     * One violation.
     *
     * @param path where in the arguments, such as {@code address.city} or {@code items[2].price};
     *     for an event with several arguments it begins with the argument's number, such as {@code
     *     [1].name}; empty for the whole
     * @param message what is wrong, in English
     */
    public record Detail(String path, String message) {

        /** Checks that neither is null. */
        public Detail {
            Objects.requireNonNull(path, "path");
            Objects.requireNonNull(message, "message");
        }
    }

    /**
     * An error of a plugin's own.
     *
     * @param code at least {@link ErrorCode#FIRST_OF_PLUGINS}
     * @param reason what the client is told
     */
    public EventException(int code, String reason) {
        this(code, reason, List.of(), null);
    }

    /**
     * An error of a plugin's own, with details.
     *
     * @param code at least {@link ErrorCode#FIRST_OF_PLUGINS}
     * @param reason what the client is told
     * @param details violations, sent with it
     * @param cause for the log, or null
     */
    public EventException(int code, String reason, List<Detail> details, Throwable cause) {
        super(Objects.requireNonNull(reason, "reason"), cause);
        if (code < ErrorCode.FIRST_OF_PLUGINS) {
            throw new IllegalArgumentException(
                    "code "
                            + code
                            + ": numbers below "
                            + ErrorCode.FIRST_OF_PLUGINS
                            + " belong to the runtime (ErrorCode)");
        }
        this.code = code;
        this.details = List.copyOf(details);
    }

    /**
     * One of the runtime's errors.
     *
     * @param code which
     * @param details violations, sent with it
     * @param cause for the log, or null
     */
    public EventException(ErrorCode code, List<Detail> details, Throwable cause) {
        super(code.reason(), cause);
        this.code = code.code();
        this.details = List.copyOf(details);
    }

    /**
     * The error's number.
     *
     * @return from {@link ErrorCode}, or at least {@link ErrorCode#FIRST_OF_PLUGINS}
     */
    public int code() {
        return code;
    }

    /**
     * What the client is told.
     *
     * @return the same as {@link #getMessage()}
     */
    public String reason() {
        return getMessage();
    }

    /**
     * The violations.
     *
     * @return empty if there are none
     */
    public List<Detail> details() {
        return details == null ? List.of() : details;
    }
}
