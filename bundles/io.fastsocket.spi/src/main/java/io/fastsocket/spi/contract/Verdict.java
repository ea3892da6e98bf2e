package io.fastsocket.spi.contract;

import java.util.List;

/**
 * What was found in a document.
 *
 * @param version the document's version of AsyncAPI, such as {@code 3.0.0}; null if it names none
 * @param problems in the order of their places; first those of the document, then those of files
 *     that it refers to
 */
public record Verdict(String version, List<Problem> problems) {

    /**
     * A verdict.
     *
     * @param version as above
     * @param problems copied
     */
    public Verdict {
        problems = List.copyOf(problems);
    }

    /**
     * Whether the document is valid. Warnings alone leave it so.
     *
     * @return true if no problem is an error
     */
    public boolean valid() {
        return problems.stream().noneMatch(problem -> problem.severity() == Severity.ERROR);
    }
}
