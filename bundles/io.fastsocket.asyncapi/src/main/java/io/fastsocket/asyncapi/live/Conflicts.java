package io.fastsocket.asyncapi.live;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.fastsocket.asyncapi.live.Declared.Meaning;
import io.fastsocket.spi.contract.Direction;
import io.fastsocket.spi.contract.Impact;

import java.util.ArrayList;
import java.util.List;

/**
 * What two plugins say differently about the same event. Two documents have to say the same, and so
 * has the code of two plugins that have none. Of a document and of code, the code has to keep what
 * the document promises.
 */
final class Conflicts {

    private final KeptContract mine;
    private final KeptContract theirs;
    private final List<String> found = new ArrayList<>();

    Conflicts(KeptContract mine, KeptContract theirs) {
        this.mine = mine;
        this.theirs = theirs;
    }

    /** Each is one sentence that names both plugins. */
    List<String> all() {
        if (mine.said() != null && theirs.said() != null) {
            documents();
        } else if (mine.said() != null) {
            promises(mine, theirs);
        } else if (theirs.said() != null) {
            promises(theirs, mine);
        } else {
            code();
        }
        return found;
    }

    private void documents() {
        mine.parts()
                .forEach(
                        (key, part) -> {
                            Part same = theirs.parts().get(key);
                            if (same != null && !same(part, same)) {
                                add(part.address(), part.event(), part.action());
                            }
                        });
    }

    private boolean same(Part part, Part other) {
        Sameness sameness = new Sameness(mine.said().schemas(), theirs.said().schemas());
        return sameness.of(part.message().path("payload"), other.message().path("payload"))
                && sameness.of(part.replies(), other.replies());
    }

    private void promises(KeptContract document, KeptContract code) {
        for (String key : code.declared().keys()) {
            Part promise = document.parts().get(key);
            List<Meaning> meanings = promise == null ? List.of() : code.declared().meanings(key);
            if (meanings.stream().anyMatch(meaning -> breaks(document.said(), promise, meaning))) {
                add(promise.address(), promise.event(), Part.SEND);
            }
        }
    }

    /** Whether clients that rely on the document could be sent something else. */
    private static boolean breaks(Said document, Part promise, Meaning meaning) {
        ObjectNode message = object().put("name", meaning.event());
        message.set("payload", meaning.schema());
        Part sent =
                new Part(
                        meaning.namespace(),
                        Part.SEND,
                        meaning.event(),
                        message,
                        null,
                        object(),
                        object());
        String old = text(promise, document.schemas());
        return ContractChanges.between(old, text(sent, meaning.schemas())).stream()
                .anyMatch(
                        change ->
                                change.impact() == Impact.BREAKING
                                        && change.direction() == Direction.SENT
                                        && change.event() != null);
    }

    private static String text(Part part, ObjectNode schemas) {
        return Keeper.document("", "", new Said(object(), List.of(part), schemas));
    }

    private void code() {
        for (String key : mine.declared().keys()) {
            if (!theirs.declared().keys().contains(key)) {
                continue;
            }
            List<Meaning> sent = mine.declared().meanings(key);
            List<Meaning> others = theirs.declared().meanings(key);
            if (!sent.isEmpty() && !others.isEmpty() && !Declared.same(sent, others)) {
                add(sent.getFirst().namespace(), sent.getFirst().event(), Part.SEND);
            }
        }
    }

    private void add(String namespace, String event, String action) {
        found.add(
                "event \"%s\" of namespace %s, which the server %ss, is another one in the contract of plugin %s than in that of %s; let both say the same, or choose another name"
                        .formatted(event, namespace, action, theirs.plugin(), mine.plugin()));
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
