package io.fastsocket.asyncapi.rules;

import java.io.IOException;
import java.util.List;

/** The rules beyond the schemas. Their names are those of AsyncAPI's own parser. */
public final class Rules {

    private static final List<Rule> VERSION_2 =
            List.of(
                    new ServerVariables(),
                    new ChannelParameters2(),
                    new ChannelKeys("asyncapi2-channel-no-query-nor-fragment"),
                    new ChannelServers(),
                    new Security2(),
                    new UniqueNames(),
                    new UniqueTags(),
                    new MessageExamples2(),
                    new SchemaValues(),
                    new PayloadSchemas(),
                    new Recommended2());

    private static final List<Rule> VERSION_3 =
            List.of(
                    new References3(),
                    new ChannelKeys("asyncapi3-channel-no-query-nor-fragment"),
                    new ChannelParameters3());

    private static final List<Rule> STRICT_3 = List.of(new Deployable());

    private Rules() {}

    /**
     * Looks at a document by all rules for its version.
     *
     * @param strict whether it must also be fit to be deployed
     */
    public static void check(Contract contract, boolean strict) throws IOException {
        boolean three = contract.version().startsWith("3.");
        for (Rule rule : three ? VERSION_3 : VERSION_2) {
            rule.check(contract);
        }
        if (strict && three) {
            for (Rule rule : STRICT_3) {
                rule.check(contract);
            }
        } else if (strict) {
            contract.error(
                    Deployable.VERSION,
                    contract.meant().at("asyncapi"),
                    "a plugin's contract must be AsyncAPI 3.0 or 3.1");
        }
    }
}
