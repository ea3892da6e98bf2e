package io.fastsocket.shell;

import io.fastsocket.shell.console.CommandException;
import io.fastsocket.shell.console.Complaint;
import io.fastsocket.shell.console.Invocation;
import io.fastsocket.shell.console.OperatorCommand;
import io.fastsocket.shell.console.Progress;
import io.fastsocket.shell.console.Services;
import io.fastsocket.shell.console.Sheet;
import io.fastsocket.shell.etc.AppliedSettings;
import io.fastsocket.shell.etc.EtcChange;
import io.fastsocket.shell.etc.EtcCheck;
import io.fastsocket.shell.etc.EtcFolder;
import io.fastsocket.spi.deploy.PluginDeployer;
import io.fastsocket.spi.observe.PluginCatalog;
import io.fastsocket.spi.observe.PluginInfo;

import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.metatype.MetaTypeService;

import picocli.CommandLine.Command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code server reload}. */
@Command(
        description =
                "Read etc/ again, look through plugins/, and tell what has changed. Changed since the"
                        + " start or the last reload, that is. No socket is closed. Both folders are"
                        + " watched anyway: this waits until all is in force, and says what is wrong and"
                        + " what needs a restart.",
        footer = "server reload")
final class ServerReloadCommand implements OperatorCommand {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @Override
    public void run(Invocation invocation)
            throws CommandException, InterruptedException, IOException {
        Services services = invocation.services();
        EtcFolder folder = new EtcFolder(Path.of(services.property("fastsocket.home")));
        Map<String, Map<String, String>> files = folder.read();
        Optional<PluginDeployer> deployer = services.find(PluginDeployer.class);
        Optional<PluginCatalog> catalog = services.find(PluginCatalog.class);
        if (deployer.isPresent()) {
            Progress.await(
                    deployer.get().rescan(),
                    LIMIT,
                    invocation.console(),
                    "looking through plugins");
        }
        List<PluginInfo> plugins = catalog.map(PluginCatalog::plugins).orElse(List.of());
        Baseline.Changes changes = Baseline.of(services).replace(files, plugins);
        List<String> problems = new ArrayList<>();
        services.find(MetaTypeService.class)
                .map(m -> new EtcCheck(m, new RuntimeBundles(services.context()).all()))
                .ifPresent(check -> problems.addAll(check.problems(files)));
        services.find(ConfigurationAdmin.class)
                .ifPresent(
                        admin ->
                                problems.addAll(
                                        new AppliedSettings(admin)
                                                .missing(changes.settings(), files)));
        print(invocation, changes, problems);
    }

    private static void print(
            Invocation invocation, Baseline.Changes changes, List<String> problems) {
        List<String> applied = new ArrayList<>();
        List<String> restart = new ArrayList<>();
        for (EtcChange change : changes.settings()) {
            (change.needsRestart() ? restart : applied).add(change.toString());
        }
        if (invocation.json()) {
            Sheet sheet = new Sheet().value("settings", applied).value("needRestart", restart);
            invocation.print(sheet.value("plugins", changes.plugins()).value("problems", problems));
        } else {
            applied.forEach(invocation::line);
            restart.forEach(line -> invocation.line(line + "; needs a restart"));
            changes.plugins().forEach(invocation::line);
            problems.forEach(line -> Complaint.say(invocation.console(), line));
            if (changes.isEmpty() && problems.isEmpty()) {
                invocation.line("Nothing has changed.");
            }
        }
        if (!problems.isEmpty()) {
            invocation.fail();
        }
    }
}
