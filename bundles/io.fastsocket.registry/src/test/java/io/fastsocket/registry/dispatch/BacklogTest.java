package io.fastsocket.registry.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastsocket.registry.inside.fakes.FakeClient;
import io.fastsocket.registry.routing.Settings;

import org.junit.jupiter.api.Test;

class BacklogTest {

    private static final int LIMIT = (int) Settings.DEFAULTS.queueBytes();

    private final FakeClient client = new FakeClient("/");
    private final Backlog backlog = new Backlog(client, () -> Settings.DEFAULTS);

    @Test
    void bytesOfAnUnorderedEventAreNeverCountedTwice() {
        int bytes = LIMIT * 3 / 10;
        backlog.add(3, 3L * bytes);
        backlog.moveBeside(bytes);
        backlog.press();
        assertThat(client.paused).hasValue(0);

        backlog.remove(0);
        backlog.add(1, bytes);
        backlog.press();
        assertThat(client.paused).hasValue(1);
    }
}
