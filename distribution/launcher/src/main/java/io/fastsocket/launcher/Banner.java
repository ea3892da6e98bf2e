package io.fastsocket.launcher;

import java.time.Duration;
import java.util.Locale;

/** What a person sees once the instance serves. */
final class Banner {

    private Banner() {}

    /**
     * The banner.
     *
     * @param info what runs
     * @param took how long the start took, or null if nobody measured it
     * @param stop how to stop it
     */
    static String text(RunInfo info, Duration took, String stop) {
        StringBuilder text =
                new StringBuilder("\nFastSocket ").append(info.version()).append(" is ready");
        if (took != null) {
            text.append(String.format(Locale.ROOT, " (%.1f s)", took.toMillis() / 1000.0));
        }
        text.append("\n\n");
        String host = info.host().contains(":") ? "[" + info.host() + "]" : info.host();
        if (info.port() != null) {
            line(
                    text,
                    "Socket.IO",
                    (info.secure() ? "https://" : "http://") + host + ":" + info.port());
        }
        if (info.httpPort() != null) {
            line(text, "HTTP", "http://" + host + ":" + info.httpPort() + "/");
        }
        Home home = new Home(java.nio.file.Path.of(info.home()));
        line(text, "Plugins", home.plugins() + "  (drop a JAR there)");
        line(text, "Settings", home.etc().toString());
        line(text, "Stop", stop);
        return text.append('\n').toString();
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(String.format(Locale.ROOT, "  %-10s %s%n", name, value));
    }
}
