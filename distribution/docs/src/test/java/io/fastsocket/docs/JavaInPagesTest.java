package io.fastsocket.docs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * The Java in the pages compiles. A block that is no whole file is taken as members of a class that
 * imports all of the API.
 */
class JavaInPagesTest {

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```java\\n(.*?)^```");
    private static final Pattern TYPE =
            Pattern.compile(
                    "(?m)^(?:public |final |abstract )*(?:class|interface|record|enum) (\\w+)");

    private static final String AROUND =
            """
            import io.fastsocket.api.*;
            import jakarta.validation.constraints.*;
            import java.time.*;
            import java.util.*;
            import java.util.concurrent.*;
            import org.osgi.service.component.annotations.*;
            %s
            """;

    @TestFactory
    Stream<DynamicTest> blocks() throws IOException {
        return Pages.all().stream().flatMap(JavaInPagesTest::blocks);
    }

    private static Stream<DynamicTest> blocks(Path page) {
        try {
            Matcher matcher = BLOCK.matcher(Files.readString(page));
            return matcher.results()
                    .map(
                            found ->
                                    DynamicTest.dynamicTest(
                                            Pages.ROOT.relativize(page) + " at " + found.start(),
                                            () -> compile(found.group(1))));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void compile(String block) {
        Matcher type = TYPE.matcher(block);
        boolean whole = type.find();
        String name = whole ? type.group(1) : "Members";
        String source = block;
        if (!whole) {
            source = AROUND.formatted("abstract class Members {\n" + block + "}");
        } else if (!block.contains("import ")) {
            source = AROUND.formatted(block);
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        compiler.getTask(
                        null,
                        null,
                        problems,
                        List.of("-proc:none", "--release", "21", "-d", classes()),
                        null,
                        List.of(new Source(name, source)))
                .call();
        assertThat(problems.getDiagnostics())
                .filteredOn(problem -> problem.getKind() == Diagnostic.Kind.ERROR)
                .as(source)
                .isEmpty();
    }

    private static String classes() {
        try {
            return Files.createTempDirectory(
                            Files.createDirectories(Pages.FOLDER.resolve("target/compiled")),
                            "block")
                    .toString();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** A source file in memory; its name matters only for public types. */
    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String type, String text) {
            super(URI.create("block:///" + type + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
