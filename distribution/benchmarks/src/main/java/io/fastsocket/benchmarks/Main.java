package io.fastsocket.benchmarks;

import io.fastsocket.benchmarks.report.Circumstances;
import io.fastsocket.benchmarks.report.Console;
import io.fastsocket.benchmarks.report.Json;
import io.fastsocket.benchmarks.report.Page;
import io.fastsocket.benchmarks.report.Results;
import io.fastsocket.benchmarks.scenario.Scenario;
import io.fastsocket.benchmarks.scenario.Scenarios;
import io.fastsocket.benchmarks.server.Cores;
import io.fastsocket.benchmarks.server.Server;
import io.fastsocket.benchmarks.server.Servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** The command. */
public final class Main {

    /** Exit code if FastSocket made a mistake. */
    private static final int FAULTS = 1;

    /** Exit code if what was typed cannot be done. */
    private static final int USAGE = 2;

    private Main() {}

    /**
     * Runs what is asked for, and ends the program: 0 if FastSocket made no mistake, 1 if it did, 2
     * if nothing could be measured.
     *
     * @param words see {@code --help}
     */
    public static void main(String... words) {
        int exit = USAGE;
        try {
            exit =
                    run(
                            Path.of(
                                    System.getProperty(
                                            "benchmarks.dir", "distribution/benchmarks")),
                            words);
        } catch (Options.UsageException | IOException e) {
            System.err.println("benchmarks: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        System.exit(exit);
    }

    private static int run(Path module, String... words) throws IOException, InterruptedException {
        Options options = new Options(module, words);
        if (options.has("--help")) {
            System.out.print(Options.HELP);
            return 0;
        }
        if (!Files.isExecutable(options.product().resolve("bin/fastsocket"))) {
            throw new Options.UsageException(
                    options.product()
                            + " is no product: build one with mvn verify, or name one with --product");
        }
        List<Scenario> scenarios =
                choose(
                        options,
                        "--scenarios",
                        Scenarios.all(options.isShort()),
                        Scenario::id,
                        scenario -> true);
        Machine.check(
                scenarios.stream().anyMatch(s -> s.id().equals(Scenarios.IDLE))
                                && !options.isShort()
                        ? 10_000
                        : 2_000);
        String machine = Machine.describe();
        Cores cores =
                options.has("--no-pin")
                        ? Cores.any()
                        : Cores.pin(options.serverCore(), options.loadCore());
        List<Server> servers =
                choose(
                        options,
                        "--servers",
                        Servers.all(options.product(), module.toAbsolutePath().normalize(), cores),
                        Server::id,
                        server -> !server.extra());
        Circumstances circumstances =
                new Circumstances(
                        ZonedDateTime.now(ZoneOffset.UTC)
                                .format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'")),
                        machine,
                        cores.toString(),
                        ("distribution/benchmarks/run " + options).strip(),
                        options.rounds(),
                        options.warmUp(),
                        options.seconds());
        System.out.println(machine + "; " + cores);
        Results results = new Run(options, scenarios, servers).all();
        System.out.print(Console.of(results));
        Json.write(options.out(), results, circumstances);
        System.out.println("\nAll rounds: " + options.out());
        if (options.has("--docs")) {
            Page.write(options.docs(), results, circumstances);
            System.out.println("Written: " + options.docs().resolve("benchmarks.md"));
        }
        String faults = results.ourFaults();
        System.out.print(faults);
        return faults.isEmpty() ? 0 : FAULTS;
    }

    private static <T> List<T> choose(
            Options options,
            String option,
            List<T> all,
            Function<T, String> id,
            Predicate<T> usual) {
        List<String> chosen =
                options.chosen(
                        option,
                        all.stream().map(id).toList(),
                        all.stream().filter(usual).map(id).toList());
        return all.stream().filter(each -> chosen.contains(id.apply(each))).toList();
    }
}
