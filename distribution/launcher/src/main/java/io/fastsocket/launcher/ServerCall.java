package io.fastsocket.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;

/** One command on its way through a running server: sends its words, prints what comes back. */
final class ServerCall {

    /** As of a program that a closed pipe ends: 128 and the number of SIGPIPE. */
    private static final int PIPE_CLOSED = 141;

    private static final int PIECE = 8192;

    private final ChunkChannel channel;
    private final InputStream in;
    private final OutputStream out;
    private final OutputStream err;
    private final Semaphore inputWanted = new Semaphore(0);
    private volatile boolean interrupted;

    ServerCall(ChunkChannel channel, InputStream in, OutputStream out, OutputStream err) {
        this.channel = channel;
        this.in = in;
        this.out = out;
        this.err = err;
    }

    /**
     * Has it carried out.
     *
     * @param what {@code run}, or {@code shell} for words typed into a shell
     * @param terminal what shows the output
     * @param words the command and its arguments
     * @return its exit code
     */
    int run(String what, ClientTerminal terminal, List<String> words) throws IOException {
        Thread input = Thread.ofPlatform().daemon().unstarted(this::sendInput);
        try {
            request(what, terminal, words);
            input.start();
            return receive();
        } catch (IOException e) {
            if (interrupted) {
                return ExitCode.INTERRUPTED;
            }
            throw e;
        } finally {
            input.interrupt();
        }
    }

    /** Ends it, and the command on the server with it. Any thread may do so. */
    void interrupt() {
        interrupted = true;
        try {
            channel.close();
        } catch (IOException e) {
            // What is not open needs no end.
        }
    }

    /** Ends it unless it is at its end by then. */
    void limit(Duration time) {
        Thread.ofPlatform()
                .daemon()
                .start(
                        () -> {
                            try {
                                Thread.sleep(time);
                                interrupt();
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                        });
    }

    private void request(String what, ClientTerminal terminal, List<String> words)
            throws IOException {
        for (String word : words) {
            channel.write('A', word);
        }
        channel.write('D', Path.of("").toAbsolutePath().toString());
        for (String entry : terminal.environment()) {
            channel.write('E', entry);
        }
        channel.write('C', what);
    }

    private int receive() throws IOException {
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

    /** Whether somebody still reads it. */
    private static boolean print(OutputStream to, byte[] text) {
        try {
            to.write(text);
            to.flush();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Reads no more than the command asks for: the rest belongs to whoever called this program. */
    private void sendInput() {
        byte[] piece = new byte[PIECE];
        try {
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
