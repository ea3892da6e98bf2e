package io.fastsocket.plugins;

import io.fastsocket.plugins.Member.Bond;
import io.fastsocket.plugins.Member.Need;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What lies in the folder, and what is to be in service; {@link ModelRules} bring them together.
 */
final class Model {

    private final Map<String, ModelFile> files = new TreeMap<>();
    private final Map<Member, ModelService> services = new EnumMap<>(Member.class);
    private final Map<Member, String> configurations = new EnumMap<>(Member.class);
    private final Set<Member> parked = EnumSet.noneOf(Member.class);
    private boolean more;
    private long clock;
    private int serials;

    Collection<ModelFile> files() {
        return files.values();
    }

    /** Those of one member. */
    List<ModelFile> files(Member member) {
        return files.values().stream().filter(file -> file.content.member() == member).toList();
    }

    /** Null if there is none. */
    ModelFile file(String name) {
        return files.get(name);
    }

    void write(String name, Content content) {
        files.put(name, new ModelFile(name, content, ++clock));
    }

    void delete(String name) {
        files.remove(name);
    }

    /** Gives its component another text; null for no configuration. */
    void configure(Member member, String text) {
        configurations.put(member, text);
    }

    boolean isConfigured(Member member) {
        return configurations.get(member) != null;
    }

    /** Whether there is a {@link Runnable}. */
    void offerMore(boolean offered) {
        more = offered;
    }

    /** What is in service of it; null for nothing. */
    ModelService service(Member member) {
        return services.get(member);
    }

    /** A file comes into service; what uses it follows. */
    void take(ModelFile file) {
        Member member = file.content.member();
        renew(member);
        services.put(member, new ModelService(file.content, ++serials, file.name, file.written));
    }

    /** A new revision of the same content; what uses it follows. */
    void reload(Member member) {
        if (member.isSingleton()) {
            parked.add(member);
        }
        renew(member);
    }

    private void renew(Member member) {
        for (Member each : Member.values()) {
            ModelService now = services.get(each);
            if (now != null && (each == member || each.uses(member))) {
                services.put(each, new ModelService(now.content, ++serials, now.file, now.written));
            }
        }
    }

    /** It goes, and with it what uses it. */
    void remove(Member member) {
        services.keySet().removeIf(each -> each == member || each.uses(member));
    }

    boolean hasUsers(Member library) {
        return services.keySet().stream().anyMatch(each -> each.uses(library));
    }

    /** Whether its handlers can be called, or its packages used. */
    boolean isActive(Member member) {
        ModelService service = services.get(member);
        return service != null && isSatisfied(service.content);
    }

    /** Whether a component has what it needs. */
    boolean isSatisfied(Content content) {
        Member member = content.member();
        return (content.kind() != Content.Kind.NEEDY || more)
                && (!member.needsConfiguration() || isConfigured(member))
                && member.needs().stream()
                        .filter(need -> need.bond() != Bond.OPTIONAL)
                        .allMatch(need -> isActive(need.provider()));
    }

    /** Those whose events were parked in this step, and that were perhaps started again. */
    Set<Member> parked() {
        return parked;
    }

    /** What its handler answers. */
    String answer(Member member) {
        StringBuilder answer = new StringBuilder(services.get(member).content.label());
        answer.append(" {").append(configurations.get(member)).append("}");
        for (Need need : member.needs()) {
            Member provider = need.provider();
            String label = isActive(provider) ? services.get(provider).content.label() : "none";
            answer.append(" [").append(label).append("]");
        }
        member.libraries().forEach(used -> answer.append(" <").append(text(used)).append(">"));
        return answer.toString();
    }

    private String text(Member library) {
        StringBuilder text = new StringBuilder(services.get(library).content.label());
        library.libraries().forEach(used -> text.append(" on ").append(text(used)));
        return text.toString();
    }

    @Override
    public String toString() {
        return "files: %s%nin service: %s%nactive: %s%nconfigurations: %s, more: %s"
                .formatted(
                        files.values(),
                        services,
                        Arrays.stream(Member.values()).filter(this::isActive).toList(),
                        configurations,
                        more);
    }
}
