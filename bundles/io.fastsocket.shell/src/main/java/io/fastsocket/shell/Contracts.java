package io.fastsocket.shell;

import io.fastsocket.shell.console.CommandException;
import io.fastsocket.shell.console.Invocation;
import io.fastsocket.shell.console.Suggestion;
import io.fastsocket.shell.contract.ContractStore;
import io.fastsocket.shell.contract.ContractStore.Version;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The imported contracts of an instance. */
final class Contracts {

    private Contracts() {}

    static ContractStore store(Invocation invocation) {
        String home = invocation.services().property("fastsocket.home");
        return new ContractStore(Path.of(home, "var", "contracts"));
    }

    /** The versions of a contract that there is. */
    static List<Version> versions(Invocation invocation, String name)
            throws CommandException, IOException {
        ContractStore store = store(invocation);
        List<Version> versions = store.versions(name);
        if (versions.isEmpty()) {
            List<String> names = store.names();
            throw CommandException.failed(
                    "no contract is named "
                            + name
                            + (names.isEmpty()
                                    ? "; there are none"
                                    : Suggestion.didYouMean(name, names)));
        }
        return versions;
    }
}
