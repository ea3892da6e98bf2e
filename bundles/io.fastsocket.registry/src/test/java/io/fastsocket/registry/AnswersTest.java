package io.fastsocket.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastsocket.api.Ack;
import io.fastsocket.api.EventException;
import io.fastsocket.api.EventHandlers;
import io.fastsocket.api.OnEvent;
import io.fastsocket.registry.inside.fakes.FakeClient;
import io.fastsocket.registry.routing.Settings;
import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.Maybe;
import io.reactivex.rxjava3.core.Single;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.concurrent.atomic.AtomicBoolean;

/** What clients get for what methods return and throw. */
class AnswersTest {

    private final Registry registry = new Registry(Settings.DEFAULTS);

    @AfterEach
    void close() {
        registry.close();
    }

    static final class Answers implements EventHandlers {
        final AtomicBoolean failing = new AtomicBoolean(true);

        @OnEvent("nothing")
        void nothing() {}

        @OnEvent("null")
        String none() {
            return null;
        }

        @OnEvent("early")
        void early(Ack<String> ack) {
            ack.send("one");
            ack.send("two");
        }

        @OnEvent("many")
        void many(Ack<Object> ack) {
            ack.sendAll(1, "two", null);
        }

        @OnEvent("single")
        Single<String> single() {
            return Single.just("s");
        }

        @OnEvent("maybe")
        Maybe<String> maybe() {
            return Maybe.empty();
        }

        @OnEvent("completable")
        Completable completable() {
            return Completable.complete();
        }

        @OnEvent("refuse")
        void refuse() {
            if (failing.get()) {
                throw new EventException(10001, "no \"way\"");
            }
        }

        @OnEvent("fail")
        void fail() {
            if (failing.get()) {
                throw new IllegalStateException("secret");
            }
        }
    }

    @Test
    void answersAreWhatHandlersReturn() {
        Plugins.serving(registry, new Answers());
        FakeClient client = FakeClient.join(registry.dispatcher(), "/");
        assertThat(client.call("nothing", "")).isEmpty();
        assertThat(client.call("null", "")).isEqualTo("null");
        assertThat(client.call("early", "")).isEqualTo("\"one\"");
        assertThat(client.call("many", "")).isEqualTo("1,\"two\",null");
        assertThat(client.call("single", "")).isEqualTo("\"s\"");
        assertThat(client.call("maybe", "")).isEqualTo("null");
        assertThat(client.call("completable", "")).isEqualTo("null");
        assertThat(client.call("refuse", ""))
                .isEqualTo(
                        "{\"error\":{\"code\":10001,\"reason\":\"no \\\"way\\\"\",\"event\":\"refuse\"}}");
        assertThat(client.call("fail", ""))
                .matches(
                        "\\{\"error\":\\{\"code\":5000,\"reason\":\"internal\",\"event\":\"fail\","
                                + "\"reference\":\"[a-z2-9]{8}\"}}");
        assertThat(client.doubled).hasValue(0);
    }
}
