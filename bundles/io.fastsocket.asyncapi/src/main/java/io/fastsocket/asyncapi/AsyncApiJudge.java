package io.fastsocket.asyncapi;

import io.fastsocket.asyncapi.document.DeepStack;
import io.fastsocket.asyncapi.schema.OfficialSchemas;
import io.fastsocket.spi.contract.ContractJudge;
import io.fastsocket.spi.contract.Verdict;

import org.osgi.service.component.annotations.Component;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ExecutionException;

/**
 * Judges AsyncAPI documents. The schemas that are read for the first are kept for those after it.
 */
@Component
public final class AsyncApiJudge implements ContractJudge {

    private final OfficialSchemas schemas = new OfficialSchemas();

    /** Made by DS, or by whoever has no framework. */
    public AsyncApiJudge() {}

    @Override
    public Verdict judge(Path document, boolean strict, Set<String> hosts)
            throws IOException, InterruptedException {
        try {
            return DeepStack.call(() -> new Judgement(schemas, strict, hosts).of(document));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw new IllegalStateException("judging " + document + " failed", e.getCause());
        }
    }
}
