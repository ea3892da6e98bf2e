package io.fastsocket.shell;

import io.fastsocket.shell.remote.CommandServer;

import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.Function;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.cm.ConfigurationListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Offers the commands of the catalogue: to Gogo as functions, to the command line by a socket. */
@Component(
        service = {},
        immediate = true)
public final class ShellComponent {

    private final BundleContext context;
    private final List<ServiceRegistration<?>> registrations = new ArrayList<>();
    private final CommandServer server;

    /**
     * Started by DS.
     *
     * @param context services are registered with it, and looked up by commands
     */
    @Activate
    public ShellComponent(BundleContext context) {
        this.context = context;
        CommandRunner runner = new CommandRunner(context);
        for (String name : CommandCatalog.NAMES) {
            String scope = CommandCatalog.scope(name);
            register(
                    scope.isEmpty() ? CommandCatalog.OWN_SCOPE : scope,
                    CommandCatalog.function(name),
                    new GogoCommand(name, runner));
        }
        for (String scope : CommandCatalog.scopes()) {
            register(CommandCatalog.OWN_SCOPE, scope, new GogoScope(scope, runner));
        }
        Path home = Path.of(context.getProperty("fastsocket.home"));
        Baseline baseline = new Baseline();
        registrations.add(context.registerService(Baseline.class, baseline, null));
        registrations.add(
                context.registerService(
                        ConfigurationListener.class, new EtcWatch(context, home), null));
        RemoteCommands remote = new RemoteCommands(runner, new GogoFunctions(context));
        server = CommandServer.start(home, remote, () -> baseline.take(context, home));
    }

    private void register(String scope, String function, Function command) {
        Map<String, String> properties =
                Map.of(
                        CommandProcessor.COMMAND_SCOPE, scope,
                        CommandProcessor.COMMAND_FUNCTION, function);
        registrations.add(
                context.registerService(
                        Function.class, command, FrameworkUtil.asDictionary(properties)));
    }

    @Deactivate
    void stop() {
        if (server != null) {
            server.close();
        }
        registrations.forEach(ServiceRegistration::unregister);
    }
}
