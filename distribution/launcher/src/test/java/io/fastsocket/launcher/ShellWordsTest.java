package io.fastsocket.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ShellWordsTest {

    private static String[] words(String line) {
        ShellWords parsed = ShellWords.of(line);
        assertThat(parsed.open()).isEqualTo((char) 0);
        return parsed.words().toArray(String[]::new);
    }

    @Test
    void wordsAreTakenApartAsInSh() {
        assertThat(words("  plugin\tlist ")).containsExactly("plugin", "list");
        assertThat(words("emit news --payload '{\"a\": \"\\n $x `y` | ;\"}'"))
                .containsExactly("emit", "news", "--payload", "{\"a\": \"\\n $x `y` | ;\"}");
        assertThat(words("a\"b c\"d 'it'\\''s' \"\\\"\\\\\\n\" \\  ''"))
                .containsExactly("ab cd", "it's", "\"\\\\n", " ", "");
        assertThat(words("")).isEmpty();
    }

    @Test
    void whatIsOpenAtTheEndIsTold() {
        assertThat(ShellWords.of("emit 'a b").open()).isEqualTo('\'');
        assertThat(ShellWords.of("emit \"a").open()).isEqualTo('"');
        assertThat(ShellWords.of("emit a\\").open()).isEqualTo('\\');
    }

    @Test
    void theLastWordIsFound() {
        assertThat(ShellWords.of("plugin inf").start()).isEqualTo(7);
        assertThat(ShellWords.of("plugin ").start()).isEqualTo(7);
        assertThat(ShellWords.of("room members 'my ro").start()).isEqualTo(13);
    }

    @Test
    void quotedWordsAreTheSameAgain() {
        for (String word :
                new String[] {"plain", "", "my room", "it's", "a\"b", "{\"a\":1}", "\\"}) {
            assertThat(words(ShellWords.quoted(word))).containsExactly(word);
        }
        assertThat(ShellWords.quoted("io.fastsocket/x@y")).isEqualTo("io.fastsocket/x@y");
    }
}
