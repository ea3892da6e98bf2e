package io.fastsocket.asyncapi.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.fastsocket.asyncapi.compare.Comparison;
import io.fastsocket.asyncapi.document.DeepStack;
import io.fastsocket.asyncapi.document.Document;
import io.fastsocket.asyncapi.event.Message;
import io.fastsocket.spi.contract.Change;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** What has changed between two documents that {@link Keeper#document} wrote. */
final class ContractChanges {

    private ContractChanges() {}

    static List<Change> between(String old, String changed) {
        try {
            String demanded = undemanding(old);
            return DeepStack.call(() -> Comparison.of(Document.of(demanded), Document.of(changed)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("comparing the contracts was interrupted", e);
        } catch (IOException | ExecutionException e) {
            throw new IllegalStateException("the contracts cannot be compared: " + e, e);
        }
    }

    /**
     * A method that returns nothing promises no more than to be called: it may return something
     * later. So where a contract says that an acknowledgement has no arguments, nothing is known.
     */
    private static String undemanding(String old) throws IOException {
        JsonNode root = LiveContracts.JSON.readTree(old);
        for (JsonNode operation : root.path("operations")) {
            for (JsonNode reply : operation.path("reply").path("messages")) {
                JsonNode message = root.at(reply.path("$ref").asText().substring(1));
                JsonNode payload = message.path("payload");
                if (payload.path("maxItems").asInt(-1) == 0 && Message.isArguments(payload)) {
                    ((ObjectNode) message).remove("payload");
                }
            }
        }
        return LiveContracts.JSON.writeValueAsString(root);
    }
}
