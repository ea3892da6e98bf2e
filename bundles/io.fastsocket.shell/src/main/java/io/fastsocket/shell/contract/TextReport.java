package io.fastsocket.shell.contract;

import io.fastsocket.shell.console.Style;
import io.fastsocket.shell.console.Terminal;
import io.fastsocket.spi.contract.Problem;
import io.fastsocket.spi.contract.Severity;

import java.util.ArrayList;
import java.util.List;

/** {@code hello.yaml:12:3: error: what is wrong}, and a line for the file. */
final class TextReport {

    private TextReport() {}

    static String of(List<JudgedFile> files, Terminal terminal) {
        List<String> lines = new ArrayList<>();
        for (JudgedFile file : files) {
            for (Problem problem : file.verdict().problems()) {
                lines.add(line(file, problem, terminal));
            }
            lines.add(summary(file, terminal));
        }
        return String.join("\n", lines);
    }

    private static String line(JudgedFile file, Problem problem, Terminal terminal) {
        boolean error = problem.severity() == Severity.ERROR;
        return "%s:%d:%d: %s: %s%s %s"
                .formatted(
                        file.fileOf(problem),
                        problem.line(),
                        problem.column(),
                        terminal.paint(
                                error ? Style.BAD : Style.WARNING,
                                JudgedFile.word(problem.severity())),
                        problem.path().isEmpty() ? "" : problem.path() + ": ",
                        problem.message(),
                        terminal.paint(Style.FAINT, "[" + problem.rule() + "]"));
    }

    private static String summary(JudgedFile file, Terminal terminal) {
        boolean valid = file.verdict().valid();
        long errors = file.count(Severity.ERROR);
        long warnings = file.count(Severity.WARNING);
        List<String> facts = new ArrayList<>();
        if (file.verdict().version() != null) {
            facts.add("AsyncAPI " + file.verdict().version());
        }
        if (errors > 0) {
            facts.add(number(errors, "error"));
        }
        if (warnings > 0) {
            facts.add(number(warnings, "warning"));
        }
        return file.name()
                + ": "
                + terminal.paint(valid ? Style.GOOD : Style.BAD, valid ? "valid" : "not valid")
                + (facts.isEmpty() ? "" : " (" + String.join(", ", facts) + ")");
    }

    private static String number(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
