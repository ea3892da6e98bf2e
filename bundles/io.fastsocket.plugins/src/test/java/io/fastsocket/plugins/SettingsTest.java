package io.fastsocket.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

class SettingsTest {

    private static Map<String, Object> defaults() {
        Map<String, Object> values = new HashMap<>();
        values.put("scanInterval", 100L);
        values.put("incompleteTime", 2_000L);
        values.put("removeGrace", 1_000L);
        values.put("startTime", 10_000L);
        values.put("watchTime", 60_000L);
        values.put("drainTime", 30_000L);
        values.put("keepRevisions", 20);
        values.put("breaking", "refuse");
        values.put("unclear", "refuse");
        values.put("plugins", new String[0]);
        values.put("collectTime", 5_000L);
        return values;
    }

    @Test
    void takesNumbersAndTheTextOfAFile() {
        Map<String, Object> values = defaults();
        values.put("drainTime", " 500 ");
        Settings settings = Settings.of(values);
        assertThat(settings.drainTimes().of("any")).isEqualTo(Duration.ofMillis(500));
        assertThat(settings.keepRevisions()).isEqualTo(20);
    }

    @Test
    void namesFileKeyValueAndWhatIsAllowed() {
        Map<String, Object> values = defaults();
        values.put("scanInterval", "soon");
        assertThatThrownBy(() -> Settings.of(values))
                .hasMessage(
                        "etc/io.fastsocket.plugins.cfg: scanInterval = soon: must be a whole number"
                                + " from 10 to 60000");
        values.put("scanInterval", "5");
        assertThatThrownBy(() -> Settings.of(values)).hasMessageContaining("scanInterval = 5");
    }

    @Test
    void pluginsMayHaveAPolicyOfTheirOwn() {
        Map<String, Object> values = defaults();
        values.put("unclear", "Warn");
        values.put("plugins", "a.shop breaking=off, b.chat  unclear=off breaking=warn");
        BreakingPolicy policy = Settings.of(values).breaking();
        assertThat(policy.of("any"))
                .isEqualTo(new BreakingPolicy.Modes(BreakingMode.REFUSE, BreakingMode.WARN));
        assertThat(policy.of("a.shop"))
                .isEqualTo(new BreakingPolicy.Modes(BreakingMode.OFF, BreakingMode.WARN));
        assertThat(policy.of("b.chat").off()).isFalse();
        values.put("plugins", new String[] {"b.chat breaking=off unclear=off"});
        assertThat(Settings.of(values).breaking().of("b.chat").off()).isTrue();
    }

    @Test
    void pluginsMayHaveADrainTimeOfTheirOwn() {
        Map<String, Object> values = defaults();
        values.put("plugins", "a.shop breaking=off drainTime=200, b.chat drainTime=0");
        DrainTimes times = Settings.of(values).drainTimes();
        assertThat(times.of("a.shop")).isEqualTo(Duration.ofMillis(200));
        assertThat(times.of("b.chat")).isZero();
        assertThat(times.of("any")).isEqualTo(Duration.ofSeconds(30));
        assertThat(Settings.of(values).breaking().of("b.chat"))
                .isEqualTo(Settings.of(values).breaking().of("any"));
        values.put("plugins", "a.shop drainTime=5s");
        assertThatThrownBy(() -> Settings.of(values))
                .hasMessage(
                        "etc/io.fastsocket.plugins.cfg: plugins: a.shop drainTime = 5s: must be a"
                                + " whole number from 0 to 3600000");
    }

    @Test
    void aWrongPolicyIsNamed() {
        Map<String, Object> values = defaults();
        values.put("breaking", "allow");
        assertThatThrownBy(() -> Settings.of(values))
                .hasMessage(
                        "etc/io.fastsocket.plugins.cfg: breaking = allow: must be refuse, warn or"
                                + " off");
        values.put("breaking", "warn");
        for (String wrong : new String[] {"a.shop", "a.shop breaking", "a.shop inbound=off"}) {
            values.put("plugins", wrong);
            assertThatThrownBy(() -> Settings.of(values))
                    .hasMessageStartingWith("etc/io.fastsocket.plugins.cfg: plugins: a.shop ");
        }
    }
}
