package io.fastsocket.shell.contract;

import io.fastsocket.shell.console.Terminal;

import java.util.List;

/** The forms that a report can have. */
public enum ReportFormat {
    /** For people: a line for each problem, as compilers print them. */
    TEXT,
    /** For programs. */
    JSON,
    /** For what shows the outcome of tests. */
    JUNIT,
    /** For what shows problems beside the code; SARIF 2.1.0. */
    SARIF;

    /**
     * A report.
     *
     * @param files what was judged
     * @param terminal the one that shows it
     * @param version of the product
     * @return the text, without a line break at its end
     */
    public String report(List<JudgedFile> files, Terminal terminal, String version) {
        return switch (this) {
            case TEXT -> TextReport.of(files, terminal);
            case JSON -> JsonReport.of(files);
            case JUNIT -> JUnitReport.of(files);
            case SARIF -> SarifReport.of(files, version);
        };
    }
}
