package io.fastsocket.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** What bundles are told by framework properties. */
final class FrameworkProperties {

    private final Installation installation;
    private final Settings settings;

    FrameworkProperties(Installation installation, Settings settings) {
        this.installation = installation;
        this.settings = settings;
    }

    Map<String, String> build() {
        Home home = settings.home();
        Map<String, String> properties = new HashMap<>(FrameworkRunner.defaults(home));
        properties.put("fastsocket.home", home.root().toString());
        properties.put("fastsocket.host", settings.host());
        properties.put("fastsocket.port", Integer.toString(settings.port()));
        properties.put("fastsocket.http.port", Integer.toString(settings.httpPort()));
        properties.put("fastsocket.version", installation.version());
        properties.put("fastsocket.features", String.join(",", settings.features()));
        addFileInstall(properties, home);
        addHttp(properties);
        addDeclarativeServices(properties);
        addShell(properties, home);
        addLogging(properties, home);
        return properties;
    }

    /** Only for {@code etc}: plugins are deployed by our own code. */
    private static void addFileInstall(Map<String, String> properties, Home home) {
        properties.put("felix.fileinstall.dir", home.etc().toString());
        properties.put("felix.fileinstall.filter", ".*\\.cfg");
        properties.put("felix.fileinstall.poll", "200");
        properties.put("felix.fileinstall.noInitialDelay", "true");
        properties.put("felix.fileinstall.enableConfigSave", "false");
        properties.put(
                "felix.fileinstall.tmpdir", home.var().resolve("cache/fileinstall").toString());
        properties.put("felix.fileinstall.log.level", "1");
    }

    /**
     * It says under its own name what it does with each component. As it comes it speaks through
     * the loggers of the components' bundles, which are then of no use below INFO.
     */
    private static void addDeclarativeServices(Map<String, String> properties) {
        properties.put("ds.log.extension", "true");
    }

    private void addHttp(Map<String, String> properties) {
        properties.put("org.osgi.service.http.port", Integer.toString(settings.httpPort()));
        properties.put("org.apache.felix.http.host", settings.host());
    }

    private static void addShell(Map<String, String> properties, Home home) {
        properties.put("gosh.home", home.root().toString());
        properties.put("gosh.args", "--login --nohistory");
    }

    private void addLogging(Map<String, String> properties, Home home) {
        Path own = home.etc().resolve("log4j2.properties");
        Path shipped = installation.root().resolve("etc").resolve("log4j2.properties");
        properties.put(
                "org.ops4j.pax.logging.property.file",
                (Files.exists(own) ? own : shipped).toString());
        boolean fallbackOnly = !settings.features().contains("logging");
        // What Log4j says about itself is no warning to anybody, such as a path with a space in it.
        properties.put(
                "org.ops4j.pax.logging.DefaultServiceLog.level", fallbackOnly ? "WARN" : "ERROR");
        // The last hundred lines kept in memory would hold the classes of plugins that are gone.
        properties.put("org.ops4j.pax.logging.logReaderEnabled", "false");
        properties.put("org.ops4j.pax.logging.eventAdminEnabled", "false");
        // The logging configuration can only look up system properties.
        System.setProperty("fastsocket.home", home.root().toString());
    }
}
