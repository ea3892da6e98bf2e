package io.fastsocket.shell.remote;

import io.fastsocket.shell.console.Console;

import java.util.List;

/** Answers what the command line asks. */
public interface CommandHandler {

    /**
     * Runs a command to its end. Called on a platform thread, which is interrupted when the client
     * goes.
     *
     * @param words the command and its arguments
     * @param console where it prints; complaints go there too
     * @return what the client's process ends with
     * @throws InterruptedException if it was interrupted
     */
    int run(List<String> words, Console console) throws InterruptedException;
}
