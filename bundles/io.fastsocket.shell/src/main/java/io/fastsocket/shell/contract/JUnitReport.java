package io.fastsocket.shell.contract;

import io.fastsocket.spi.contract.Problem;
import io.fastsocket.spi.contract.Severity;

import java.util.List;

/**
 * As JUnit's reports in XML: a suite for each file, a failed case for each error, and one case that
 * went well if there is none. Warnings stand in the output.
 */
final class JUnitReport {

    private JUnitReport() {}

    static String of(List<JudgedFile> files) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        xml.append("<testsuites name=\"asyncapi validate\">\n");
        files.forEach(file -> suite(xml, file));
        return xml.append("</testsuites>").toString();
    }

    private static void suite(StringBuilder xml, JudgedFile file) {
        long errors = file.count(Severity.ERROR);
        xml.append(
                "  <testsuite name=%s tests=\"%d\" failures=\"%d\">\n"
                        .formatted(quoted(file.name()), Math.max(1, errors), errors));
        if (errors == 0) {
            xml.append(
                    "    <testcase classname=%s name=\"valid\"/>\n".formatted(quoted(file.name())));
        }
        StringBuilder warnings = new StringBuilder();
        for (Problem problem : file.verdict().problems()) {
            if (problem.severity() == Severity.ERROR) {
                xml.append(failure(file, problem));
            } else {
                warnings.append(escaped(line(file, problem))).append('\n');
            }
        }
        if (!warnings.isEmpty()) {
            xml.append("    <system-out>").append(warnings).append("</system-out>\n");
        }
        xml.append("  </testsuite>\n");
    }

    private static String failure(JudgedFile file, Problem problem) {
        return """
                    <testcase classname=%s name=%s>
                      <failure type=%s message=%s>%s</failure>
                    </testcase>
                """
                .formatted(
                        quoted(file.name()),
                        quoted(problem.rule() + " " + problem.path()),
                        quoted(problem.rule()),
                        quoted(problem.message()),
                        escaped(line(file, problem)));
    }

    private static String line(JudgedFile file, Problem problem) {
        return "%s:%d:%d: %s [%s]"
                .formatted(
                        file.fileOf(problem),
                        problem.line(),
                        problem.column(),
                        problem.message(),
                        problem.rule());
    }

    static String quoted(String text) {
        return "\"" + escaped(text) + "\"";
    }

    /** What XML has no way to write down becomes a question mark. */
    private static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints()
                .forEach(
                        c -> {
                            switch (c) {
                                case '&' -> out.append("&amp;");
                                case '<' -> out.append("&lt;");
                                case '>' -> out.append("&gt;");
                                case '"' -> out.append("&quot;");
                                default ->
                                        out.appendCodePoint(
                                                Character.isISOControl(c)
                                                                || Character.getType(c)
                                                                        == Character.SURROGATE
                                                                || (c & 0xFFFE) == 0xFFFE
                                                        ? '?'
                                                        : c);
                            }
                        });
        return out.toString();
    }
}
