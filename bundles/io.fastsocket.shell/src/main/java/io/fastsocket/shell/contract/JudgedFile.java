package io.fastsocket.shell.contract;

import io.fastsocket.spi.contract.Problem;
import io.fastsocket.spi.contract.Severity;
import io.fastsocket.spi.contract.Verdict;

import java.nio.file.Path;

/**
 * A document and what the judge says.
 *
 * @param name as it was typed
 * @param verdict what was found
 */
public record JudgedFile(String name, Verdict verdict) {

    /** How many problems of a severity there are. */
    long count(Severity severity) {
        return verdict.problems().stream().filter(p -> p.severity() == severity).count();
    }

    /** The file that a problem is in, named from where the document is. */
    String fileOf(Problem problem) {
        if (problem.file() == null || problem.file().contains("://")) {
            return problem.file() == null ? name : problem.file();
        }
        Path folder = Path.of(name).getParent();
        return folder == null ? problem.file() : folder.resolve(problem.file()).toString();
    }

    /** The severity as a word. */
    static String word(Severity severity) {
        return severity == Severity.ERROR ? "error" : "warning";
    }
}
