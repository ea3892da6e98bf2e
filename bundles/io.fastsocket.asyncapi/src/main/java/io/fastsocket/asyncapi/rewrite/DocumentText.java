package io.fastsocket.asyncapi.rewrite;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator.Feature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;

/** Trees as text: read again, they are the same. */
public final class DocumentText {

    /** Texts that no reader of YAML, old or new, takes for something else. */
    private static final class CarefulQuotes extends StringQuotingChecker {

        private static final long serialVersionUID = 1L;

        @Override
        public boolean needToQuoteName(String name) {
            return !name.matches("[A-Za-z_][A-Za-z0-9_.-]*") || isReservedKeyword(name);
        }

        @Override
        public boolean needToQuoteValue(String value) {
            return value.indexOf('\n') < 0
                    && (!value.matches("[A-Za-z/]([A-Za-z0-9 _./(),;+-]*[A-Za-z0-9_./)+-])?")
                            || isReservedKeyword(value));
        }
    }

    private DocumentText() {}

    /** YAML. */
    public static String yaml(JsonNode tree) {
        YAMLMapper mapper =
                new YAMLMapper(
                        YAMLFactory.builder()
                                .enable(Feature.MINIMIZE_QUOTES)
                                .disable(Feature.WRITE_DOC_START_MARKER)
                                .disable(Feature.SPLIT_LINES)
                                .enable(Feature.INDENT_ARRAYS_WITH_INDICATOR)
                                .stringQuotingChecker(new CarefulQuotes())
                                .build());
        return text(mapper, tree);
    }

    /** JSON, over several lines. */
    public static String json(JsonNode tree) {
        return text(new ObjectMapper(), tree) + "\n";
    }

    private static String text(ObjectMapper mapper, JsonNode tree) {
        try {
            return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e); // a tree can be written
        }
    }
}
