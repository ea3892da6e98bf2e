package io.fastsocket.launcher;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Finds out early whether the ports can be had, while there is a good place to say so. */
final class PortCheck {

    private PortCheck() {}

    /** Fails with the setting to change if a port that is needed cannot be bound. */
    static void check(Settings settings) {
        if (settings.speaksSocketIo()) {
            check(settings, Setting.PORT, settings.port());
        }
        if (settings.features().contains("http")) {
            check(settings, Setting.HTTP_PORT, settings.httpPort());
        }
    }

    private static void check(Settings settings, Setting setting, int port) {
        String host = settings.host();
        try (ServerSocket socket = new ServerSocket()) {
            // As servers do: a port whose last connections are still fading is free.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(host, port));
        } catch (BindException e) {
            throw LaunchException.usage(explain(e, settings, setting, port));
        } catch (IOException e) {
            throw LaunchException.usage(
                    "port %d on %s cannot be opened: %s"
                            .formatted(port, host, LaunchException.reason(e)));
        }
    }

    private static String explain(BindException e, Settings settings, Setting setting, int port) {
        String message = String.valueOf(e.getMessage());
        if (message.contains("assign requested address")) {
            return settings.origin(Setting.HOST) + ": is not an address of this machine";
        }
        if (message.contains("denied")) {
            return "%s: may not be opened by this user; take one from 1024"
                    .formatted(settings.origin(setting));
        }
        return "port %d on %s is in use: stop what uses it, or choose another with %s or %s"
                .formatted(port, settings.host(), setting.option(), setting.variable());
    }
}
