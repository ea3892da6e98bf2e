package io.fastsocket.asyncapi.rules;

import com.fasterxml.jackson.databind.JsonNode;

import io.fastsocket.asyncapi.document.Document;
import io.fastsocket.asyncapi.schema.BoundedExpressions;
import io.fastsocket.asyncapi.schema.OfficialSchemas;
import io.fastsocket.spi.contract.Severity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A document for rules to look at, and where they say what they find. */
public final class Contract {

    private final Document document;
    private final String version;
    private final OfficialSchemas schemas;
    private final Findings findings;
    private final BoundedExpressions expressions = new BoundedExpressions();

    /** A part of the document, and how to get to it. */
    record Part(List<Object> path, JsonNode node) {

        /** A member that is there, or a missing node. */
        Part at(Object key) {
            List<Object> longer = new ArrayList<>(path);
            longer.add(key);
            JsonNode member =
                    key instanceof Integer index ? node.path(index) : node.path(key.toString());
            return new Part(longer, member);
        }

        Part at(Object first, Object second) {
            return at(first).at(second);
        }

        /** All members of an object, or elements of an array. */
        List<Part> all() {
            List<Part> all = new ArrayList<>();
            if (node.isObject()) {
                for (Map.Entry<String, JsonNode> member : node.properties()) {
                    all.add(at(member.getKey()));
                }
            }
            for (int i = 0; node.isArray() && i < node.size(); i++) {
                all.add(at(i));
            }
            return all;
        }

        boolean exists() {
            return !node.isMissingNode();
        }

        /** A text, or null. */
        String text(String key) {
            return node.path(key).textValue();
        }

        /** The last step to it. */
        String name() {
            return path.getLast().toString();
        }
    }

    /**
     * A document.
     *
     * @param document whose references could be followed
     * @param version one that there is a schema for
     */
    public Contract(Document document, String version, OfficialSchemas schemas, Findings findings) {
        this.document = document;
        this.version = version;
        this.schemas = schemas;
        this.findings = findings;
    }

    String version() {
        return version;
    }

    OfficialSchemas schemas() {
        return schemas;
    }

    /** What the patterns in the document may take, all together. */
    BoundedExpressions expressions() {
        return expressions;
    }

    /** The document as it is meant. */
    Part meant() {
        return new Part(List.of(), document.meant());
    }

    /** The document as it was written. */
    Part written() {
        return new Part(List.of(), document.written());
    }

    /** Of a document as it is meant. */
    void error(String rule, Part part, String message) {
        add(rule, Severity.ERROR, document.meant(), part.path(), message);
    }

    void error(String rule, List<?> path, String message) {
        add(rule, Severity.ERROR, document.meant(), path, message);
    }

    /** Of a document as it was written. */
    void errorWritten(String rule, Part part, String message) {
        add(rule, Severity.ERROR, document.written(), part.path(), message);
    }

    void warning(String rule, Part part, String message) {
        add(rule, Severity.WARNING, document.meant(), part.path(), message);
    }

    private void add(String rule, Severity severity, JsonNode root, List<?> path, String message) {
        findings.add(rule, severity, document.places(), root, path, message);
    }
}
