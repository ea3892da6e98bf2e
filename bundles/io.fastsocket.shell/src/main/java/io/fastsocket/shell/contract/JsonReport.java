package io.fastsocket.shell.contract;

import io.fastsocket.shell.console.Json;
import io.fastsocket.spi.contract.Problem;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** For programs: an object for each file. */
final class JsonReport {

    private JsonReport() {}

    static String of(List<JudgedFile> files) {
        List<Object> all = new ArrayList<>();
        for (JudgedFile file : files) {
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("file", file.name());
            facts.put("asyncapi", file.verdict().version());
            facts.put("valid", file.verdict().valid());
            facts.put(
                    "problems",
                    file.verdict().problems().stream().map(p -> problem(file, p)).toList());
            all.add(facts);
        }
        return Json.pretty(all);
    }

    private static Map<String, Object> problem(JudgedFile file, Problem problem) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("rule", problem.rule());
        facts.put("severity", JudgedFile.word(problem.severity()));
        facts.put("file", file.fileOf(problem));
        facts.put("line", problem.line());
        facts.put("column", problem.column());
        facts.put("path", problem.path());
        facts.put("message", problem.message());
        return facts;
    }
}
