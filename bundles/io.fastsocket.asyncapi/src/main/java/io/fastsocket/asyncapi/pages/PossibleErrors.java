package io.fastsocket.asyncapi.pages;

import io.fastsocket.api.ErrorCode;

import java.util.List;

/** The numbered errors that a client may get instead of an acknowledgement. */
final class PossibleErrors {

    /**
     * An error.
     *
     * @param code which one
     * @param meaning what has happened, and what to do
     */
    private record Known(ErrorCode code, String meaning) {}

    /** Those that plugins alone see are left out. */
    private static final List<Known> KNOWN =
            List.of(
                    new Known(
                            ErrorCode.VALIDATION,
                            "The payload is not as it is described here; details name each place."),
                    new Known(
                            ErrorCode.NO_HANDLER,
                            "Nobody answers this event now, such as when its plugin was removed."),
                    new Known(ErrorCode.TOO_MANY_EVENTS, "The client sends more than it may."),
                    new Known(
                            ErrorCode.TOO_MANY_ROOMS,
                            "The client is in as many rooms as it may be."),
                    new Known(
                            ErrorCode.INTERNAL,
                            "The plugin failed; the reference finds the cause in the server's log."),
                    new Known(
                            ErrorCode.UNAVAILABLE,
                            "The plugin is being replaced, has too much to do, or has just failed often."),
                    new Known(ErrorCode.HANDLER_TIMEOUT, "The plugin took longer than it may."),
                    new Known(
                            ErrorCode.OVERLOADED,
                            "More waits for slow clients than the server has room for."));

    private static final String EXAMPLE =
            """
            {
              "error": {
                "code": 4001,
                "reason": "validation",
                "event": "place",
                "details": [{ "path": "lines[0].quantity", "message": "must be 1 or more" }]
              }
            }""";

    private PossibleErrors() {}

    /** Of one event, in a line. */
    static void line(Html html, boolean checked) {
        html.raw("<p class=\"errors\">");
        for (Known known : KNOWN) {
            if (known.code() != ErrorCode.VALIDATION || checked) {
                html.raw("<a href=\"#errors/")
                        .raw(String.valueOf(known.code().code()))
                        .raw("\"><code>")
                        .raw(String.valueOf(known.code().code()))
                        .raw("</code> ")
                        .text(known.code().reason())
                        .raw("</a> ");
            }
        }
        html.raw("<a href=\"#errors\">from <code>")
                .raw(String.valueOf(ErrorCode.FIRST_OF_PLUGINS))
                .raw("</code> on the plugin’s own</a></p>\n");
    }

    /** What they are like, and what each means. */
    static void section(Html html) {
        html.raw("<section class=\"card\" id=\"errors\"><h2>Errors</h2>\n")
                .raw(
                        "<p>If an event cannot be handled, its acknowledgement is this object instead;")
                .raw(" without an acknowledgement it comes as the event <code>error</code>. The")
                .raw(" connection stays open.</p>\n<pre tabindex=\"0\"><code>")
                .text(EXAMPLE)
                .raw("</code></pre>\n<table class=\"codes\"><thead><tr>")
                .raw("<th scope=\"col\">Code</th><th scope=\"col\">Reason</th>")
                .raw("<th scope=\"col\">Meaning</th></tr></thead><tbody>\n");
        for (Known known : KNOWN) {
            String code = String.valueOf(known.code().code());
            html.raw("<tr id=\"errors/").raw(code).raw("\"><td data-label=\"Code\"><code>");
            html.raw(code).raw("</code></td><td data-label=\"Reason\">");
            html.text(known.code().reason()).raw("</td><td data-label=\"Meaning\">");
            html.text(known.meaning());
            html.raw(
                    known.code().retryable() ? " <span class=\"retry\">worth retrying</span>" : "");
            html.raw("</td></tr>\n");
        }
        html.raw(
                        "</tbody></table>\n<p>Numbers from 4000 on are the client’s fault, those from 5000")
                .raw(" on the server’s, those from ")
                .raw(String.valueOf(ErrorCode.FIRST_OF_PLUGINS))
                .raw(" on the plugin’s own.</p></section>\n");
    }
}
