package io.fastsocket.shell;

import io.fastsocket.shell.console.CommandException;
import io.fastsocket.shell.console.Invocation;
import io.fastsocket.shell.console.OperatorCommand;
import io.fastsocket.shell.console.Sheet;
import io.fastsocket.shell.log.LogFiles;
import io.fastsocket.shell.log.LogSearch;
import io.fastsocket.spi.observe.LogControl;

import org.slf4j.LoggerFactory;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Path;

/** {@code log clear}. */
@Command(
        description =
                "Empty the log: delete its older files, and what is in the one being written. There is"
                        + " no way back.",
        footer = {"log clear", "log clear --older"})
final class LogClearCommand implements OperatorCommand {

    @Option(names = "--older", description = "Delete the older files alone.")
    private boolean older;

    @Override
    public void run(Invocation invocation) throws CommandException, IOException {
        Path folder = LogSearch.folder(invocation);
        LogFiles.Cleared cleared = LogFiles.clear(folder, older);
        String what =
                Figures.count(cleared.files(), "file") + ", " + Figures.bytes(cleared.bytes());
        // Nobody writes the log of a server that does not run.
        if (invocation.services().find(LogControl.class).isPresent()) {
            LoggerFactory.getLogger(LogClearCommand.class)
                    .info("The log was cleared by an operator: {}", what);
        }
        Sheet sheet = new Sheet().value("files", cleared.files()).value("bytes", cleared.bytes());
        invocation.print("Cleared " + what + " of " + folder, sheet.values());
    }
}
