package io.fastsocket.asyncapi.live;

import io.fastsocket.asyncapi.document.Document;
import io.fastsocket.spi.contract.Change;

import java.util.List;

/** The documents of plugins, and how revisions are compared by them. */
public final class PluginDocuments {

    private PluginDocuments() {}

    /** What the clients of a plugin with that document can rely on. */
    public static String promise(Document document) {
        return Keeper.document("test.plugin", "1.0.0", OwnContract.of(document));
    }

    /** What has changed, as the gate sees it. */
    public static List<Change> changes(String old, String now) {
        return ContractChanges.between(old, now);
    }
}
