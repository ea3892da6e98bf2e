package io.fastsocket.plugins;

import io.fastsocket.plugins.ModelFile.Fate;
import io.fastsocket.spi.observe.PluginInfo;
import io.fastsocket.spi.observe.PluginState;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Holds what is there against the model. */
final class ModelCheck {

    private final Container container;
    private final Model model;
    private final ModelHands hands;

    ModelCheck(Container container, Model model, ModelHands hands) {
        this.container = container;
        this.model = model;
        this.hands = hands;
    }

    /** How things are otherwise than they should be; empty once all is as the model says. */
    List<String> differences() {
        List<String> differences = new ArrayList<>();
        for (Member member : Member.values()) {
            compare(member, differences);
        }
        List<String> bundles =
                container.pluginBundles().stream()
                        .map(
                                bundle ->
                                        named(
                                                bundle.getSymbolicName(),
                                                Revision.sha256(bundle.getLocation())))
                        .sorted()
                        .toList();
        note(differences, "bundles", expectedBundles(), bundles);
        List<PluginInfo> shown = container.catalog().plugins();
        shown.stream()
                .filter(info -> info.bundleId() < 0 && model.file(info.file()) == null)
                .forEach(info -> differences.add("shown, but not there: " + info));
        model.files().forEach(file -> compare(file, shown, differences));
        return differences;
    }

    private void compare(Member member, List<String> differences) {
        ModelService service = model.service(member);
        PluginInfo info = running(member);
        note(
                differences,
                member + " in service",
                service == null ? null : hands.hash(service.content) + " " + service.file,
                info == null ? null : info.sha256() + " " + info.file());
        if (!member.isLibrary()) {
            String expected =
                    service == null
                            ? null
                            : model.isActive(member) ? model.answer(member) : "parked";
            String answer = answer(member);
            String told = answer == null ? null : answer.replaceFirst("^\\d+\\|", "");
            note(differences, member + " answers", expected, told);
        }
    }

    private void compare(ModelFile file, List<PluginInfo> shown, List<String> differences) {
        PluginState state =
                shown.stream()
                        .filter(info -> info.bundleId() < 0 && info.file().equals(file.name))
                        .map(PluginInfo::state)
                        .findFirst()
                        .orElse(null);
        boolean right =
                switch (file.fate) {
                    case SERVES -> state == null;
                    case WAITS -> state == PluginState.WAITING;
                    // What was refused because of others stands there refused until they change.
                    case SUPERSEDED -> state != null;
                    case REFUSED -> state == PluginState.QUARANTINED;
                };
        if (!right) {
            differences.add(file + " is shown as " + state);
        }
    }

    private List<String> expectedBundles() {
        List<Content> contents = new ArrayList<>();
        for (Member member : Member.values()) {
            if (model.service(member) != null) {
                contents.add(model.service(member).content);
            }
        }
        model.files().stream()
                .filter(file -> file.fate == Fate.WAITS)
                .forEach(file -> contents.add(file.content));
        return contents.stream()
                .map(each -> named(each.member().symbolicName(), hands.hash(each)))
                .sorted()
                .toList();
    }

    private static String named(String name, String hash) {
        return name + " " + hash.substring(0, 8);
    }

    private static void note(
            List<String> differences, String what, Object expected, Object actual) {
        if (!Objects.equals(expected, actual)) {
            differences.add("%s: should be %s, is %s".formatted(what, expected, actual));
        }
    }

    /** How what is in service of it is shown; null for nothing. */
    PluginInfo running(Member member) {
        return container.catalog().plugins().stream()
                .filter(info -> info.bundleId() >= 0)
                .filter(info -> info.name().equals(member.symbolicName()))
                .findFirst()
                .orElse(null);
    }

    /** What its component says; it may go while it is asked. */
    String answer(Member member) {
        try {
            return container.registry.answer(member.symbolicName());
        } catch (RuntimeException e) {
            return e.toString();
        }
    }
}
