package io.fastsocket.launcher;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Tells whether an instance runs, and where. */
@Command(
        name = "status",
        description = "Tell whether it runs, and where. Exit code 0 if it does, 3 if not.")
final class StatusCommand implements Callable<Integer> {

    @Mixin private HomeOption home;
    @Spec private CommandSpec spec;

    @Option(names = "--json", description = "Answer in JSON.")
    private boolean json;

    @Override
    public Integer call() {
        Home folder = home.home(Installation.find());
        Optional<RunInfo> info = RunInfo.running(folder.runFile());
        PrintWriter out = spec.commandLine().getOut();
        out.print(json ? json(folder, info) : text(folder, info));
        out.flush();
        return info.isPresent() ? ExitCode.OK : ExitCode.NOT_RUNNING;
    }

    private static String json(Home folder, Optional<RunInfo> info) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("running", info.isPresent());
        answer.put("home", folder.root().toString());
        info.ifPresent(found -> answer.putAll(found.toMap()));
        return Json.write(answer);
    }

    private static String text(Home folder, Optional<RunInfo> info) {
        if (info.isEmpty()) {
            return "not running (home " + folder.root() + ")\n";
        }
        RunInfo found = info.get();
        StringBuilder text =
                new StringBuilder(found.ready() ? "running" : "starting")
                        .append(": process ")
                        .append(found.pid());
        append(text, "Socket.IO port ", found.port());
        append(text, "HTTP port ", found.httpPort());
        return text.append(
                        ", host %s, home %s, version %s%n"
                                .formatted(found.host(), found.home(), found.version()))
                .toString();
    }

    private static void append(StringBuilder text, String name, Integer port) {
        if (port != null) {
            text.append(", ").append(name).append(port);
        }
    }
}
