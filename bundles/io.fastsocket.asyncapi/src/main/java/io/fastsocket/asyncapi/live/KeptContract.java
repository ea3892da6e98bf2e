package io.fastsocket.asyncapi.live;

import com.fasterxml.jackson.databind.JsonNode;

import io.fastsocket.spi.contract.RevisionContract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The contract of one revision. Holds nothing of the plugin's own classes. */
final class KeptContract implements RevisionContract {

    private final String plugin;
    private final Said said;
    private final List<String> problems;
    private final Map<String, Part> parts = new HashMap<>();

    private KeptContract(String plugin, PluginFiles files) {
        this.plugin = plugin;
        this.said = files.said();
        this.problems = files.problems();
        if (said != null) {
            said.parts().forEach(part -> parts.put(part.key(), part));
        }
    }

    static KeptContract of(String plugin, PluginFiles files) {
        return new KeptContract(plugin, files);
    }

    /** What the plugin's own document says; null if it has none. */
    Said said() {
        return said;
    }

    @Override
    public List<String> problems() {
        return problems;
    }

    @Override
    public List<String> conflicts(RevisionContract other) {
        List<String> conflicts = new ArrayList<>();
        if (!(other instanceof KeptContract theirs) || said == null || theirs.said == null) {
            return conflicts;
        }
        parts.forEach(
                (key, part) -> {
                    Part same = theirs.parts.get(key);
                    if (same != null && !sameIn(theirs, part, same)) {
                        conflicts.add(
                                "event \"%s\" of namespace %s, which the server %ss, is another one in the contract of plugin %s than in that of %s; let both say the same, or choose another name"
                                        .formatted(
                                                part.event(),
                                                part.address(),
                                                part.action(),
                                                theirs.plugin,
                                                plugin));
                    }
                });
        return conflicts;
    }

    private boolean sameIn(KeptContract theirs, Part mine, Part other) {
        Sameness sameness = new Sameness(said.schemas(), theirs.said.schemas());
        return sameness.of(mine.message().path("payload"), other.message().path("payload"))
                && sameness.of(mine.replies(), other.replies());
    }

    @Override
    public void close() {
        // What there is goes with this object.
    }

    /**
     * Whether two schemas mean the same, word by word; what is said for people does not count.
     *
     * @param ours schemas by name
     * @param theirs the same of the other document
     * @param seen pairs of names that are taken for the same, since schemas may contain themselves
     */
    private record Sameness(JsonNode ours, JsonNode theirs, Set<String> seen) {

        private static final String REF = "$ref";
        private static final Set<String> WORDS =
                Set.of("title", "description", "examples", "example", "$comment");

        Sameness(JsonNode ours, JsonNode theirs) {
            this(ours, theirs, new HashSet<>());
        }

        boolean of(List<? extends JsonNode> one, List<? extends JsonNode> other) {
            if (one == null || other == null || one.size() != other.size()) {
                return one == null && other == null;
            }
            for (int i = 0; i < one.size(); i++) {
                if (!of(one.get(i).path("payload"), other.get(i).path("payload"))) {
                    return false;
                }
            }
            return true;
        }

        boolean of(JsonNode one, JsonNode other) {
            if (one.path(REF).isTextual() || other.path(REF).isTextual()) {
                String pair = one.path(REF).asText() + " " + other.path(REF).asText();
                return !seen.add(pair) || of(followed(one, ours), followed(other, theirs));
            }
            if (one.isObject() && other.isObject()) {
                Set<String> names = new HashSet<>();
                one.fieldNames().forEachRemaining(names::add);
                other.fieldNames().forEachRemaining(names::add);
                names.removeAll(WORDS);
                return names.stream().allMatch(name -> of(one.path(name), other.path(name)));
            }
            if (one.isArray() && other.isArray() && one.size() == other.size()) {
                for (int i = 0; i < one.size(); i++) {
                    if (!of(one.get(i), other.get(i))) {
                        return false;
                    }
                }
                return true;
            }
            return one.equals(other);
        }

        private static JsonNode followed(JsonNode schema, JsonNode schemas) {
            String path = schema.path(REF).asText("");
            return path.isEmpty()
                    ? schema
                    : schemas.path(path.substring(path.lastIndexOf('/') + 1));
        }
    }
}
