package io.fastsocket.shell;

import com.sun.management.UnixOperatingSystemMXBean;

import java.lang.management.ManagementFactory;
import java.util.Optional;

/** Open files of the process: each connection is one. */
final class OpenFiles {

    private OpenFiles() {}

    private static Optional<UnixOperatingSystemMXBean> system() {
        return ManagementFactory.getOperatingSystemMXBean()
                        instanceof UnixOperatingSystemMXBean unix
                ? Optional.of(unix)
                : Optional.empty();
    }

    /** How many there may be, or -1 if the system does not say. */
    static long limit() {
        return system().map(UnixOperatingSystemMXBean::getMaxFileDescriptorCount).orElse(-1L);
    }

    /** How many there are, or -1 if the system does not say. */
    static long now() {
        return system().map(UnixOperatingSystemMXBean::getOpenFileDescriptorCount).orElse(-1L);
    }

    /** Both, for people. */
    static String text() {
        return limit() < 0 ? "" : now() + " of " + limit();
    }
}
