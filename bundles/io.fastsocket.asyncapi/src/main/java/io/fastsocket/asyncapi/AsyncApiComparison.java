package io.fastsocket.asyncapi;

import io.fastsocket.asyncapi.compare.Comparison;
import io.fastsocket.spi.contract.Change;
import io.fastsocket.spi.contract.ContractComparison;
import io.fastsocket.spi.contract.InvalidContractException;

import org.osgi.service.component.annotations.Component;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Compares AsyncAPI documents. */
@Component
public final class AsyncApiComparison implements ContractComparison {

    private final ValidDocuments documents = new ValidDocuments();

    /** Made by DS, or by whoever has no framework. */
    public AsyncApiComparison() {}

    @Override
    public List<Change> compare(Path old, Path changed, Set<String> hosts)
            throws IOException, InvalidContractException, InterruptedException {
        return ValidDocuments.call(
                () -> Comparison.of(documents.read(old, hosts), documents.read(changed, hosts)));
    }
}
