package io.fastsocket.asyncapi.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.fastsocket.asyncapi.compare.Comparison;
import io.fastsocket.asyncapi.document.DeepStack;
import io.fastsocket.asyncapi.document.Document;
import io.fastsocket.asyncapi.event.Message;
import io.fastsocket.spi.contract.Change;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;

/** What has changed between two documents that {@link Keeper#document} wrote. */
final class ContractChanges {

    private ContractChanges() {}

    /** Files are what documents are read from, so they become files for that long. */
    static List<Change> between(String old, String changed) {
        try {
            Path folder = Files.createTempDirectory("fastsocket-contract");
            try {
                Path before = Files.writeString(folder.resolve("old.json"), undemanding(old));
                Path after = Files.writeString(folder.resolve("new.json"), changed);
                return DeepStack.call(() -> Comparison.of(read(before), read(after)));
            } finally {
                PluginFiles.delete(folder);
            }
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

    private static Document read(Path file) throws Exception {
        return Document.read(file, Set.of());
    }
}
