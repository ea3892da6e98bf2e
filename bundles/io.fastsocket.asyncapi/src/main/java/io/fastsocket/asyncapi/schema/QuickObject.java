package io.fastsocket.asyncapi.schema;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What an object's members are, and which there must be. */
final class QuickObject implements Seen {

    private final TextIndex names;

    /** By the place of the name; so are those that must be there. */
    private final Seen[] known;

    private final boolean[] wanted;
    private final int count;
    private final Seen others;

    QuickObject(JsonNode schema, QuickSchema schemas) {
        // A member may be known by a pattern, which is not looked at.
        others =
                schema.has("patternProperties")
                        ? Seen.NEVER
                        : schemas.seen(schema.path("additionalProperties"));
        Set<String> required = new LinkedHashSet<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        Set<String> all = new LinkedHashSet<>(required);
        schema.path("properties").fieldNames().forEachRemaining(all::add);
        List<String> named = new ArrayList<>(all);
        names = new TextIndex(named);
        known = new Seen[named.size()];
        wanted = new boolean[named.size()];
        count = required.size();
        for (int i = 0; i < known.length; i++) {
            JsonNode own = schema.path("properties").path(named.get(i));
            known[i] = own.isMissingNode() ? others : schemas.seen(own);
            wanted[i] = required.contains(named.get(i));
        }
    }

    /** A name that comes twice, or could since it has an escape, leaves all to the validator. */
    @Override
    public Truth of(Tokens tokens, int value) {
        if (tokens.kind(value) != Tokens.OBJECT) {
            return Truth.YES;
        }
        boolean[] met = new boolean[known.length];
        int missing = count;
        Truth truth = Truth.YES;
        int end = tokens.next(value);
        for (int name = tokens.first(value), member; name < end; name = tokens.next(member)) {
            member = tokens.next(name);
            if (tokens.kind(name) == Tokens.ESCAPED) {
                return Truth.UNKNOWN;
            }
            int place = tokens.find(names, name);
            if (place < 0) {
                truth = truth.and(other(tokens, member));
                continue;
            }
            if (met[place]) {
                return Truth.UNKNOWN;
            }
            met[place] = true;
            missing -= wanted[place] ? 1 : 0;
            truth = truth.and(known[place].of(tokens, member));
        }
        return truth.and(Truth.of(missing == 0));
    }

    /** Whether one of the same name comes later is not known. */
    private Truth other(Tokens tokens, int member) {
        Truth truth = others.of(tokens, member);
        return truth == Truth.NO && !others.equals(Seen.WRONG) ? Truth.UNKNOWN : truth;
    }
}
