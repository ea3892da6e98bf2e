package io.fastsocket.launcher;

import java.io.IOException;
import java.io.Reader;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads the main settings. A later place wins: default, {@code etc/fastsocket.properties},
 * environment, option. An empty variable counts as not set.
 */
final class SettingsReader {

    static final String FILE = "etc/fastsocket.properties";
    static final String HOME_VARIABLE = "FASTSOCKET_HOME";

    private final Map<String, String> environment;
    private final Map<String, String> options;

    /**
     * @param environment the process's variables
     * @param options the options given, by name, such as {@code --port}
     */
    SettingsReader(Map<String, String> environment, Map<String, String> options) {
        this.environment = environment;
        this.options = options;
    }

    /** The home: by option, else by variable, else the installation itself. */
    static Home home(String option, Map<String, String> environment, Installation installation) {
        String variable = environment.getOrDefault(HOME_VARIABLE, "");
        Path home = installation.root();
        if (option != null && option.isBlank()) {
            throw LaunchException.usage("--home is empty: must be a folder");
        }
        if (option != null) {
            home = Path.of(option);
        } else if (!variable.isBlank()) {
            home = Path.of(variable);
        }
        home = home.toAbsolutePath().normalize();
        if (Files.exists(home) && !Files.isDirectory(home)) {
            String origin = option != null ? "--home" : HOME_VARIABLE;
            throw LaunchException.usage(
                    origin + " = " + home + ": must be a folder, and is a file");
        }
        return new Home(home);
    }

    Settings read(Home home) {
        Properties file = load(home);
        Map<Setting, String> values = new EnumMap<>(Setting.class);
        Map<Setting, String> origins = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            String value = setting.defaultValue();
            String origin = "default: " + setting.key();
            if (file.containsKey(setting.key())) {
                value = file.getProperty(setting.key());
                origin = FILE + ": " + setting.key();
            }
            if (!environment.getOrDefault(setting.variable(), "").isBlank()) {
                value = environment.get(setting.variable());
                origin = setting.variable();
            }
            if (options.containsKey(setting.option())) {
                value = options.get(setting.option());
                origin = setting.option();
            }
            value = value.strip();
            values.put(setting, value);
            origins.put(setting, origin + " = " + value);
        }
        return check(home, values, origins);
    }

    private static Settings check(
            Home home, Map<Setting, String> values, Map<Setting, String> origins) {
        String host = values.get(Setting.HOST);
        checkHost(host, origins.get(Setting.HOST));
        int port = port(values.get(Setting.PORT), origins.get(Setting.PORT));
        int httpPort = port(values.get(Setting.HTTP_PORT), origins.get(Setting.HTTP_PORT));
        List<String> features = names(values.get(Setting.FEATURES));
        boolean both = features.contains("http") && Settings.speaksSocketIo(features);
        if (both && port == httpPort && port != 0) {
            throw LaunchException.usage(
                    origins.get(Setting.HTTP_PORT)
                            + ": is the Socket.IO port too ("
                            + origins.get(Setting.PORT)
                            + "); each needs its own");
        }
        return new Settings(home, host, port, httpPort, features, origins);
    }

    private static Properties load(Home home) {
        Properties properties = new Properties();
        Path file = home.root().resolve(FILE);
        if (!Files.exists(file)) {
            return properties;
        }
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw LaunchException.usage(FILE + ": cannot be read: " + LaunchException.reason(e));
        }
        for (String key : properties.stringPropertyNames()) {
            if (!Setting.keys().contains(key)) {
                throw LaunchException.usage(
                        "%s: %s: no such setting%s Allowed are %s"
                                .formatted(
                                        FILE,
                                        key,
                                        end(Suggestion.didYouMean(key, Setting.keys())),
                                        String.join(", ", Setting.keys())));
            }
        }
        return properties;
    }

    private static String end(String suggestion) {
        return suggestion.isEmpty() ? "." : suggestion;
    }

    private static void checkHost(String host, String origin) {
        try {
            if (host.isEmpty()) {
                throw new UnknownHostException("empty");
            }
            InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw LaunchException.usage(
                    origin
                            + ": must be an address of this machine or a name for one, such as"
                            + " 127.0.0.1 (this machine only) or 0.0.0.0 (all its addresses)");
        }
    }

    private static int port(String value, String origin) {
        try {
            int port = Integer.parseInt(value);
            if (port >= 0 && port <= 65535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // The message below says all there is to say.
        }
        String kubernetes =
                value.startsWith("tcp://")
                        ? " (Kubernetes sets this variable for a service named fastsocket: give"
                                + " the pod enableServiceLinks: false)"
                        : "";
        throw LaunchException.usage(
                origin + ": must be a whole number from 0 (any free port) to 65535" + kubernetes);
    }

    private static List<String> names(String list) {
        Set<String> names = new LinkedHashSet<>();
        Stream.of(list.split(",")).map(String::strip).filter(n -> !n.isEmpty()).forEach(names::add);
        return List.copyOf(names);
    }
}
