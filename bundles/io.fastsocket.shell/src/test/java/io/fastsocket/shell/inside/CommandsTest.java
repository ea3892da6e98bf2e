package io.fastsocket.shell.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fastsocket.spi.observe.EventCatalog;
import io.fastsocket.spi.observe.EventInfo;
import io.fastsocket.spi.observe.EventState;
import io.fastsocket.spi.observe.PluginCatalog;
import io.fastsocket.spi.observe.PluginInfo;
import io.fastsocket.spi.observe.PluginState;
import io.fastsocket.spi.transport.SocketTransport;

import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.CommandSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;
import org.osgi.test.junit5.context.BundleContextExtension;
import org.osgi.test.junit5.service.ServiceExtension;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/** The commands in a Gogo session, as typed, while what they show comes and goes. */
@ExtendWith({BundleContextExtension.class, ServiceExtension.class})
final class CommandsTest {

    @InjectBundleContext BundleContext context;
    @InjectService CommandProcessor gogo;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private CommandSession session;

    @BeforeEach
    void open() {
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        session = gogo.createSession(new ByteArrayInputStream(new byte[0]), out, out);
    }

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void saysWhatIsAbsent() throws Exception {
        assertThat(refused("plugin:list"))
                .isEqualTo("The plugin deployer is not running. To start it: bundle start plugins");
        assertThat(refused("plugin:info chat")).contains("deployer is not running");
        assertThat(refused("event:list"))
                .isEqualTo("The registry is not running. To start it: bundle start registry");
        assertThat(type("server:status")).contains("socket.io  not running");
    }

    @Test
    void saysWhatIsEmpty() throws Exception {
        plugins();
        events();

        assertThat(type("plugin:list")).isEqualTo("No plugins. To add one: plugin install FILE");
        assertThat(refused("plugin:info chat"))
                .isEqualTo("no plugin is named chat; there are none");
        assertThat(type("event:list")).startsWith("No event is handled.");
        assertThat(type("server:status")).contains("plugins    none", "events     none");
    }

    @Test
    void listsPluginsWithReasons() throws Exception {
        plugins(
                plugin("org.example.chat", "1.2.0", PluginState.ACTIVE, ""),
                plugin("bad.jar", "", PluginState.QUARANTINED, "not a zip file:\n  no end found"));

        assertThat(type("plugin:list").lines())
                .containsExactly(
                        "NAME              VERSION  STATE        SINCE    FILE     REASON",
                        "org.example.chat  1.2.0    active       3 d 0 h  bad.jar  -",
                        "bad.jar           -        quarantined  3 d 0 h  bad.jar  not a zip file: no"
                                + " end found");
    }

    @Test
    void tellsAllAboutAPlugin() throws Exception {
        plugins(
                plugin("org.example.chat", "1.2.0", PluginState.ACTIVE, ""),
                plugin("org.example.chat", "1.3.0", PluginState.QUARANTINED, "signed by nobody"));

        assertThat(type("plugin:info org.example.chat"))
                .contains("state       active, since 3 d 0 h", "components  org.example.Chat")
                .contains("reason   signed by nobody");
        assertThat(refused("plugin:info org.example.chta"))
                .isEqualTo("no plugin is named org.example.chta; did you mean org.example.chat?");
    }

    @Test
    void listsEvents() throws Exception {
        events(
                new EventInfo(
                        "/",
                        "hello",
                        "Hello.hello",
                        "hello",
                        "1.0.0",
                        EventState.ACTIVE,
                        12,
                        0,
                        0,
                        Duration.ZERO),
                new EventInfo(
                        "/chat",
                        "message",
                        "Chat.message",
                        "chat",
                        "2.0.0",
                        EventState.PARKED,
                        3,
                        1,
                        0,
                        Duration.ZERO));

        assertThat(type("event:list").lines())
                .containsExactly(
                        "NAMESPACE  EVENT    HANDLER       PLUGIN  VERSION  CALLS  ERRORS  VIOLATIONS  P99  STATE",
                        "/          hello    Hello.hello   hello   1.0.0       12       0           0    -  active",
                        "/chat      message  Chat.message  chat    2.0.0        3       1           0    -  parked");
    }

