package io.fastsocket.asyncapi;

import com.fasterxml.jackson.databind.JsonNode;

import io.fastsocket.asyncapi.document.Document;
import io.fastsocket.asyncapi.document.Places.Spot;
import io.fastsocket.asyncapi.document.Quote;
import io.fastsocket.asyncapi.document.UnreadableException;
import io.fastsocket.asyncapi.rules.Contract;
import io.fastsocket.asyncapi.rules.Findings;
import io.fastsocket.asyncapi.rules.Rules;
import io.fastsocket.asyncapi.schema.BadSchemaException;
import io.fastsocket.asyncapi.schema.OfficialSchemas;
import io.fastsocket.asyncapi.schema.Violation;
import io.fastsocket.spi.contract.Severity;
import io.fastsocket.spi.contract.Verdict;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** The way from a file to a verdict. */
final class Judgement {

    private static final String READABLE = "parser";
    private static final String VERSION = "asyncapi-is-asyncapi";
    private static final String REFERENCE = "invalid-ref";
    private static final String WRITTEN = "asyncapi-document-unresolved";
    private static final String MEANT = "asyncapi-document-resolved";

    private final OfficialSchemas schemas;
    private final boolean strict;
    private final Set<String> hosts;
    private final Findings findings = new Findings();

    Judgement(OfficialSchemas schemas, boolean strict, Set<String> hosts) {
        this.schemas = schemas;
        this.strict = strict;
        this.hosts = hosts;
    }

    Verdict of(Path file) throws IOException, InterruptedException {
        Document document;
        try {
            document = Document.read(file, hosts);
        } catch (UnreadableException e) {
            Spot spot = new Spot(null, "", e.line(), e.column());
            findings.add(READABLE, Severity.ERROR, spot, e.getMessage());
            return new Verdict(null, findings.sorted());
        }
        JsonNode version = document.written().path("asyncapi");
        if (!version.isTextual() || !OfficialSchemas.versions().contains(version.textValue())) {
            findings.add(
                    VERSION,
                    Severity.ERROR,
                    document.places(),
                    document.written(),
                    List.of(),
                    version(version));
            return new Verdict(version.isTextual() ? version.textValue() : null, findings.sorted());
        }
        judge(document, version.textValue());
        return new Verdict(version.textValue(), findings.sorted());
    }

    private static String version(JsonNode version) {
        String known = String.join(", ", OfficialSchemas.versions());
        return version.isTextual()
                ? "AsyncAPI %s is not supported; there are %s"
                        .formatted(Quote.of(version.textValue()), known)
                : "not an AsyncAPI document: it must say asyncapi: VERSION, in quotes, where VERSION"
                        + " is one of "
                        + known;
    }

    private void judge(Document document, String version) throws IOException {
        for (Document.Fault fault : document.faults()) {
            String rule = fault.reference() ? REFERENCE : READABLE;
            findings.add(rule, Severity.ERROR, fault.spot(), fault.message());
        }
        if (document.meant() == null) {
            return;
        }
        try {
            for (Violation violation : schemas.meant(version).check(document.meant())) {
                if (!isReferenceTooMuch(violation)) {
                    add(MEANT, document, document.meant(), violation, violation.message());
                }
            }
            for (Violation violation : schemas.written(version).check(document.written())) {
                if (isReferenceTooMuch(violation)) {
                    add(
                            WRITTEN,
                            document,
                            document.written(),
                            violation,
                            "a reference is not allowed here: write down what it leads to");
                }
            }
        } catch (BadSchemaException e) {
            throw new IllegalStateException("a schema of AsyncAPI's own", e);
        }
        Rules.check(new Contract(document, version, schemas, findings), strict);
    }

    private static boolean isReferenceTooMuch(Violation violation) {
        return violation.keyword().equals("additionalProperties")
                && "$ref".equals(violation.property());
    }

    private void add(
            String rule, Document document, JsonNode root, Violation violation, String message) {
        findings.add(rule, Severity.ERROR, document.places(), root, violation.path(), message);
    }
}
