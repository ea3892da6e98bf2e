package io.fastsocket.launcher;

import picocli.CommandLine.Option;

/** The option that says which instance is meant. */
final class HomeOption {

    @Option(
            names = "--home",
            paramLabel = "FOLDER",
            description =
                    "The instance's folder, which holds etc, plugins and var (FASTSOCKET_HOME)."
                            + " Without it: where FastSocket is installed.")
    private String home;

    Home home(Installation installation) {
        return SettingsReader.home(home, System.getenv(), installation);
    }
}
