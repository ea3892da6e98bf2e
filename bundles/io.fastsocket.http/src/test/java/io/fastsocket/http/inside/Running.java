package io.fastsocket.http.inside;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.osgi.framework.BundleContext;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.junit5.context.BundleContextExtension;

/** The bundle in Felix with its Jetty. Services that a test registers go with it. */
@ExtendWith(BundleContextExtension.class)
abstract class Running {

    @InjectBundleContext BundleContext context;

    Server server;

    @BeforeEach
    void startAsking() throws Exception {
        server = new Server(context);
        server.getUntil("/health/live", live -> live.statusCode() == 200);
    }
}
