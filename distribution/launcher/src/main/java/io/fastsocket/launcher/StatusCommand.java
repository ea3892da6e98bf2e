package io.fastsocket.launcher;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Tells whether an instance runs, and where. */
final class StatusCommand {

    private final Arguments arguments;
    private final PrintStream out;

    StatusCommand(Arguments arguments, PrintStream out) {
        this.arguments = arguments;
        this.out = out;
    }

    int run() {
        Home folder = arguments.home(Installation.find());
        Optional<RunInfo> info = RunInfo.running(folder.runFile());
        out.print(arguments.has("--json") ? json(folder, info) : text(folder, info));
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
