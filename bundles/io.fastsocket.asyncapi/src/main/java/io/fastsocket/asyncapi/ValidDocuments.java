package io.fastsocket.asyncapi;

import io.fastsocket.asyncapi.document.DeepStack;
import io.fastsocket.asyncapi.document.Document;
import io.fastsocket.asyncapi.document.UnreadableException;
import io.fastsocket.asyncapi.schema.OfficialSchemas;
import io.fastsocket.spi.contract.InvalidContractException;
import io.fastsocket.spi.contract.Problem;
import io.fastsocket.spi.contract.Severity;
import io.fastsocket.spi.contract.Verdict;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;

/** Reads documents for those who can only do something with valid ones. */
final class ValidDocuments {

    private final OfficialSchemas schemas = new OfficialSchemas();

    /** Does something with documents, where they may be deep. */
    static <T> T call(Callable<T> work)
            throws IOException, InvalidContractException, InterruptedException {
        try {
            return DeepStack.call(work);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException cause -> throw cause;
                case InvalidContractException cause -> throw cause;
                default -> throw new IllegalStateException(e.getCause());
            }
        }
    }

    /** A document that has been judged, and is valid. */
    Document read(Path file, Set<String> hosts)
            throws IOException, InvalidContractException, InterruptedException {
        Verdict verdict = new Judgement(schemas, false, hosts).of(file);
        List<Problem> errors =
                verdict.problems().stream()
                        .filter(problem -> problem.severity() == Severity.ERROR)
                        .toList();
        if (!errors.isEmpty()) {
            Problem first = errors.getFirst();
            String more = errors.size() == 1 ? "" : " (and " + (errors.size() - 1) + " more)";
            throw new InvalidContractException(
                    "%s is not valid: %d:%d %s%s"
                            .formatted(
                                    file.getFileName(),
                                    first.line(),
                                    first.column(),
                                    first.message(),
                                    more));
        }
        try {
            return Document.read(file, hosts);
        } catch (UnreadableException e) {
            throw new InvalidContractException(file.getFileName() + " has just changed");
        }
    }
}
