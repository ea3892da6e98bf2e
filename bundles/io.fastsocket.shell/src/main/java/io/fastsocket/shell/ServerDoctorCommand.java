package io.fastsocket.shell;

import io.fastsocket.shell.console.Cell;
import io.fastsocket.shell.console.Column;
import io.fastsocket.shell.console.Console;
import io.fastsocket.shell.console.Invocation;
import io.fastsocket.shell.console.OperatorCommand;
import io.fastsocket.shell.console.Services;
import io.fastsocket.shell.console.Table;
import io.fastsocket.shell.etc.EtcCheck;
import io.fastsocket.shell.etc.EtcFolder;
import io.fastsocket.spi.observe.LogControl;
import io.fastsocket.spi.observe.PluginCatalog;
import io.fastsocket.spi.observe.PluginInfo;
import io.fastsocket.spi.observe.PluginState;
import io.fastsocket.spi.transport.SocketTransport;

import org.osgi.framework.Bundle;
import org.osgi.service.metatype.MetaTypeService;

import picocli.CommandLine.Command;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code server doctor}. */
@Command(
        description =
                "Look for what is wrong, and say what to do about it. Looks at ports, open files,"
                        + " clock, disk, Java, bundles, settings, plugins and log. Ends with exit code 1 if"
                        + " something is wrong.",
        footer = {"server doctor", "server doctor --json"})
final class ServerDoctorCommand implements OperatorCommand {

    private static final int CONNECT_MILLIS = 2000;

    @Override
    public void run(Invocation invocation) throws IOException {
        Services services = invocation.services();
        Console console = invocation.console();
        Path home = Path.of(services.property("fastsocket.home"));
        List<Finding> findings = new ArrayList<>();
        findings.add(
                port(
                        "socket.io",
                        services.find(SocketTransport.class).map(this::address),
                        console,
                        "transport"));
        findings.add(port("http", HttpEndpoint.find(services).map(this::address), console, "http"));
        findings.addAll(MachineChecks.all(home));
        findings.addAll(bundles(services, console));
        findings.addAll(settings(services, new EtcFolder(home)));
        findings.addAll(plugins(services, home.resolve("plugins"), console));
        services.find(LogControl.class).ifPresent(log -> findings.add(log(log)));
        Table table =
                new Table(
                        Column.words("WHAT"),
                        Column.words("STATE"),
                        Column.words("FOUND"),
                        Column.words("DO", "cure"));
        for (Finding finding : findings) {
            table.row(
                    finding.what(),
                    Cell.styled(finding.grade(), finding.grade().style()),
                    finding.found(),
                    finding.cure());
        }
        invocation.print(table);
        if (findings.stream().anyMatch(finding -> finding.grade() == Finding.Grade.WRONG)) {
            invocation.fail();
        }
    }

    private InetSocketAddress address(SocketTransport transport) {
        return transport.address();
    }

    private InetSocketAddress address(String url) {
        URI uri = URI.create(url);
        return new InetSocketAddress(uri.getHost().replaceAll("[\\[\\]]", ""), uri.getPort());
    }

    private static Finding port(
            String what, Optional<InetSocketAddress> address, Console console, String bundle) {
        String start =
                console.command("bundle start " + bundle) + ", or " + console.command("log view");
        if (address.isEmpty()) {
            return Finding.wrong(what, "no port is open", start);
        }
        try (Socket socket = new Socket()) {
            socket.connect(address.get(), CONNECT_MILLIS);
            return Finding.ok(what, "port " + address.get().getPort() + " answers");
        } catch (IOException e) {
            return Finding.wrong(
                    what,
                    "port " + address.get().getPort() + " does not answer: " + e.getMessage(),
                    start);
        }
    }

    private static List<Finding> bundles(Services services, Console console) {
        List<Finding> findings = new ArrayList<>();
        for (Bundle bundle : new RuntimeBundles(services.context()).all()) {
            if (bundle.getState() != Bundle.ACTIVE && bundle.getState() != Bundle.STARTING) {
                String name = bundle.getSymbolicName().substring(RuntimeBundles.PREFIX.length());
                findings.add(
                        Finding.wrong(
                                "bundle " + name,
                                RuntimeBundles.word(bundle),
                                console.command("bundle start " + name)));
            }
        }
        return findings.isEmpty() ? List.of(Finding.ok("bundles", "all run")) : findings;
    }

    private static List<Finding> settings(Services services, EtcFolder folder) throws IOException {
        Optional<MetaTypeService> metatype = services.find(MetaTypeService.class);
        if (metatype.isEmpty()) {
            return List.of();
        }
        List<Bundle> bundles = new RuntimeBundles(services.context()).all();
        List<Finding> findings =
                new EtcCheck(metatype.get(), bundles)
                        .problems(folder.read()).stream()
                                .map(line -> Finding.wrong("settings", line, "edit the file"))
                                .toList();
        return findings.isEmpty() ? List.of(Finding.ok("settings", "as they may be")) : findings;
    }

    private static List<Finding> plugins(Services services, Path folder, Console console) {
        Optional<PluginCatalog> catalog = services.find(PluginCatalog.class);
        if (catalog.isEmpty()) {
            return List.of(
                    Finding.wrong(
                            "plugins",
                            "the deployer is not running",
                            console.command("bundle start plugins")));
        }
        List<PluginInfo> all = catalog.get().plugins();
        List<Finding> findings = new ArrayList<>();
        if (!Files.isReadable(folder)) {
            findings.add(
                    Finding.wrong(
                            "plugins",
                            folder + " cannot be read",
                            "let the server's user read that folder"));
        }
        for (PluginInfo plugin : all) {
            if (plugin.state() != PluginState.ACTIVE && plugin.state() != PluginState.CANARY) {
                String cure =
                        plugin.state() == PluginState.WAITING
                                ? "bring what it waits for, or take it out"
                                : "put a better file in its place, or take it out";
                findings.add(
                        Finding.wrong(
                                "plugin " + plugin.name(),
                                plugin.state() + ": " + plugin.reason(),
                                cure
                                        + ": "
                                        + console.command("plugin uninstall " + plugin.file())));
            }
        }
        return findings.isEmpty()
                ? List.of(
                        Finding.ok("plugins", Figures.count(all.size(), "plugin") + " in service"))
                : findings;
    }

    private static Finding log(LogControl log) {
        return log.dropped() == 0
                ? Finding.ok("log", "no line was left out")
                : Finding.warning(
                        "log",
                        Figures.count(log.dropped(), "line") + " left out since the start",
                        "less logging, or a faster disk");
    }
}
