package io.fastsocket.http.inside;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.osgi.framework.ServiceRegistration;

import java.net.http.HttpResponse;

/** Whether it lives, and is ready, while what it needs comes and goes. */
final class HealthTest extends Running {

    @Test
    void isLiveWhateverIsMissing() throws Exception {
        HttpResponse<String> live = server.get("/health/live");

        assertThat(live.statusCode()).isEqualTo(200);
        assertThat(live.body()).isEqualTo("{\"status\":\"live\"}");
        assertThat(live.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/json"));
    }

    @Test
    void isReadyWhenPluginsAreSettledAndThePortIsOpen() throws Exception {
        assertThat(server.get("/health/ready").statusCode()).isEqualTo(503);
        assertThat(server.get("/health/ready").body())
                .isEqualTo(
                        "{\"status\":\"not ready\",\"missing\":[\"the plugin deployer is not"
                                + " running\",\"the Socket.IO port is not open\"]}");

        ServiceRegistration<?> catalog = FakeCatalog.register(context, false);
        FakeTransport.register(context);
        assertThat(server.get("/health/ready").body())
                .contains("plugins present at start are still being deployed");

        catalog.unregister();
        FakeCatalog.register(context, true);
        assertThat(server.get("/health/ready").statusCode()).isEqualTo(200);
        assertThat(server.get("/health/ready").body()).isEqualTo("{\"status\":\"ready\"}");
    }

    @Test
    void isNoLongerReadyWhenThePortCloses() throws Exception {
        FakeCatalog.register(context, true);
        ServiceRegistration<?> transport = FakeTransport.register(context);
        assertThat(server.get("/health/ready").statusCode()).isEqualTo(200);

        transport.unregister();

        assertThat(server.get("/health/ready").statusCode()).isEqualTo(503);
    }
}
