package io.fastsocket.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastsocket.registry.inside.fakes.Await;
import io.fastsocket.registry.inside.fakes.FakeClient;
import io.fastsocket.registry.routing.HandlerService;
import io.fastsocket.registry.routing.Revision;
import io.fastsocket.registry.routing.Settings;
import io.fastsocket.registry.sockets.Origin;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.lang.reflect.Constructor;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

class CollectableTest {

    /** Classes of this test anew, as another revision's loader would have them. */
    private static final class Loader extends ClassLoader {

        Loader() {
            super(CollectableTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith(RevisionFixture.class.getName())) {
                return super.loadClass(name, resolve);
            }
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : define(name);
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            String file = "/" + name.replace('.', '/') + ".class";
            try (InputStream in = CollectableTest.class.getResourceAsStream(file)) {
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }

    @Test
    void nothingHoldsTheClassesOfARevisionThatHasEnded() throws ReflectiveOperationException {
        try (Registry registry = new Registry(Settings.DEFAULTS)) {
            FakeClient client = FakeClient.join(registry.dispatcher(), "/");
            WeakReference<ClassLoader> loader = useAndEnd(registry, client);
            Await.until(
                    "class loader collected",
                    () -> {
                        System.gc();
                        return loader.get() == null;
                    });
        }
    }

    private static WeakReference<ClassLoader> useAndEnd(Registry registry, FakeClient client)
            throws ReflectiveOperationException {
        Loader loader = new Loader();
        Constructor<?> constructor =
                loader.loadClass(RevisionFixture.Handler.class.getName()).getDeclaredConstructor();
        constructor.setAccessible(true);
        Object handler = constructor.newInstance();
        assertThat(handler.getClass().getClassLoader()).isSameAs(loader);
        AtomicBoolean active = new AtomicBoolean(true);
        Revision revision =
                registry.revision(new Origin("p", "1", () -> loader, active::get, true, Map::of));
        HandlerService service = revision.add(new HandlerService.Found("p", null, 0, handler));
        assertThat(revision.problems(null)).isEmpty();
        revision.commit(null);
        String message =
                "{\"text\":\"a\",\"parts\":[{\"name\":\"n\",\"color\":\"RED\"}],\"colors\":{\"a\":\"RED\"}}";
        assertThat(client.call("m", message)).isEqualTo(message);
        assertThat(client.call("m", "{\"text\":\"\",\"parts\":[{}, 4]}")).contains("4001");
        assertThat(client.call("s", "{\"r\":1}")).isEqualTo("{\"r\":1}");
        assertThat(client.call("t", message)).isEmpty();
        revision.close().toCompletableFuture().join();
        active.set(false);
        registry.remove(revision, service);
        revision.stopped();
        assertThat(client.call("m", message)).contains("4004");
        return new WeakReference<>(loader);
    }
}
