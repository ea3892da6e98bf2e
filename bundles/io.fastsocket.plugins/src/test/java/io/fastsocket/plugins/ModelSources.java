package io.fastsocket.plugins;

import io.fastsocket.plugins.Member.Need;

/**
 * The code of the model's members. A component answers with how often it was made, what it is, how
 * it is configured, and what the services and libraries that it uses say they are.
 */
final class ModelSources {

    private static final String SAYS_WHAT =
            """
            static String what() {
                try (java.io.InputStream in = %s.class.getResourceAsStream("/what.txt")) {
                    return new String(in.readAllBytes());
                } catch (java.io.IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            }
            """;

    private ModelSources() {}

    /** What a member is built from. */
    static PluginJar of(Member member) {
        return member.isLibrary() ? library(member) : plugin(member);
    }

    private static PluginJar plugin(Member member) {
        StringBuilder fields = new StringBuilder();
        StringBuilder told = new StringBuilder();
        for (Need need : member.needs()) {
            fields.append(field(need));
            told.append(" + \" [\" + of(%s) + \"]\"".formatted(need.provider().symbolicName()));
        }
        for (Member used : member.libraries()) {
            told.append(" + \" <\" + %s.Said.text() + \">\"".formatted(used.parcel()));
        }
        String source =
                """
                package plugin;
                import io.fastsocket.api.*;
                import java.util.Map;
                import java.util.function.Supplier;
                import org.osgi.service.component.annotations.*;
                @Component(
                        configurationPid = "%1$s",
                        configurationPolicy = ConfigurationPolicy.%2$s,
                        property = "model=%3$s",
                        service = {EventHandlers.class, Supplier.class})
                public final class Chat implements EventHandlers, Supplier<String> {
                    private static int made;
                    private final String label = what();
                    private String text;
                    %4$s
                    public Chat() {
                        if (label.contains("FAILS")) throw new IllegalStateException("no luck");
                    }
                    @Activate void activate(Map<String, Object> configuration) {
                        made++;
                        text = (String) configuration.get("text");
                    }
                    static String of(Supplier<String> service) {
                        return service == null ? "none" : service.get();
                    }
                    @Override public String get() { return label; }
                    @OnEvent("ask") String ask() {
                        return label + " {" + text + "}"%5$s;
                    }
                    @Override public String toString() { return made + "|" + ask(); }
                    %6$s
                }
                """
                        .formatted(
                                member.pid(),
                                member.needsConfiguration() ? "REQUIRE" : "OPTIONAL",
                                member.symbolicName(),
                                fields,
                                told,
                                SAYS_WHAT.formatted("Chat"));
        String singleton = member.isSingleton() ? ";singleton:=true" : "";
        PluginJar jar = PluginJar.empty(member.symbolicName() + singleton, "1.0.0");
        return importing(jar.source("plugin.Chat", source), member);
    }

    private static String field(Need need) {
        String more =
                switch (need.bond()) {
                    case MANDATORY -> ")";
                    case DYNAMIC -> ", policy = ReferencePolicy.DYNAMIC) volatile";
                    case OPTIONAL ->
                            ", policy = ReferencePolicy.DYNAMIC,"
                                    + " cardinality = ReferenceCardinality.OPTIONAL) volatile";
                };
        String name = need.provider().symbolicName();
        return "@Reference(target = \"(model=%1$s)\"%2$s Supplier<String> %1$s;\n"
                .formatted(name, more);
    }

    private static PluginJar library(Member member) {
        StringBuilder told = new StringBuilder("WHAT");
        for (Member used : member.libraries()) {
            told.append(" + \" on \" + %s.Said.text()".formatted(used.parcel()));
        }
        String source =
                """
                package %s;
                public class Said {
                    private static final String WHAT = what();
                    public static String text() { return %s; }
                    %s
                }
                """
                        .formatted(member.parcel(), told, SAYS_WHAT.formatted("Said"));
        PluginJar jar =
                PluginJar.empty(member.symbolicName(), "1.0.0")
                        .source(member.parcel() + ".Said", source)
                        .header("Export-Package", member.parcel() + ";version=1.0.0")
                        .header("FastSocket-Library", "true");
        return importing(jar, member);
    }

    private static PluginJar importing(PluginJar jar, Member member) {
        StringBuilder ranges = new StringBuilder();
        for (Member used : member.libraries()) {
            ranges.append(used.parcel()).append(";version=\"[1,2)\",");
            jar.notIncluded(
                    used.parcel() + ".Said",
                    "package %s; public class Said { public static String text() { return \"\"; } }"
                            .formatted(used.parcel()));
        }
        return jar.header("Import-Package", ranges + "*");
    }
}
