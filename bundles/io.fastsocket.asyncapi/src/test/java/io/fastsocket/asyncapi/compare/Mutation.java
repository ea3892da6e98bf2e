package io.fastsocket.asyncapi.compare;

import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A way to change the contract of {@link BaseContract}, of which is known whether it breaks. */
interface Mutation {

    /** What kind of thing it is about. */
    String group();

    /** What it does. */
    String name();

    /** Whether clients that keep to the old contract may no longer work. */
    boolean breaking();

    /** Does it, somewhere; where. */
    String apply(ObjectNode contract, Random random);

    /** All that there are. */
    static List<Mutation> all() {
        List<Mutation> all = new ArrayList<>();
        for (SchemaMutation.Edit edit : SchemaEdits.ALL) {
            for (String name : BaseContract.RECEIVED) {
                all.add(new SchemaMutation(edit, name, true));
            }
            for (String name : BaseContract.SENT) {
                all.add(new SchemaMutation(edit, name, false));
            }
        }
        all.addAll(DocumentMutations.ALL);
        return all;
    }
}
