package io.fastsocket.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.cm.Configuration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Does the same to the product and to the model; each method says what it did. */
final class ModelHands {

    private final Container container;
    private final Model model;
    private final ModelJars jars;
    private final Map<Content, String> hashes = new HashMap<>();
    private ServiceRegistration<Runnable> more;

    ModelHands(Container container, Model model, ModelJars jars) {
        this.container = container;
        this.model = model;
        this.jars = jars;
    }

    /** Hash of a JAR that was written. */
    String hash(Content content) {
        return hashes.get(content);
    }

    /** Puts a file there, over another one or not, in place or by renaming. */
    String write(String name, Content content, boolean renamed) throws IOException {
        byte[] bytes = jars.bytes(content);
        Path file = container.plugins.resolve(name);
        if (renamed) {
            Path beside = Files.write(container.plugins.resolve("." + name + ".tmp"), bytes);
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        } else {
            Files.write(file, bytes);
        }
        hashes.put(content, Sha256.of(bytes));
        model.write(name, content);
        return "%s %s to %s".formatted(content, renamed ? "renamed" : "written", name);
    }

    String delete(String name) throws IOException {
        Files.delete(container.plugins.resolve(name));
        model.delete(name);
        return "deleted " + name;
    }

    /** Gives a plugin's component a text; null for no configuration. */
    String configure(Member member, String text) throws IOException {
        Configuration configuration =
                container.configurationAdmin().getConfiguration(member.pid(), "?");
        if (text == null) {
            configuration.delete();
        } else {
            configuration.update(FrameworkUtil.asDictionary(Map.of("text", text)));
        }
        model.configure(member, text);
        return "text " + text;
    }

    /** Registers the service that the needy need, or takes it away. */
    String offerMore() {
        boolean offered = more == null;
        if (offered) {
            more = container.context().registerService(Runnable.class, () -> {}, null);
        } else {
            more.unregister();
            more = null;
        }
        model.offerMore(offered);
        return offered ? "offered" : "withdrawn";
    }

    /** Reloads, and expects what can be expected. */
    String reload(Member member) throws Exception {
        String name = member.symbolicName();
        CompletableFuture<String> outcome = new CompletableFuture<>();
        container
                .operator()
                .reload(name)
                .whenComplete((none, error) -> outcome.complete(String.valueOf(error)));
        String error = outcome.get(60, TimeUnit.SECONDS);
        if (model.isActive(member)) {
            assertThat(error).as("reload of %s", name).isEqualTo("null");
            model.reload(member);
            return "reloaded";
        }
        String none = "no plugin " + name + " is in service";
        assertThat(error).contains(model.service(member) == null ? none : "stays as it was");
        return "not reloaded";
    }
}
