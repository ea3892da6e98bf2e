package io.fastsocket.plugins;

import io.fastsocket.plugins.Member.Need;
import io.fastsocket.plugins.ModelRestarts.Seen;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Whose components Declarative Services makes anew because of a step, their bundles staying as they
 * are: those bound to a service that is another one now (Compendium 8, 112.5.12 to 112.5.20).
 */
final class ModelRipples {

    private final Map<Member, Seen> before;
    private final Map<Member, Seen> after;

    ModelRipples(Map<Member, Seen> before, Map<Member, Seen> after) {
        this.before = before;
        this.after = after;
    }

    /**
     * All of them.
     *
     * @param interrupted whose own component was made anew, or was perhaps away for a moment
     */
    Set<Member> of(Set<Member> interrupted) {
        Set<Member> gaps = EnumSet.noneOf(Member.class);
        gaps.addAll(interrupted);
        for (Member member : Member.values()) {
            if (isActive(before, member) != isActive(after, member)
                    || (isAnother(member) && (member.isSingleton() || !isActive(after, member)))) {
                gaps.add(member);
            }
        }
        int size;
        do {
            size = gaps.size();
            for (Member member : Member.values()) {
                if (member.needs().stream().anyMatch(need -> isRemade(need, gaps))) {
                    gaps.add(member);
                }
            }
        } while (gaps.size() > size);
        return gaps;
    }

    private boolean isRemade(Need need, Set<Member> gaps) {
        Member provider = need.provider();
        return switch (need.bond()) {
            case MANDATORY -> isAnother(provider) || gaps.contains(provider);
            case DYNAMIC -> gaps.contains(provider);
            case OPTIONAL -> false;
        };
    }

    private static boolean isActive(Map<Member, Seen> seen, Member member) {
        return seen.containsKey(member) && seen.get(member).active();
    }

    private boolean isAnother(Member member) {
        Seen now = after.get(member);
        Seen old = before.get(member);
        return now != null && old != null && now.serial() != old.serial();
    }
}
