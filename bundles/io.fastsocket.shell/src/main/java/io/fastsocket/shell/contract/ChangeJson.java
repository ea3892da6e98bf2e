package io.fastsocket.shell.contract;

import io.fastsocket.shell.console.Json;
import io.fastsocket.spi.contract.Change;
import io.fastsocket.spi.contract.Impact;

import java.util.LinkedHashMap;
import java.util.Map;

/** For programs: one object. */
final class ChangeJson {

    private ChangeJson() {}

    static String of(ComparedFiles compared) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("old", compared.old());
        facts.put("new", compared.changed());
        for (Impact impact : Impact.values()) {
            facts.put(ComparedFiles.word(impact), compared.count(impact));
        }
        facts.put("changes", compared.changes().stream().map(c -> change(compared, c)).toList());
        return Json.pretty(facts);
    }

    private static Map<String, Object> change(ComparedFiles compared, Change change) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("impact", ComparedFiles.word(change.impact()));
        facts.put("direction", ComparedFiles.word(change.direction()));
        facts.put("namespace", change.namespace());
        facts.put("event", change.event());
        facts.put("file", compared.fileOf(change));
        facts.put("path", change.path());
        facts.put("reason", change.reason());
        return facts;
    }
}
