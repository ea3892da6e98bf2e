package io.fastsocket.launcher;

import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/** A command that a running server carries out, for this program's own input and output. */
final class RemoteCommand {

    private final Home home;
    private final List<String> words;
    private final KnownCommands known;

    RemoteCommand(Home home, List<String> words, KnownCommands known) {
        this.home = home;
        this.words = words;
        this.known = known;
    }

    /** Has it carried out; the exit code. */
    int run() throws InterruptedException {
        ServerSocketFile socket = new ServerSocketFile(home);
        if (!socket.isServerThere()) {
            // What is wrong with the words can be said without a server, and is to be said first.
            known.check(
                    words,
                    ", unless a plugin has it, and no server is running in the home "
                            + home.root()
                            + "; try: fastsocket help");
        }
        // Neither is closed: this program may have more to say.
        OutputStream out = new FileOutputStream(FileDescriptor.out);
        OutputStream err = new FileOutputStream(FileDescriptor.err);
        try (ChunkChannel channel = socket.connect();
                InputStream in = new FileInputStream(FileDescriptor.in)) {
            return new ServerCall(channel, in, out, err).run("run", ClientTerminal.find(), words);
        } catch (EOFException e) {
            throw serverEnded();
        } catch (IOException e) {
            throw serverLost(e);
        }
    }

    static LaunchException serverEnded() {
        return LaunchException.failed("the server ended before the command did");
    }

    static LaunchException serverLost(IOException cause) {
        return LaunchException.failed("the server cannot be reached any more", cause);
    }
}
