package io.fastsocket.plugins;

import io.fastsocket.spi.observe.PluginInfo;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds what was restarted without a reason. */
final class ModelRestarts {

    private final Model model;
    private final ModelCheck check;
    private final Map<Member, Seen> seen = new EnumMap<>(Member.class);

    /** What was seen of a member last; how often its component was made counts per bundle. */
    record Seen(int serial, boolean active, long bundle, String made) {}

    ModelRestarts(Model model, ModelCheck check) {
        this.model = model;
        this.check = check;
    }

    /**
     * Who was restarted since the last time without a reason; to be asked when all else is right.
     *
     * @param interrupted as {@link ModelRipples#of} has it
     */
    List<String> without(Set<Member> interrupted) {
        Map<Member, Seen> before = new EnumMap<>(seen);
        for (Member member : Member.values()) {
            look(member);
        }
        Set<Member> concerned = new ModelRipples(before, seen).of(interrupted);
        List<String> restarts = new ArrayList<>();
        before.forEach((member, old) -> compare(member, old, concerned, restarts));
        return restarts;
    }

    private void look(Member member) {
        PluginInfo info = check.running(member);
        if (info == null) {
            seen.remove(member);
        } else {
            String made = member.isLibrary() ? "" : check.answer(member).replaceFirst("\\|.*", "");
            seen.put(
                    member,
                    new Seen(
                            model.service(member).serial,
                            model.isActive(member),
                            info.bundleId(),
                            made));
        }
    }

    private void compare(Member member, Seen old, Set<Member> concerned, List<String> restarts) {
        Seen now = seen.get(member);
        if (now == null) {
            return;
        }
        if ((now.serial == old.serial) != (now.bundle == old.bundle)) {
            restarts.add(
                    "%s: bundle %d, then %d; it should be %s one"
                            .formatted(
                                    member,
                                    old.bundle,
                                    now.bundle,
                                    now.serial == old.serial ? "the same" : "another"));
        }
        boolean remade = old.active && now.active && !old.made.equals(now.made);
        if (now.bundle == old.bundle && remade && !concerned.contains(member)) {
            restarts.add("%s: made %s times, then %s".formatted(member, old.made, now.made));
        }
    }
}
