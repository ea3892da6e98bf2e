package io.fastsocket.asyncapi.rules;

import io.fastsocket.asyncapi.document.Quote;
import io.fastsocket.asyncapi.rules.Contract.Part;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * 2.x: no two operations have the same {@code operationId}, no two messages the same {@code
 * messageId}.
 */
final class UniqueNames implements Rule {

    @Override
    public void check(Contract contract) {
        List<Part> operations = Operations2.of(contract.meant());
        check(contract, "asyncapi2-operation-operationId-uniqueness", operations, "operationId");
        check(
                contract,
                "asyncapi2-message-messageId-uniqueness",
                Operations2.messages(operations),
                "messageId");
    }

    private static void check(Contract contract, String rule, List<Part> parts, String key) {
        Set<String> seen = new HashSet<>();
        for (Part part : parts) {
            Part holder = holder(part, key);
            String id = holder.text(key);
            if (id != null && !seen.add(id)) {
                contract.error(
                        rule,
                        holder.at(key),
                        Quote.of(id) + " is the " + key + " of another already: choose one");
            }
        }
    }

    /** A trait wins over what it is a trait of, and the last trait over those before. */
    private static Part holder(Part part, String key) {
        List<Part> traits = part.at("traits").all();
        for (int i = traits.size() - 1; i >= 0; i--) {
            if (traits.get(i).text(key) != null) {
                return traits.get(i);
            }
        }
        return part;
    }
}
