package io.fastsocket.asyncapi;

import com.fasterxml.jackson.databind.JsonNode;

import io.fastsocket.asyncapi.document.Document;
import io.fastsocket.asyncapi.rewrite.Bundler;
import io.fastsocket.asyncapi.rewrite.Converter;
import io.fastsocket.asyncapi.rewrite.DocumentText;
import io.fastsocket.asyncapi.schema.OfficialSchemas;
import io.fastsocket.spi.contract.ContractRewriter;
import io.fastsocket.spi.contract.InvalidContractException;
import io.fastsocket.spi.contract.LiveContract;
import io.fastsocket.spi.contract.PointOfView;

import org.osgi.service.component.annotations.Component;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/** Makes AsyncAPI documents of others. */
@Component
public final class AsyncApiRewriter implements ContractRewriter {

    private final OfficialSchemas schemas = new OfficialSchemas();
    private final ValidDocuments documents = new ValidDocuments();

    /** Made by DS, or by whoever has no framework. */
    public AsyncApiRewriter() {}

    @Override
    public String bundle(Path document, LiveContract.Form form, Set<String> hosts)
            throws IOException, InvalidContractException, InterruptedException {
        return ValidDocuments.call(
                () -> text(Bundler.bundle(documents.read(document, hosts)), form));
    }

    @Override
    public String convert(
            Path document, PointOfView view, LiveContract.Form form, Set<String> hosts)
            throws IOException, InvalidContractException, InterruptedException {
        return ValidDocuments.call(
                () -> {
                    Document old = documents.read(document, hosts);
                    String version = old.written().path("asyncapi").asText();
                    if (!version.startsWith("2.")) {
                        throw new InvalidContractException(
                                document.getFileName() + " is AsyncAPI " + version + " already");
                    }
                    return text(Converter.convert(old, view, schemas), form);
                });
    }

    private static String text(JsonNode tree, LiveContract.Form form) {
        return form == LiveContract.Form.JSON ? DocumentText.json(tree) : DocumentText.yaml(tree);
    }
}
