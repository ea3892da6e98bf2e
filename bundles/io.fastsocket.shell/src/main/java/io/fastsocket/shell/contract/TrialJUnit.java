package io.fastsocket.shell.contract;

import io.fastsocket.spi.contract.ContractTrial.Outcome;
import io.fastsocket.spi.contract.ContractTrial.Result;

/** As JUnit's reports in XML: a case for each example, and for each event that may arrive. */
final class TrialJUnit {

    private TrialJUnit() {}

    static String of(TrialReport report) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        xml.append(
                "<testsuites name=\"asyncapi test\">\n  <testsuite name=%s tests=\"%d\" failures=\"%d\" skipped=\"%d\">\n"
                        .formatted(
                                JUnitReport.quoted(report.contract()),
                                report.outcomes().size(),
                                report.count(Result.FAILED),
                                report.count(Result.SKIPPED)));
        report.outcomes().forEach(outcome -> xml.append(one(outcome)));
        return xml.append("  </testsuite>\n</testsuites>").toString();
    }

    private static String one(Outcome outcome) {
        String name =
                "%s %s %s"
                        .formatted(
                                ComparedFiles.word(outcome.direction()),
                                outcome.event(),
                                outcome.example());
        String head =
                "    <testcase classname=%s name=%s"
                        .formatted(
                                JUnitReport.quoted(outcome.namespace()),
                                JUnitReport.quoted(name.strip()));
        String message = JUnitReport.quoted(outcome.reason());
        return switch (outcome.result()) {
            case PASSED -> head + "/>\n";
            case FAILED -> head + "><failure message=" + message + "/></testcase>\n";
            case SKIPPED -> head + "><skipped message=" + message + "/></testcase>\n";
        };
    }
}
