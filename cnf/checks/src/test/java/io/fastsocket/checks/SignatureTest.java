package io.fastsocket.checks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes a change of {@code api} or {@code spi} a visible diff: their surface is compared with the
 * committed text in {@code cnf/checks/signatures}, and no third party's type may stand in it.
 */
class SignatureTest {

    private static final Pattern QUALIFIED = Pattern.compile("\\b(?:[a-z][a-z0-9]*\\.)+[A-Z]\\w*");
    private static final List<String> ALLOWED =
            List.of("java.", "io.fastsocket.", "org.osgi.framework.");

    @ParameterizedTest
    @ValueSource(strings = {"io.fastsocket.api", "io.fastsocket.spi"})
    void surfaceIsAsCommitted(String name) throws IOException {
        Path committed = BuiltBundle.ROOT.resolve("cnf/checks/signatures/" + name + ".txt");
        String actual = signature(name);
        if ("replace".equals(System.getProperty("signatures"))) {
            Files.writeString(committed, actual);
        }
        assertThat(actual)
                .as(
                        "%s has changed. If that is meant: mvn -pl cnf/checks -am verify -Dsignatures=replace",
                        name)
                .isEqualTo(Files.readString(committed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"io.fastsocket.api", "io.fastsocket.spi"})
    void noThirdPartyTypeIsExported(String name) throws IOException {
        Matcher types = QUALIFIED.matcher(signature(name));
        while (types.find()) {
            assertThat(types.group())
                    .matches(
                            t -> ALLOWED.stream().anyMatch(t::startsWith), "is allowed in " + name);
        }
    }

    private static String signature(String name) throws IOException {
        BuiltBundle bundle =
                BuiltBundle.all().stream()
                        .filter(b -> b.folder().equals(name))
                        .findFirst()
                        .orElseThrow();
        return Signatures.of(bundle.jar());
    }
}
