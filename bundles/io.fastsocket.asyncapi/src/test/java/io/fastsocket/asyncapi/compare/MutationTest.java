package io.fastsocket.asyncapi.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.fastsocket.asyncapi.AsyncApiJudge;
import io.fastsocket.asyncapi.document.Document;
import io.fastsocket.asyncapi.live.PluginDocuments;
import io.fastsocket.spi.contract.Verdict;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;

/**
 * Contracts changed at random by someone who knows what breaks clients: nothing that does may pass,
 * and hardly anything that does not may be refused. What is unclear counts as refused. Compared as
 * {@code asyncapi diff} does, and as the contracts of two revisions of a plugin.
 */
class MutationTest {

    /** How often each mutation is made: in a build once. */
    private static final int EACH = Integer.getInteger("asyncapi.mutations", 1);

    @TempDir private Path folder;

    private final AsyncApiJudge judge = new AsyncApiJudge();
    private final Set<String> judged = new HashSet<>();
    private final MutationTable diff = new MutationTable();
    private final MutationTable gate = new MutationTable();

    @Test
    void whatBreaksIsRefusedAndWhatDoesNotPasses() throws Exception {
        Document base = written("base.json", BaseContract.tree());
        String promise = PluginDocuments.promise(base);
        assertThat(Comparison.of(base, base)).isEmpty();
        assertThat(PluginDocuments.changes(promise, promise)).isEmpty();
        Random random = new Random(20_250_101);
        for (Mutation mutation : Mutation.all()) {
            for (int i = 0; i < EACH; i++) {
                ObjectNode changed = BaseContract.tree();
                String where = mutation.apply(changed, random);
                Document now = written("changed.json", changed);
                if (judged.add(mutation.name())) {
                    assertThat(verdict().problems()).as(mutation.name()).isEmpty();
                }
                diff.count(mutation, where, Comparison.of(base, now));
                String next = PluginDocuments.promise(now);
                gate.count(mutation, where, PluginDocuments.changes(promise, next));
            }
        }
        if (EACH > 1) {
            diff.print("changed, compared by asyncapi diff");
            gate.print("changed, compared at deploy");
        }
        diff.check();
        gate.check();
    }

    private Document written(String name, ObjectNode tree) throws Exception {
        Path file = folder.resolve(name);
        Files.write(file, new ObjectMapper().writeValueAsBytes(tree));
        return Document.read(file, Set.of());
    }

    private Verdict verdict() throws Exception {
        return judge.judge(folder.resolve("changed.json"), false, Set.of());
    }
}
