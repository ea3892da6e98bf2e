package io.fastsocket.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The archives that people download. */
final class Archive {

    private static final Path ROOT = Setup.docs().getParent().getParent();
    private static final Path NAME = Path.of("fastsocket-0.1.0-SNAPSHOT");
    private static final Path FILE = ROOT.resolve("distribution/target/" + NAME + ".tar.gz");

    private static final Pattern BLOCK =
            Pattern.compile("^```sh\\n(tar .*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    private Archive() {}

    /**
     * Unpacks it in a folder that has a space, by what the page on setting up says; the folder that
     * the page then runs.
     */
    static Path unpacked() throws IOException {
        assumeTrue(Files.exists(FILE), "there are no archives: they were left out of the build");
        Matcher block = BLOCK.matcher(Files.readString(Setup.docs().resolve("setup.md")));
        assertThat(block.find()).isTrue();
        List<String> lines = block.group(1).lines().toList();
        Path home = Setup.newFolder("some body");
        Command tar =
                Command.run(
                        ROOT,
                        Product.START_LIMIT,
                        List.of("bash", "-c", "HOME='" + home + "'; " + lines.getFirst()));
        assertThat(tar.exitCode()).as(tar.text()).isZero();
        assertThat(lines.get(1)).isEqualTo("\"$HOME/" + NAME + "/bin/fastsocket\" run");
        return home.resolve(NAME);
    }

    private static List<String> files(Stream<String> names) {
        return names.filter(name -> !name.endsWith("/")).sorted().toList();
    }

    /** What is in the one, by name. */
    static List<String> inTar() {
        Command list =
                Command.run(ROOT, Product.START_LIMIT, List.of("tar", "-tzf", FILE.toString()));
        return files(list.out().lines());
    }

    /** What is in the other, by name. */
    static List<String> inZip() throws IOException {
        Path zip = FILE.resolveSibling(NAME + ".zip");
        try (ZipFile file = new ZipFile(zip.toFile())) {
            return files(file.stream().map(ZipEntry::getName));
        }
    }
}
