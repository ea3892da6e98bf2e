package io.fastsocket.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import java.util.ArrayList;
import java.util.List;

/** One running product, whose home has a space, for all tests of the command line. */
final class CommandLineProduct implements BeforeAllCallback {

    private static Product product;

    static Product product() {
        return product;
    }

    /** Types a command in another terminal. */
    static Command type(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--home", product.home().toString()));
        return Product.command(all.toArray(String[]::new));
    }

    /** What a command prints for programs. */
    static JsonNode json(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.add("--json");
        Command command = type(all.toArray(String[]::new));
        assertThat(command.exitCode()).as(command.text()).isZero();
        return Product.json(command.out());
    }

    /** Waits until the clients and plugins of other tests are gone, which may take a moment. */
    static void awaitNobodyElse() {
        Await.until(
                "other tests' clients and plugins are gone",
                NodeClient.PATIENCE,
                () -> {
                    JsonNode status = Product.json(product.http("/status.json").body());
                    return status.path("connections").asInt() == 0
                            && status.path("plugins").size() == 1;
                });
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot()
                .getStore(ExtensionContext.Namespace.create(CommandLineProduct.class))
                .getOrComputeIfAbsent(
                        "product",
                        key -> {
                            product =
                                    Product.startIn(Setup.newFolder("commands").resolve("my home"));
                            return (AutoCloseable) product::stop;
                        });
    }
}
