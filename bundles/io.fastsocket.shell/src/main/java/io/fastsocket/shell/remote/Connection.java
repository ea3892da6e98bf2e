package io.fastsocket.shell.remote;

import io.fastsocket.shell.console.Console;
import io.fastsocket.shell.console.ExitCode;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * One client: reads what it asks, has a second thread do it, and ends that when the client goes.
 */
final class Connection {

    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

    private final ChunkChannel channel;
    private final CommandHandler handler;
    private final RemoteInput input;
    private volatile Thread worker;

    Connection(ChunkChannel channel, CommandHandler handler) {
        this.channel = channel;
        this.handler = handler;
        input = new RemoteInput(channel);
    }

    /** Serves it to its end. */
    void serve() {
        try {
            Request request = Request.read(channel);
            Console console =
                    request.console(
                            input,
                            RemoteOutput.stream(channel, Chunk.OUTPUT),
                            RemoteOutput.stream(channel, Chunk.ERROR));
            worker =
                    Thread.ofPlatform()
                            .daemon()
                            .name("shell-command " + String.join(" ", request.words()))
                            .start(() -> run(request, console));
            while (true) {
                take(channel.read());
            }
        } catch (IOException e) {
            LOG.debug("A client of the command line is gone: {}", e.toString());
        } finally {
            if (worker != null) {
                worker.interrupt();
            }
            close();
        }
    }

    private void take(Chunk chunk) {
        switch (chunk.type()) {
            case Chunk.INPUT -> input.add(chunk.data());
            case Chunk.INPUT_END -> input.end();
            default -> LOG.debug("A chunk of type {} is not known", chunk.type());
        }
    }

    private void run(Request request, Console console) {
        try {
            exit(exitCode(request, console), console);
        } catch (ClientGoneException e) {
            LOG.debug("{}", e.toString());
        } finally {
            close();
        }
    }

    private int exitCode(Request request, Console console) {
        try {
            return handler.run(request.words(), console);
        } catch (InterruptedException e) {
            return ExitCode.INTERRUPTED;
        }
    }

    private void exit(int code, Console console) {
        console.out().flush();
        console.err().flush();
        try {
            channel.write(Chunk.EXIT, Integer.toString(code));
        } catch (IOException e) {
            throw new ClientGoneException(e);
        }
    }

    /** Tells the client why it is not served. */
    void refuse(String why) {
        try (channel) {
            Request.read(channel);
            byte[] message = ("fastsocket: " + why + "\n").getBytes(StandardCharsets.UTF_8);
            channel.write(Chunk.ERROR, message, 0, message.length);
            channel.write(Chunk.EXIT, Integer.toString(ExitCode.FAILED));
        } catch (IOException e) {
            LOG.debug("A client of the command line is gone: {}", e.toString());
        }
    }

    void close() {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.debug("A connection of the command line ended badly", e);
        }
    }
}
