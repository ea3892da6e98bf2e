package io.fastsocket.asyncapi.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads YAML 1.2, with merge keys, from the parser's events. An alias is the same object again. */
final class YamlReader {

    private static final String TAG = "tag:yaml.org,2002:";

    private final ParserImpl parser;
    private final TreeBuilder tree;
    private final Map<String, JsonNode> anchors = new HashMap<>();
    private final Map<String, Integer> sizes = new HashMap<>();

    /** Of the value read last, with aliases followed. */
    private int size;

    private YamlReader(String text, TreeBuilder tree) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Limits.FILE + 1);
        parser = new ParserImpl(new StreamReader(text), options);
        this.tree = tree;
    }

    /** Reads a document; the tree is missing if there is nothing in it. */
    static JsonNode read(String text, TreeBuilder tree) throws UnreadableException {
        try {
            return new YamlReader(text, tree).document();
        } catch (ReaderException e) {
            String before = text.substring(0, Math.min(text.length(), e.getPosition()));
            throw new UnreadableException(
                    (int) before.chars().filter(c -> c == '\n').count() + 1,
                    before.length() - before.lastIndexOf('\n'),
                    "not YAML: the character U+%04X is not allowed".formatted(e.getCodePoint()));
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark();
            throw new UnreadableException(
                    mark.getLine() + 1, mark.getColumn() + 1, "not YAML: " + said(e));
        } catch (YAMLException e) {
            throw new UnreadableException(1, 1, "not YAML: " + oneLine(e.getMessage()));
        }
    }

    private static String said(MarkedYAMLException e) {
        String context = e.getContext() == null ? "" : e.getContext() + ", ";
        return oneLine(context + e.getProblem());
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    private JsonNode document() throws UnreadableException {
        parser.getEvent(); // the stream begins
        if (parser.checkEvent(Event.ID.StreamEnd)) {
            return TreeBuilder.NODES.missingNode();
        }
        parser.getEvent(); // the document begins
        JsonNode root = value(parser.getEvent(), null, null, null, 1);
        parser.getEvent(); // the document ends
        Event next = parser.getEvent();
        if (!next.is(Event.ID.StreamEnd)) {
            throw at(next, "a second document begins here: a file holds one");
        }
        return root;
    }

    /** A value. The mark is that of its name, if it has one. */
    private JsonNode value(Event event, Place parent, Object key, Mark mark, int depth)
            throws UnreadableException {
        Mark begin = mark == null ? event.getStartMark() : mark;
        int line = begin.getLine() + 1;
        int column = begin.getColumn() + 1;
        tree.count(depth, line, column);
        return switch (event) {
            case ScalarEvent scalar -> {
                size = 1;
                yield anchored(scalar, scalar(scalar));
            }
            case AliasEvent alias -> {
                JsonNode target = anchors.get(alias.getAnchor());
                if (target == null) {
                    throw at(alias, "there is no &" + alias.getAnchor() + " before this");
                }
                size = sizes.get(alias.getAnchor());
                yield target;
            }
            case SequenceStartEvent sequence ->
                    sequence(sequence, tree.place(parent, key, line, column), depth);
            case MappingStartEvent mapping ->
                    mapping(mapping, tree.place(parent, key, line, column), depth);
            default -> throw at(event, "a value is missing here");
        };
    }

    private JsonNode sequence(SequenceStartEvent start, Place place, int depth)
            throws UnreadableException {
        ArrayNode array = tree.array(place);
        int whole = 1;
        for (Event event = parser.getEvent();
                !event.is(Event.ID.SequenceEnd);
                event = parser.getEvent()) {
            Mark mark = event.getStartMark();
            JsonNode element = value(event, place, array.size(), null, depth + 1);
            place.add(mark.getLine() + 1, mark.getColumn() + 1);
            array.add(element);
            whole = sum(whole, event);
        }
        size = whole;
        return anchored(start, array);
    }

    private JsonNode mapping(MappingStartEvent start, Place place, int depth)
            throws UnreadableException {
        ObjectNode object = tree.object(place);
        int whole = 1;
        List<Event> merging = new ArrayList<>();
        List<JsonNode> merged = new ArrayList<>();
        for (Event event = parser.getEvent();
                !event.is(Event.ID.MappingEnd);
                event = parser.getEvent()) {
            Mark mark = event.getStartMark();
            int line = mark.getLine() + 1;
            int column = mark.getColumn() + 1;
            String name = name(event);
            if (name.equals("<<") && ((ScalarEvent) event).isPlain()) {
                merging.add(event);
                merged.add(value(parser.getEvent(), place, name, mark, depth + 1));
                whole = sum(whole, event);
                continue;
            }
            if (object.has(name)) {
                throw tree.twice(object, place, name, line, column);
            }
            JsonNode value = value(parser.getEvent(), place, name, mark, depth + 1);
            place.add(line, column);
            object.set(name, value);
            whole = sum(whole, event);
        }
        size = whole;
        for (int i = 0; i < merged.size(); i++) {
            merge(object, place, merged.get(i), merging.get(i));
        }
        return anchored(start, object);
    }

    /** What a container has with the value read last. */
    private int sum(int whole, Event event) throws UnreadableException {
        if (whole + size > Limits.ALIASED_VALUES) {
            throw at(
                    event,
                    "more than " + Limits.ALIASED_VALUES + " values once aliases are followed");
        }
        return whole + size;
    }

    private String name(Event event) throws UnreadableException {
        if (event instanceof ScalarEvent scalar) {
            return scalar.getValue();
        }
        JsonNode named = event instanceof AliasEvent alias ? anchors.get(alias.getAnchor()) : null;
        if (named != null && named.isValueNode()) {
            return named.asText();
        }
        throw at(event, "a name must be a text, not an object or an array");
    }

    /** What is there already wins, and of several the first. */
    private void merge(ObjectNode into, Place place, JsonNode from, Event event)
            throws UnreadableException {
        if (from.isArray()) {
            for (JsonNode element : from) {
                if (!element.isObject()) {
                    throw at(event, "<< takes objects");
                }
                merge(into, place, element, event);
            }
            return;
        }
        if (!from.isObject()) {
            throw at(event, "<< takes an object, or an array of objects");
        }
        for (Map.Entry<String, JsonNode> member : from.properties()) {
            if (!into.has(member.getKey())) {
                Mark mark = event.getStartMark();
                tree.count(0, mark.getLine() + 1, mark.getColumn() + 1);
                int[] stands = tree.placeOf(from).member(from, member.getKey());
                place.add(stands[0], stands[1]);
                into.set(member.getKey(), member.getValue());
            }
        }
    }

    private JsonNode scalar(ScalarEvent scalar) throws UnreadableException {
        String text = scalar.getValue();
        String tag = scalar.getTag();
        if (tag == null) {
            return scalar.getScalarStyle() == ScalarStyle.PLAIN
                    ? number(YamlScalars.value(text), scalar)
                    : YamlScalars.text(text);
        }
        return switch (tag.startsWith(TAG) ? tag.substring(TAG.length()) : tag) {
            case "!", "str" -> YamlScalars.text(text);
            case "null", "bool", "int", "float" -> number(YamlScalars.value(text), scalar);
            default -> throw at(scalar, "the tag " + Quote.of(tag) + " means nothing here");
        };
    }

    private static JsonNode number(JsonNode value, Event event) throws UnreadableException {
        if (value == null) {
            throw at(event, YamlScalars.NO_NUMBER);
        }
        return value;
    }

    private JsonNode anchored(NodeEvent event, JsonNode value) {
        if (event.getAnchor() != null) {
            anchors.put(event.getAnchor(), value);
            sizes.put(event.getAnchor(), size);
        }
        return value;
    }

    private static UnreadableException at(Event event, String message) {
        Mark mark = event.getStartMark();
        return new UnreadableException(mark.getLine() + 1, mark.getColumn() + 1, message);
    }
}
