package io.fastsocket.shell.console;

import java.util.Map;

/** What is said when a part of the runtime is not there. */
final class Absent {

    private static final Map<String, String[]> PARTS =
            Map.of(
                    "EventCatalog", new String[] {"registry", "registry"},
                    "EventDispatcher", new String[] {"registry", "registry"},
                    "SocketServer", new String[] {"registry", "registry"},
                    "PluginCatalog", new String[] {"plugin deployer", "plugins"},
                    "PluginDeployer", new String[] {"plugin deployer", "plugins"},
                    "SocketTransport", new String[] {"Socket.IO transport", "transport"},
                    "LogControl", new String[] {"log", "logging"},
                    "ContractJudge", new String[] {"judge of contracts", "asyncapi"},
                    "LiveContract", new String[] {"live contract", "asyncapi"});

    private Absent() {}

    static String message(Class<?> service, Console console) {
        String[] part = PARTS.get(service.getSimpleName());
        return part == null
                ? service.getSimpleName() + " is not there"
                : "The "
                        + part[0]
                        + " is not running. To start it: "
                        + console.command("bundle start " + part[1]);
    }
}
