package io.fastsocket.itests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The pages' examples, on one running product: each block {@code console} is typed, line by line
 * from {@code $}, in the product's folder. What stands below a line must be printed, where {@code
 * …} stands for anything, within a line or for whole lines; a command with nothing below only has
 * to work. A line ends with exit code 0, unless it asks for another by {@code ; echo $?}.
 */
@ExtendWith(CommandLineProduct.class)
class PagesIT {

    private static final Pattern BLOCK =
            Pattern.compile("^```console\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Path ROOT = Setup.docs().getParent().getParent();

    @BeforeAll
    static void beAlone() {
        CommandLineProduct.awaitNobodyElse();
    }

    @TestFactory
    Stream<DynamicTest> pagesSayWhatIsPrinted() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(ROOT.resolve("README.md")));
        try (Stream<Path> documents = Files.list(Setup.docs())) {
            documents.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
        }
        List<DynamicTest> tests = new ArrayList<>();
        for (Path page : pages) {
            Matcher block = BLOCK.matcher(Files.readString(page));
            while (block.find()) {
                for (String step : block.group(1).split("(?m)^(?=\\$ )")) {
                    String[] parts = step.substring(2).split("\\n", 2);
                    String name = page.getFileName() + ": " + parts[0];
                    tests.add(DynamicTest.dynamicTest(name, () -> check(parts[0], parts[1])));
                }
            }
        }
        assertThat(tests).isNotEmpty();
        return tests.stream();
    }

    private static void check(String line, String shown) {
        Path bin = Setup.product().resolve("bin");
        String script =
                "PATH=\"%s:$PATH\"; export FASTSOCKET_HOME='%s'; exec 2>&1; %s"
                        .formatted(
                                bin,
                                CommandLineProduct.product().home(),
                                line.replace("./fastsocket", "fastsocket"));
        Command command =
                Command.run(Setup.product(), Product.START_LIMIT, List.of("bash", "-c", script));

        assertThat(command.exitCode()).as(command.text()).isZero();
        if (!shown.isBlank()) {
            assertThat(spaces(command.out())).matches(pattern(shown));
        }
    }

    /** Widths of columns follow names and figures that differ from run to run. */
    private static String spaces(String text) {
        return text.strip().replaceAll("[ \\t]+", " ").replaceAll(" \\n", "\n");
    }

    private static Pattern pattern(String shown) {
        String regex =
                Stream.of(spaces(shown).split("\\n"))
                        .map(
                                line ->
                                        line.equals("…")
                                                ? "[\\s\\S]*"
                                                : Stream.of(line.split("…", -1))
                                                        .map(Pattern::quote)
                                                        .collect(Collectors.joining(".*")))
                        .collect(Collectors.joining("\\n"));
        return Pattern.compile(regex);
    }
}
