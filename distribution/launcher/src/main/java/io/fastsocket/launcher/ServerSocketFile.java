package io.fastsocket.launcher;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The way to the server that runs in a home: a Unix domain socket that its owner alone may use. */
final class ServerSocketFile {

    /** A server that is ready opens its socket at once, unless it has none. */
    private static final Duration READY_LIMIT = Duration.ofSeconds(5);

    /** As long as a start may take. */
    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private static final long LOOK_EVERY_MILLIS = 20;

    private final Home home;
    private IOException last;

    ServerSocketFile(Home home) {
        this.home = home;
    }

    /** Whether a server runs in the home. */
    boolean isServerThere() {
        return RunInfo.running(home.runFile()).isPresent();
    }

    /** Connects; waits for a server that is just starting. */
    ChunkChannel connect() throws InterruptedException {
        Optional<ChunkChannel> channel = tryConnect();
        long began = System.nanoTime();
        while (channel.isEmpty()) {
            RunInfo info = RunInfo.running(home.runFile()).orElseThrow(this::notRunning);
            Duration limit = info.ready() ? READY_LIMIT : START_LIMIT;
            if (System.nanoTime() - began > limit.toNanos()) {
                throw noSocket(info);
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
            channel = tryConnect();
        }
        return channel.get();
    }

    /** Fails, saying what to do, if no server takes commands here. */
    void check() throws InterruptedException {
        try {
            connect().close();
        } catch (IOException e) {
            throw LaunchException.failed("the server cannot be reached", e);
        }
    }

    /** Whether a server takes commands now. */
    boolean answers() {
        try {
            Optional<ChunkChannel> channel = tryConnect();
            if (channel.isPresent()) {
                channel.get().close();
            }
            return channel.isPresent();
        } catch (IOException e) {
            return false;
        }
    }

    /** Connects, if a server listens. */
    Optional<ChunkChannel> tryConnect() {
        try {
            return Optional.of(
                    new ChunkChannel(SocketChannel.open(UnixDomainSocketAddress.of(path()))));
        } catch (IOException e) {
            last = e;
            return Optional.empty();
        }
    }

    /**
     * Where the socket is: in the home, or, if that is too long a name, where a file there says.
     */
    private Path path() throws IOException {
        Path folder = home.var().resolve("run").resolve("shell");
        try {
            return Path.of(Files.readString(folder.resolve("place"))).resolve("socket");
        } catch (NoSuchFileException e) {
            return folder.resolve("socket");
        }
    }

    private LaunchException notRunning() {
        return LaunchException.failed(
                "no server is running in the home "
                        + home.root()
                        + "; start it with: fastsocket start "
                        + home.asOption());
    }

    private LaunchException noSocket(RunInfo info) {
        return LaunchException.failed(
                ("the server in the home %s (process %d) takes no commands from here: it belongs to"
                                + " another user, or its feature shell is off (%s)")
                        .formatted(home.root(), info.pid(), LaunchException.reason(last)));
    }
}
