package io.fastsocket.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastsocket.api.Emission;
import io.fastsocket.api.Emits;
import io.fastsocket.api.EventHandlers;
import io.fastsocket.api.OnEvent;
import io.fastsocket.api.OnStream;
import io.fastsocket.api.Overflow;
import io.fastsocket.registry.routing.Settings;
import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Observable;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.List;

/** Methods that cannot take a stream are refused, with the reason and the cure. */
class StreamProblemsTest {

    private final Registry registry = new Registry(Settings.DEFAULTS);

    @AfterEach
    void close() {
        registry.close();
    }

    private List<String> problems(EventHandlers handler, String namespace) {
        Plugins.Fake plugin = new Plugins.Fake(registry, "p", true);
        plugin.add(handler, namespace);
        return plugin.revision.problems(null);
    }

    @SuppressWarnings({"rawtypes", "UnusedMethod", "UnusedVariable"})
    static final class Bad implements EventHandlers {

        @OnStream("a")
        void observable(Observable<String> texts) {}

        @OnStream("b")
        void raw(Flowable texts) {}

        @OnStream("c")
        void two(Flowable<String> texts, String more) {}

        @OnStream("d")
        Flowable<String> undeclared(Flowable<String> texts) {
            return texts;
        }

        @OnStream("e")
        @Emits(event = "x", payload = Integer.class)
        Flowable<String> otherPayload(Flowable<String> texts) {
            return texts;
        }

        @OnStream("f")
        String value(Flowable<String> texts) {
            return "";
        }

        @OnStream("g")
        private void hidden(Flowable<String> texts) {}

        @OnStream(value = "h", buffer = 0)
        void small(Flowable<String> texts) {}

        @OnStream(value = "i", observe = true, overflow = Overflow.ERROR)
        void nobodyToAnswer(Flowable<String> texts) {}

        @OnStream("connect")
        void reserved(Flowable<String> texts) {}

        @OnStream("j")
        void thread(Flowable<Thread> threads) {}
    }

    @Test
    void eachSaysWhatIsWrong() {
        assertThat(problems(new Bad(), null))
                .hasSize(11)
                .anyMatch(p -> p.startsWith("Bad.observable: parameter 1 (io.reactivex.rxjava3"))
                .anyMatch(p -> p.startsWith("Bad.raw: parameter 1 does not say what the stream is"))
                .anyMatch(p -> p.startsWith("Bad.two: has 2 parameters; a stream's method has one"))
                .anyMatch(p -> p.startsWith("Bad.undeclared: returns") && p.contains("no @Emits"))
                .anyMatch(p -> p.contains("of String, and its @Emits says payload = Integer.class"))
                .anyMatch(p -> p.startsWith("Bad.value: returns java.lang.String; return a Flow"))
                .anyMatch(p -> p.startsWith("Bad.hidden: is private"))
                .anyMatch(p -> p.startsWith("Bad.small: buffer = 0; it must be from 1 to 1000000"))
                .anyMatch(
                        p -> p.startsWith("Bad.nobodyToAnswer: observes, so that there is nobody"))
                .anyMatch(p -> p.startsWith("Bad.reserved: event \"connect\" is Socket.IO's own"))
                .anyMatch(p -> p.startsWith("Bad.thread: stream of java.lang.Thread: "));
    }

    static final class Twice implements EventHandlers {

        @OnEvent("a")
        void a(String text) {}

        @OnStream("a")
        void stream(Flowable<String> texts) {}

        @OnStream("b")
        void one(Flowable<String> texts) {}

        @OnStream("b")
        void two(Flowable<Integer> numbers) {}
    }

    @Test
    void anEventIsHandledOnceAndStreamsOfItAgree() {
        assertThat(problems(new Twice(), null))
                .hasSize(2)
                .anyMatch(p -> p.startsWith("Twice.stream: event \"a\" has a method"))
                .anyMatch(p -> p.startsWith("Twice.two: event \"b\" has another stream"))
                .allMatch(p -> p.contains("observe = true"));
    }

    static final class Claims implements EventHandlers {
        @OnStream("b")
        void one(Flowable<String> texts) {}
    }

    @Test
    void aStreamHoldsItsEvent() {
        new Plugins.Fake(registry, "holder", false).add(new Claims());

        assertThat(problems(new Claims(), null))
                .singleElement()
                .asString()
                .contains("is handled by Claims.one of plugin holder already", "observe = true");
    }

    static final class Dynamic implements EventHandlers {

        @OnStream("a")
        @Emits(event = "b", payload = String.class)
        Flowable<String> a(Flowable<String> texts) {
            return texts;
        }

        @OnStream("c")
        Flowable<Emission> c(Flowable<String> texts) {
            return texts.map(Emission::of);
        }
    }

    @Test
    void inANamespaceWithValuesElementsSayWhereTheyGo() {
        assertThat(problems(new Dynamic(), "/room/{name}"))
                .singleElement()
                .asString()
                .startsWith("Dynamic.a: is in namespace \"/room/{name}\"")
                .endsWith("return a Flowable<Emission>");
    }
}
