package io.fastsocket.shell;

import io.fastsocket.shell.console.Cell;
import io.fastsocket.shell.console.Invocation;
import io.fastsocket.shell.console.OperatorCommand;
import io.fastsocket.shell.console.Services;
import io.fastsocket.shell.console.Sheet;
import io.fastsocket.shell.etc.EtcCheck;
import io.fastsocket.shell.etc.EtcFolder;
import io.fastsocket.spi.observe.LimitCatalog;
import io.fastsocket.spi.observe.LimitInfo;
import io.fastsocket.spi.transport.SocketTransport;

import org.osgi.framework.Bundle;
import org.osgi.service.metatype.AttributeDefinition;
import org.osgi.service.metatype.MetaTypeService;

import picocli.CommandLine.Command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code server info}. */
@Command(
        description =
                "Show what the server is made of. Versions, features, bundles, limits that were"
                        + " exceeded, and what is set in etc/. With --json, all limits and all settings in"
                        + " force, those that have their defaults too.",
        footer = {"server info", "server info --json"})
final class ServerInfoCommand implements OperatorCommand {

    @Override
    public void run(Invocation invocation) throws IOException {
        Services services = invocation.services();
        Sheet sheet = new Sheet();
        sheet.line("version", services.property("fastsocket.version"));
        sheet.line("java", Runtime.version() + ", " + System.getProperty("java.vm.name"));
        sheet.line(
                "system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        sheet.line("processors", Runtime.getRuntime().availableProcessors());
        long heap = Runtime.getRuntime().maxMemory();
        sheet.line("heap limit", "heapLimitBytes", Cell.of(Figures.bytes(heap), heap));
        long files = OpenFiles.limit();
        sheet.line("open files", "openFilesLimit", Cell.of(OpenFiles.text(), files));
        services.find(SocketTransport.class).ifPresent(t -> sheet.line("engine", t.engine()));
        List<String> features = List.of(services.property("fastsocket.features").split(","));
        sheet.line("features", Cell.of(String.join(", ", features), features));
        Map<String, String> versions = new LinkedHashMap<>();
        for (Bundle bundle : services.context().getBundles()) {
            versions.put(bundle.getSymbolicName(), bundle.getVersion().toString());
        }
        int own = new RuntimeBundles(services.context()).all().size();
        sheet.line(
                "bundles",
                Cell.of(own + " of the runtime, " + versions.size() + " altogether", versions));
        services.find(LimitCatalog.class).ifPresent(catalog -> addLimits(sheet, catalog));
        services.find(MetaTypeService.class)
                .ifPresent(metatype -> addSettings(sheet, metatype, services));
        invocation.print(sheet);
    }

    /** What was exceeded, or is used by all clients together; the settings say the rest. */
    private static void addLimits(Sheet sheet, LimitCatalog catalog) {
        StringBuilder text = new StringBuilder();
        List<Map<String, Object>> values = new ArrayList<>();
        for (LimitInfo limit : catalog.limits()) {
            Map<String, Object> value = new LinkedHashMap<>();
            value.put("name", limit.name());
            value.put("limit", limit.limit());
            value.put("used", limit.used() < 0 ? null : limit.used());
            value.put("exceeded", limit.exceeded());
            values.add(value);
            if (limit.exceeded() > 0 || limit.used() > 0) {
                text.append(text.isEmpty() ? "" : "\n").append(limit.name()).append(": ");
                text.append(limit.used() < 0 ? "" : limit.used() + " of ").append(limit.limit());
                text.append(", exceeded ").append(limit.exceeded()).append(" times");
            }
        }
        sheet.line("limits", Cell.of(text.isEmpty() ? "none exceeded" : text.toString(), values));
    }

    private static void addSettings(Sheet sheet, MetaTypeService metatype, Services services) {
        Map<String, Map<String, String>> files;
        try {
            files = new EtcFolder(Path.of(services.property("fastsocket.home"))).read();
        } catch (IOException e) {
            files = Map.of(); // as good as a folder in which nothing is set
        }
        EtcCheck check = new EtcCheck(metatype, new RuntimeBundles(services.context()).all());
        Map<String, Object> values = new LinkedHashMap<>();
        List<String> lines = new ArrayList<>();
        int defaults = 0;
        for (Map.Entry<String, Map<String, AttributeDefinition>> pid : check.known().entrySet()) {
            Map<String, String> set = files.getOrDefault(pid.getKey() + ".cfg", Map.of());
            Map<String, Object> inForce = new LinkedHashMap<>();
            for (Map.Entry<String, AttributeDefinition> known : pid.getValue().entrySet()) {
                String key = known.getKey();
                String value = set.getOrDefault(key, byDefault(known.getValue()));
                inForce.put(key, value);
                if (set.containsKey(key)) {
                    lines.add(pid.getKey() + ": " + key + " = " + value);
                } else {
                    defaults++;
                }
            }
            values.put(pid.getKey(), inForce);
        }
        lines.add(defaults + (lines.isEmpty() ? "" : " others") + " have their defaults");
        sheet.line("settings", Cell.of(String.join("\n", lines), values));
    }

    private static String byDefault(AttributeDefinition attribute) {
        String[] values = attribute.getDefaultValue();
        return values == null ? "" : String.join(",", values);
    }
}