    @Test
    void statusFollowsWhatComesAndGoes() throws Exception {
        plugins(
                plugin("a", "1", PluginState.ACTIVE, ""),
                plugin("b", "1", PluginState.WAITING, "c"));
        events(
                new EventInfo(
                        "/",
                        "hello",
                        "Hello.hello",
                        "hello",
                        "1.0.0",
                        EventState.ACTIVE,
                        12,
                        0,
                        0,
                        Duration.ZERO));
        ServiceRegistration<?> transport =
                context.registerService(
                        SocketTransport.class,
                        new FakeTransport(
                                new InetSocketAddress(InetAddress.getLoopbackAddress(), 4711), 1),
                        null);

        assertThat(type("server:status"))
                .contains("version    9.8.7", "home       ")
                .contains("socket.io  http://127.0.0.1:4711, 1 connection")
                .contains("plugins    1 active, 1 waiting")
                .contains("events     1 in 1 namespace, 12 handled, 0 errors");

        transport.unregister();
        assertThat(type("server:status")).contains("socket.io  not running");
    }

    @Test
    void stopsAndStartsABundle() throws Exception {
        assertThat(type("bundle:list")).containsPattern("io.fastsocket.spi +\\S+ +active");
        assertThat(type("bundle:stop spi")).isEqualTo("io.fastsocket.spi is stopped");
        assertThat(type("bundle:list")).containsPattern("io.fastsocket.spi +\\S+ +stopped");
        assertThat(type("bundle:start io.fastsocket.spi")).isEqualTo("io.fastsocket.spi is active");
        assertThat(refused("bundle:stop spy"))
                .isEqualTo("no bundle of the runtime is named spy; did you mean spi?");
        assertThat(refused("bundle:stop shell")).contains("these very commands");
    }

    @Test
    void saysHowACommandIsUsed() throws Exception {
        assertThat(refused("plugin:info")).contains("PLUGIN", "Usage: plugin info");
        assertThat(refused("plugin:info a b")).startsWith("one word too many: b");
        assertThat(refused("bundle:stop --jsn x")).contains("did you mean --json?");
        assertThat(type("bundle:start --help")).startsWith("Usage: bundle start");
        assertThat(type("fastsocket:help")).contains("plugin list", "List the plugins");
        assertThat(type("fastsocket:help plugin")).startsWith("Usage: plugin COMMAND");
    }

    @Test
    void eachCommandIsOneOfGogosWithAnExample() throws Exception {
        List<String> commands =
                Pattern.compile("(?m)^  (\\w+ \\w+)  ")
                        .matcher(type("fastsocket:help"))
                        .results()
                        .map(found -> found.group(1))
                        .toList();
        assertThat(commands).hasSizeGreaterThan(25);
        for (String command : commands) {
            assertThat(type(command.replace(' ', ':') + " --help"))
                    .startsWith("Usage: " + command)
                    .contains("Example");
        }
    }

    @Test
    void aScopeIsAWordOfItsOwn() throws Exception {
        plugins();
        assertThat(type("plugin list")).startsWith("No plugins.");
        assertThat(type("plugin")).startsWith("Usage: plugin COMMAND");
        assertThat(refused("plugin lst"))
                .isEqualTo("there is no command plugin lst; did you mean plugin list?");
    }

    @Test
    void answersProgramsInJson() throws Exception {
        plugins(plugin("org.example.chat", "1.2.0", PluginState.ACTIVE, ""));

        assertThat(type("plugin:list --json"))
                .contains("\"name\" : \"org.example.chat\"", "\"state\" : \"active\"");
        assertThat(type("server:status --json"))
                .contains("\"version\" : \"9.8.7\"", "\"socketIo\" : null");
    }

    private String type(String line) throws Exception {
        printed.reset();
        Object result = session.execute(line);
        assertThat(result).isNull();
        return printed.toString(StandardCharsets.UTF_8).stripTrailing();
    }

    private String refused(String line) {
        return assertThatExceptionOfType(Exception.class)
                .isThrownBy(() -> session.execute(line))
                .actual()
                .getMessage();
    }

    private void plugins(PluginInfo... plugins) {
        context.registerService(PluginCatalog.class, new FakeCatalog(List.of(plugins), true), null);
    }

    private void events(EventInfo... events) {
        context.registerService(EventCatalog.class, () -> List.of(events), null);
    }

    private static PluginInfo plugin(String name, String version, PluginState state, String why) {
        List<String> components =
                state == PluginState.ACTIVE ? List.of("org.example.Chat") : List.of();
        // So long ago that a moment more or less does not show.
        Instant since = Instant.now().minus(Duration.ofDays(3));
        return new PluginInfo(name, version, state, why, "bad.jar", "", since, -1, components);
    }
}
