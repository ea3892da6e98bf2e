package io.fastsocket.asyncapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

import io.fastsocket.asyncapi.trial.Trial;
import io.fastsocket.spi.contract.ContractTrial;
import io.fastsocket.spi.contract.InvalidContractException;

import org.osgi.service.component.annotations.Component;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Plays the examples of AsyncAPI documents. */
@Component
public final class AsyncApiTrial implements ContractTrial {

    private final ValidDocuments documents = new ValidDocuments();

    /** Made by DS, or by whoever has no framework. */
    public AsyncApiTrial() {}

    @Override
    public List<Outcome> play(
            Path document, URI server, String auth, Duration limit, Set<String> hosts)
            throws IOException, InvalidContractException, InterruptedException {
        JsonNode with =
                auth.isEmpty() ? MissingNode.getInstance() : new JsonMapper().readTree(auth);
        return ValidDocuments.call(
                () -> Trial.of(documents.read(document, hosts), server, with, limit));
    }
}
