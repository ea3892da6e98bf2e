package io.fastsocket.benchmarks;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** What the command line asks for. */
final class Options {

    static final String HELP =
            """
            Measures FastSocket, plain netty-socketio, Node socket.io and a plain Netty WebSocket under the same load.

              --short            all scenarios once and briefly: whether all is right, figures are rough
              --rounds N         how often each scenario is measured (3; short: 1)
              --warm-up N        seconds at most until a server is as fast as it gets (12; short: 1)
              --seconds N        seconds that count then (3; short: 1)
              --servers a,b      only these: fastsocket, second-engine, netty-socketio, node,
                                 netty, or contract, which takes part only if it is named
              --scenarios a,b    only these
              --product FOLDER   the product (distribution/runtime/target/fastsocket)
              --server-core N    the core of the servers (0)
              --load-core N      the core of the load generator (1)
              --no-pin           pin nothing: works with any cores, says less
              --out FILE         where the results go as JSON (target/benchmarks.json)
              --docs             write distribution/docs/benchmarks.md and benchmarks.svg
            """;

    private static final Set<String> FLAGS = Set.of("--short", "--docs", "--no-pin", "--help");
    private static final Set<String> VALUES =
            Set.of(
                    "--rounds",
                    "--warm-up",
                    "--seconds",
                    "--servers",
                    "--scenarios",
                    "--product",
                    "--server-core",
                    "--load-core",
                    "--out");

    private final List<String> words;
    private final Path module;

    /**
     * Checks the words.
     *
     * @param module the folder of this module
     */
    Options(Path module, String... words) {
        this.module = module;
        this.words = List.of(words);
        for (int i = 0; i < words.length; i++) {
            if (VALUES.contains(words[i])) {
                if (++i == words.length) {
                    throw new UsageException(words[i - 1] + " needs a value");
                }
            } else if (!FLAGS.contains(words[i])) {
                throw new UsageException(words[i] + " is no option; --help lists them");
            }
        }
    }

    /** Something that whoever typed the command can mend. */
    static final class UsageException extends RuntimeException {
        UsageException(String message) {
            super(message);
        }
    }

    boolean has(String flag) {
        return words.contains(flag);
    }

    private String value(String name, String otherwise) {
        int at = words.lastIndexOf(name);
        return at < 0 ? otherwise : words.get(at + 1);
    }

    boolean isShort() {
        return has("--short");
    }

    private int number(String name, int otherwise) {
        String text = value(name, otherwise + "");
        if (!text.matches("[1-9][0-9]{0,4}")) {
            throw new UsageException(name + " " + text + ": a whole number above 0 is needed");
        }
        return Integer.parseInt(text);
    }

    int rounds() {
        return number("--rounds", isShort() ? 1 : 3);
    }

    int warmUp() {
        return number("--warm-up", isShort() ? 1 : 12);
    }

    int seconds() {
        return number("--seconds", isShort() ? 1 : 3);
    }

    /** Those of the names that are asked for; the usual ones if none is. */
    List<String> chosen(String option, List<String> names, List<String> usual) {
        String text = value(option, "");
        if (text.isEmpty()) {
            return usual;
        }
        List<String> asked = Arrays.asList(text.split(","));
        for (String name : asked) {
            if (!names.contains(name)) {
                throw new UsageException(
                        option + " " + name + ": there are " + String.join(", ", names));
            }
        }
        return names.stream().filter(asked::contains).toList();
    }

    Path product() {
        return path(value("--product", module.resolve("../runtime/target/fastsocket").toString()));
    }

    Path out() {
        return path(value("--out", module.resolve("target/benchmarks.json").toString()));
    }

    Path docs() {
        return path(module.resolve("../docs").toString());
    }

    private static Path path(String text) {
        return Path.of(text).toAbsolutePath().normalize();
    }

    String serverCore() {
        return value("--server-core", "0");
    }

    String loadCore() {
        return value("--load-core", "1");
    }

    /** As it was typed. */
    @Override
    public String toString() {
        return String.join(" ", words);
    }
}
