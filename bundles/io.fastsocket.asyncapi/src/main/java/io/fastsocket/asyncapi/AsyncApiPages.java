package io.fastsocket.asyncapi;

import io.fastsocket.asyncapi.document.Document;
import io.fastsocket.asyncapi.document.UnreadableException;
import io.fastsocket.asyncapi.pages.EventsPage;
import io.fastsocket.asyncapi.pages.IndexPage;
import io.fastsocket.asyncapi.pages.PageFiles;
import io.fastsocket.spi.contract.ContractPages;
import io.fastsocket.spi.contract.InvalidContractException;

import org.osgi.service.component.annotations.Component;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes pages of AsyncAPI documents. */
@Component
public final class AsyncApiPages implements ContractPages {

    private static final String INDEX = "index.html";

    /** Made by DS, or by whoever has no framework. */
    public AsyncApiPages() {}

    @Override
    public Map<String, byte[]> files(Map<String, String> contracts)
            throws InvalidContractException, InterruptedException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        Map<String, String> titles = new LinkedHashMap<>();
        for (Map.Entry<String, String> contract : contracts.entrySet()) {
            Document document = read(contract.getKey(), contract.getValue());
            String name = contracts.size() == 1 ? INDEX : contract.getKey() + ".html";
            files.put(name, bytes(page(document)));
            titles.put(name, document.meant().path("info").path("title").asText(name));
        }
        if (contracts.size() != 1) {
            files.put(INDEX, bytes(IndexPage.of(titles)));
        }
        files.putAll(PageFiles.all());
        return files;
    }

    private static byte[] bytes(String page) {
        return page.getBytes(StandardCharsets.UTF_8);
    }

    private static String page(Document document)
            throws InvalidContractException, InterruptedException {
        try {
            return ValidDocuments.call(() -> EventsPage.file(document));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // nothing is read
        }
    }

    private static Document read(String name, String json)
            throws InvalidContractException, InterruptedException {
        try {
            Document document = Document.of(json);
            if (document.meant() == null) {
                throw new InvalidContractException(
                        name + ": " + document.faults().getFirst().message());
            }
            return document;
        } catch (UnreadableException e) {
            throw new InvalidContractException(
                    "%s: %d:%d %s".formatted(name, e.line(), e.column(), e.getMessage()));
        }
    }
}
