package io.fastsocket.http.inside;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.test.common.annotation.InjectService;
import org.osgi.test.junit5.service.ServiceExtension;

import java.util.Dictionary;
import java.util.Map;

/** The Jetty of the tests listens on 127.0.0.1. */
@ExtendWith(ServiceExtension.class)
final class HostTest extends Running {

    @InjectService ConfigurationAdmin settings;

    @Test
    void byAnotherNameNothingIsAnswered() throws Exception {
        for (String path : new String[] {"/", "/status.json", "/health/live", "/nothing"}) {
            assertThat(server.calledAs("evil.example", path))
                    .startsWith("HTTP/1.1 421 ")
                    .contains("allowedHosts in etc/io.fastsocket.http.cfg")
                    .doesNotContain("FastSocket <small>");
        }
        assertThat(server.calledAs("localhost:8080", "/health/live")).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void aProxysNameIsConfigured() throws Exception {
        Configuration configuration = settings.getConfiguration("io.fastsocket.http", "?");
        configuration.update(allowed("chat.example.org"));
        try {
            server.calledUntil("chat.example.org", "HTTP/1.1 200 ");
            configuration.update(allowed("not/a/name"));
            assertThat(server.calledAs("evil.example", "/health/live")).startsWith("HTTP/1.1 421 ");
        } finally {
            configuration.delete();
        }
        server.calledUntil("chat.example.org", "HTTP/1.1 421 ");
    }

    private static Dictionary<String, Object> allowed(String name) {
        return FrameworkUtil.asDictionary(Map.of("allowedHosts", name));
    }
}
