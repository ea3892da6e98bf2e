package io.fastsocket.shell.console;

/**
 * What an operator can ask for. One object serves one call: the parser writes options and
 * parameters into its fields, then it is run.
 */
public interface OperatorCommand {

    /**
     * Does it. Runs on a platform thread, which is interrupted when nobody waits for the outcome
     * any more.
     *
     * @param invocation where to print, and what else there is to know
     * @throws CommandException if it fails; the message is for the person who typed the command
     * @throws InterruptedException if it was interrupted
     * @throws Exception if something fails that the command knows nothing better to say about
     */
    void run(Invocation invocation) throws Exception;
}
