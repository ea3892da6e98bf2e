package io.fastsocket.plugins;

import io.fastsocket.plugins.ModelFile.Fate;

import java.util.List;
import java.util.Objects;

/**
 * What is to come of the files, as README and design have it: of a plugin's files the best that can
 * serve; what is in service stays while the file that it came from holds something that cannot, and
 * goes with that file; what uses a library is swapped with it, and goes with it.
 */
final class ModelRules {

    private final Model model;

    ModelRules(Model model) {
        this.model = model;
    }

    /** Has everything happen that follows from what was done. */
    void settle() {
        boolean changed;
        do {
            changed = false;
            for (Member member : Member.values()) {
                ModelService before = model.service(member);
                walk(member);
                changed |= !Objects.equals(before, model.service(member));
            }
        } while (changed);
    }

    private void walk(Member member) {
        ModelService now = model.service(member);
        ModelFile origin = now == null ? null : model.file(now.file);
        boolean holds = origin != null && origin.failed;
        List<ModelFile> fit =
                model.files(member).stream()
                        .filter(file -> !file.lost)
                        .sorted(ModelFile.BEST_FIRST)
                        .toList();
        for (ModelFile file : fit) {
            List<ModelFile> worse = fit.subList(fit.indexOf(file) + 1, fit.size());
            if (now != null && now.content.equals(file.content)) {
                now.file = file.name;
                now.written = file.written;
                serves(file, worse);
                return;
            }
            boolean own = Objects.equals(file, origin);
            if (now != null && !own && holds && now.isBetterThan(file)) {
                file.fate = Fate.SUPERSEDED;
                continue;
            }
            file.fate = fate(file, now);
            if (file.fate == Fate.SERVES) {
                model.take(file);
                serves(file, worse);
                return;
            }
            file.failed = true;
            holds |= own;
        }
        if (now != null && origin == null) {
            model.remove(member);
        }
    }

    private static void serves(ModelFile file, List<ModelFile> worse) {
        file.fate = Fate.SERVES;
        file.failed = false;
        supersede(worse);
    }

    private static void supersede(List<ModelFile> worse) {
        worse.forEach(each -> each.fate = Fate.SUPERSEDED);
    }

    /** What becomes of a file whose turn it is. */
    private Fate fate(ModelFile file, ModelService now) {
        Content content = file.content;
        Member member = content.member();
        if (content.kind() == Content.Kind.UNRESOLVED
                || !member.libraries().stream().allMatch(this::fitsImports)
                || (content.major() > 1 && now != null && model.hasUsers(member))) {
            return Fate.REFUSED;
        }
        boolean instead = member.isSingleton() && now != null;
        if (instead) {
            model.parked().add(member);
        }
        if (!model.isSatisfied(content)) {
            // What serves well is not to be parked again whenever another plugin changes.
            file.lost = instead && model.isSatisfied(now.content);
            return instead ? Fate.REFUSED : Fate.WAITS;
        }
        file.lost = content.kind() == Content.Kind.FAILS;
        return file.lost ? Fate.REFUSED : Fate.SERVES;
    }

    /** All import the first version of each library. */
    private boolean fitsImports(Member library) {
        ModelService there = model.service(library);
        return there != null && there.content.major() == 1;
    }
}
