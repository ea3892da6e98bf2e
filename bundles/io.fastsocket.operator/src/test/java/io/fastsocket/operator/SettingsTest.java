package io.fastsocket.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class SettingsTest {

    private static final String TOKEN = "0123456789abcdef";

    private static Settings of(String token, Settings before) {
        return of(token, 1000, 5, before);
    }

    private static Settings of(String token, long interval, int attempts, Settings before) {
        return Settings.of(token, () -> interval, () -> attempts, before);
    }

    @Test
    void withoutATokenNothingOpens() {
        Settings off = of(" ", Settings.OFF);
        assertThat(off.on()).isFalse();
        assertThat(off.opens("")).isFalse();
    }

    @Test
    void theTokenAloneOpens() {
        Settings on = of(TOKEN, Settings.OFF);
        assertThat(on.on()).isTrue();
        assertThat(on.opens(TOKEN)).isTrue();
        assertThat(on.opens(TOKEN + "0")).isFalse();
        assertThat(on.opens("")).isFalse();
        assertThat(on.toString()).doesNotContain(TOKEN);
    }

    @Test
    void eachTokenHasANumber() {
        Settings one = of(TOKEN, Settings.OFF);
        Settings same = of(TOKEN, 2000, 5, one);
        Settings other = of(TOKEN + "0", same);
        Settings again = of(TOKEN, of("", other));
        assertThat(same.number()).isEqualTo(one.number());
        assertThat(other.number()).isGreaterThan(one.number());
        assertThat(again.number()).isGreaterThan(other.number());
    }

    @Test
    void wrongValuesAreNamedAndTheTokenIsNot() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of("hunter2", Settings.OFF))
                .withMessage(
                        "etc/io.fastsocket.operator.cfg: token must have at least 16 characters, or"
                                + " none: has 7");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(TOKEN, 99, 5, Settings.OFF))
                .withMessageEndingWith("interval must be a number from 100 to 3600000: is 99");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(TOKEN, 100, 0, Settings.OFF))
                .withMessageEndingWith("attempts must be a number from 1 to 1000: is 0");
    }
}
