package io.fastsocket.launcher;

import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Semaphore;

/** A command that a running server carries out: its words go there, what it prints comes back. */
final class RemoteCommand {

    /** As of a program that a closed pipe ends: 128 and the number of SIGPIPE. */
    private static final int PIPE_CLOSED = 141;

    private static final int PIECE = 8192;

    private final Home home;
    private final List<String> words;
    private final KnownCommands known;
    private final Semaphore inputWanted = new Semaphore(0);

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
            known.check(words);
        }
        try (ChunkChannel channel = socket.connect()) {
            request(channel, "run", words);
            Thread.ofPlatform().daemon().start(() -> sendInput(channel));
            return receive(channel);
        } catch (EOFException e) {
            throw LaunchException.failed("the server ended before the command did");
        } catch (IOException e) {
            throw LaunchException.failed("the server cannot be reached any more", e);
        }
    }

    /** Asks for something, and says where it was typed. */
    static void request(ChunkChannel channel, String what, List<String> words) throws IOException {
        for (String word : words) {
            channel.write('A', word);
        }
        channel.write('D', Path.of("").toAbsolutePath().toString());
        ClientTerminal terminal = ClientTerminal.find();
        for (String entry : terminal.environment()) {
            channel.write('E', entry);
        }
        channel.write('C', what);
    }

    private int receive(ChunkChannel channel) throws IOException {
        try (OutputStream out = new FileOutputStream(FileDescriptor.out);
                OutputStream err = new FileOutputStream(FileDescriptor.err)) {
            while (true) {
                ChunkChannel.Chunk chunk = channel.read();
                switch (chunk.type()) {
                    case '1' -> {
                        if (!print(out, chunk.data())) {
                            return PIPE_CLOSED;
                        }
                    }
                    case '2' -> print(err, chunk.data());
                    case 'S' -> inputWanted.release();
                    case 'X' -> {
                        return Integer.parseInt(chunk.text());
                    }
                    default -> throw new IOException("a chunk of type " + chunk.type());
                }
            }
        }
    }

    /** Whether somebody still reads it. */
    private static boolean print(OutputStream to, byte[] text) {
        try {
            to.write(text);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Reads no more than the command asks for: the rest belongs to whoever called this program. */
    private void sendInput(ChunkChannel channel) {
        byte[] piece = new byte[PIECE];
        try (InputStream in = new FileInputStream(FileDescriptor.in)) {
            while (true) {
                inputWanted.acquire();
                int count = in.read(piece);
                if (count < 0) {
                    channel.write('.', "");
                    return;
                }
                channel.write('0', piece, count);
            }
        } catch (IOException e) {
            // The connection has ended, and with it the command.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
