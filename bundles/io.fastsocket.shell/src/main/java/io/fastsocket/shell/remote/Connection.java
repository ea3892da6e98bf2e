package io.fastsocket.shell.remote;

import io.fastsocket.shell.console.CommandException;
import io.fastsocket.shell.console.Complaint;
import io.fastsocket.shell.console.Console;
import io.fastsocket.shell.console.ExitCode;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;

/**
 * One client: reads what it asks, has a second thread do it, and ends that when the client goes.
 */
final class Connection {

    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

    private final ChunkChannel channel;
    private final CommandHandler handler;
    private final RemoteInput input;
    private volatile Thread worker;
    private volatile boolean ended;

    Connection(ChunkChannel channel, CommandHandler handler) {
        this.channel = channel;
        this.handler = handler;
        input = new RemoteInput(channel);
    }

    /** Serves it to its end. */
    void serve() {
        try {
            Request request = Request.read(channel);
            Console console = console(request);
            worker =
                    Thread.ofPlatform()
                            .daemon()
                            .name("shell-command " + String.join(" ", request.words()))
                            .start(() -> run(request, console));
            while (true) {
                take(channel.read());
            }
        } catch (IOException e) {
            // That is how each client goes; only of one that went early is there something to tell.
            if (!ended) {
                LOG.debug("A client of the command line did not wait: {}", e.toString());
            }
        } finally {
            if (worker != null) {
                worker.interrupt();
            }
            close();
        }
    }

    private Console console(Request request) {
        return request.console(
                input,
                RemoteOutput.stream(channel, Chunk.OUTPUT),
                RemoteOutput.stream(channel, Chunk.ERROR));
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
        ended = true;
        try {
            channel.write(Chunk.EXIT, Integer.toString(code));
        } catch (IOException e) {
            throw new ClientGoneException(e);
        }
    }

    /** Tells the client why it is not served. */
    void refuse(String why) {
        try (channel) {
            Request request = Request.read(channel);
            Console console = console(request);
            exit(Complaint.end(CommandException.failed(why), request.words(), console), console);
        } catch (IOException | ClientGoneException e) {
            LOG.debug("A client of the command line did not wait: {}", e.toString());
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
