package io.fastsocket.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;

class TemplateTest {

    private final Template template = Template.of("43%s[{\"n\":%s,\"sum\":%t}]");

    private int match(String text) {
        byte[] bytes = ("??" + text).getBytes(StandardCharsets.UTF_8);
        return template.match(bytes, 2, bytes.length - 2);
    }

    @Test
    void findsTheNumber() {
        assertThat(match("431000007[{\"n\":1000007,\"sum\":3000021}]")).isEqualTo(1_000_007);
    }

    @Test
    void noticesEveryChange() {
        assertThat(match("431000007[{\"n\":1000008,\"sum\":3000021}]")).isEqualTo(-1);
        assertThat(match("431000007[{\"n\":1000007,\"sum\":3000020}]")).isEqualTo(-1);
        assertThat(match("431000007[{\"N\":1000007,\"sum\":3000021}]")).isEqualTo(-1);
        assertThat(match("430000007[{\"n\":0000007,\"sum\":0000021}]")).isEqualTo(-1);
        assertThat(match("43100000x[{\"n\":100000x,\"sum\":3000021}]")).isEqualTo(-1);
        assertThat(match("431000007[{\"n\":1000007,\"sum\":3000021}] ")).isEqualTo(-1);
        assertThat(match("")).isEqualTo(-1);
    }

    @Test
    void needsANumber() {
        assertThatThrownBy(() -> Template.of("nothing"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
