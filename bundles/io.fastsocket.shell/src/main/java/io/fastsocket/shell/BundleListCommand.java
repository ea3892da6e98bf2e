package io.fastsocket.shell;

import io.fastsocket.shell.console.Column;
import io.fastsocket.shell.console.Invocation;
import io.fastsocket.shell.console.OperatorCommand;
import io.fastsocket.shell.console.Table;

import org.osgi.framework.Bundle;

import picocli.CommandLine.Command;

/** {@code bundle list}. */
@Command(
        description = "List the runtime's own bundles. Libraries and plugins: felix lb.",
        footer = "bundle list")
final class BundleListCommand implements OperatorCommand {

    @Override
    public void run(Invocation invocation) {
        Table table =
                new Table(
                        Column.numbers("ID"),
                        Column.words("NAME"),
                        Column.words("VERSION"),
                        Column.words("STATE"));
        for (Bundle bundle : new RuntimeBundles(invocation.services().context()).all()) {
            table.row(
                    bundle.getBundleId(),
                    bundle.getSymbolicName(),
                    bundle.getVersion(),
                    RuntimeBundles.state(bundle));
        }
        invocation.print(table);
    }
}
