package io.fastsocket.shell.contract;

import io.fastsocket.shell.console.Json;
import io.fastsocket.spi.contract.Problem;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** As SARIF 2.1.0 (OASIS), which code hosts and editors show beside the code. */
final class SarifReport {

    private static final String VERSION = "2.1.0";
    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    private SarifReport() {}

    static String of(List<JudgedFile> files, String version) {
        List<Object> results = new ArrayList<>();
        TreeSet<String> rules = new TreeSet<>();
        for (JudgedFile file : files) {
            for (Problem problem : file.verdict().problems()) {
                rules.add(problem.rule());
                results.add(result(file, problem));
            }
        }
        Map<String, Object> driver = new LinkedHashMap<>();
        driver.put("name", "fastsocket asyncapi validate");
        driver.put("version", version);
        driver.put("rules", rules.stream().map(rule -> Map.of("id", rule)).toList());
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("tool", Map.of("driver", driver));
        run.put("columnKind", "unicodeCodePoints");
        run.put("results", results);
        Map<String, Object> log = new LinkedHashMap<>();
        log.put("$schema", SCHEMA);
        log.put("version", VERSION);
        log.put("runs", List.of(run));
        return Json.pretty(log);
    }

    private static Map<String, Object> result(JudgedFile file, Problem problem) {
        Map<String, Object> region = new LinkedHashMap<>();
        region.put("startLine", problem.line());
        region.put("startColumn", problem.column());
        Map<String, Object> physical = new LinkedHashMap<>();
        physical.put("artifactLocation", Map.of("uri", uri(file.fileOf(problem))));
        physical.put("region", region);
        Map<String, Object> location = new LinkedHashMap<>();
        location.put("physicalLocation", physical);
        location.put("logicalLocations", List.of(Map.of("fullyQualifiedName", problem.path())));
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("ruleId", problem.rule());
        result.put("level", JudgedFile.word(problem.severity()));
        result.put("message", Map.of("text", problem.message()));
        result.put("locations", List.of(location));
        return result;
    }

    private static String uri(String file) {
        if (file.contains("://")) {
            return file;
        }
        try {
            // A relative name whose first part has a colon would look like a scheme.
            return new URI(null, null, file.startsWith("/") ? file : "./" + file, null)
                    .normalize()
                    .getRawPath();
        } catch (URISyntaxException e) {
            return file;
        }
    }
}
