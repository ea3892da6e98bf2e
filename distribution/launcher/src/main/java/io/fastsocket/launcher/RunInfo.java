package io.fastsocket.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code var/run/fastsocket.json} says of the process that uses a home.
 *
 * @param pid the process
 * @param startTime when that process started, in milliseconds since 1970: a process id alone may
 *     have gone to somebody else
 * @param version the product's version
 * @param home the instance's folder
 * @param host the address it listens on
 * @param port the Socket.IO port, or null if there is none (yet)
 * @param secure whether the Socket.IO port speaks TLS
 * @param httpPort the HTTP port, or null if there is none (yet)
 * @param ready whether it serves
 */
record RunInfo(
        long pid,
        long startTime,
        String version,
        String home,
        String host,
        Integer port,
        boolean secure,
        Integer httpPort,
        boolean ready) {

    /** Start times are told in ticks since a boot time that clock corrections move. */
    private static final long TOLERANCE = Duration.ofSeconds(2).toMillis();

    /** Of this process, which is about to start. */
    static RunInfo starting(Settings settings, String version) {
        ProcessHandle self = ProcessHandle.current();
        return new RunInfo(
                self.pid(),
                startTime(self),
                version,
                settings.home().root().toString(),
                settings.host(),
                null,
                false,
                null,
                false);
    }

    RunInfo ready(Integer openPort, Integer openHttpPort, boolean tls) {
        return new RunInfo(pid, startTime, version, home, host, openPort, tls, openHttpPort, true);
    }

    /** What a file says, if it is there and whole. A file that is not whole says nothing. */
    static Optional<RunInfo> read(Path file) {
        try {
            Map<String, Object> json = Json.read(file);
            return Optional.of(
                    new RunInfo(
                            ((Number) json.get("pid")).longValue(),
                            ((Number) json.get("startTime")).longValue(),
                            (String) json.get("version"),
                            (String) json.get("home"),
                            (String) json.get("host"),
                            (Integer) json.get("port"),
                            Boolean.TRUE.equals(json.get("secure")),
                            (Integer) json.get("httpPort"),
                            Boolean.TRUE.equals(json.get("ready"))));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | ClassCastException | NullPointerException e) {
            return Optional.empty();
        }
    }

    /** What a file says, if the process it speaks of still runs. */
    static Optional<RunInfo> running(Path file) {
        return read(file).filter(info -> info.process().isPresent());
    }

    /** Replaces a file in one step, so that nobody reads half of it. */
    void write(Path file) throws IOException {
        Path partial = file.resolveSibling(file.getFileName() + ".part");
        Files.writeString(partial, toJson());
        Files.move(
                partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    String toJson() {
        return Json.write(toMap());
    }

    Map<String, Object> toMap() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("pid", pid);
        members.put("startTime", startTime);
        members.put("version", version);
        members.put("home", home);
        members.put("host", host);
        members.put("port", port);
        members.put("secure", secure);
        members.put("httpPort", httpPort);
        members.put("ready", ready);
        return members;
    }

    /** The process, if it still runs and is the same. */
    Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> Math.abs(startTime(process) - startTime) <= TOLERANCE);
    }

    private static long startTime(ProcessHandle process) {
        return process.info().startInstant().map(java.time.Instant::toEpochMilli).orElse(0L);
    }
}
