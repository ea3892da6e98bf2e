package io.fastsocket.asyncapi.rules;

import io.fastsocket.asyncapi.document.Quote;
import io.fastsocket.asyncapi.rules.Contract.Part;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** 2.x: no tag stands twice. */
final class UniqueTags implements Rule {

    @Override
    public void check(Contract contract) {
        Part root = contract.meant();
        List<Part> holders = new ArrayList<>(List.of(root));
        for (Part operation : Operations2.everywhere(root)) {
            holders.add(operation);
            holders.addAll(operation.at("traits").all());
        }
        holders.addAll(root.at("components", "operationTraits").all());
        holders.addAll(Operations2.allMessages(root));
        holders.addAll(Operations2.messageTraits(root));
        holders.forEach(holder -> check(contract, holder.at("tags")));
    }

    private static void check(Contract contract, Part tags) {
        Set<String> seen = new HashSet<>();
        for (Part tag : tags.all()) {
            String name = tag.text("name");
            if (name != null && !seen.add(name)) {
                contract.error(
                        "asyncapi2-tags-uniqueness",
                        tag.at("name"),
                        "the tag " + Quote.of(name) + " is there already: take one away");
            }
        }
    }
}
