package io.fastsocket.shell.console;

import java.util.Map;

/** What is said when a part of the runtime is not there. */
final class Absent {

    private static final Map<String, String[]> PARTS =
            Map.ofEntries(
                    Map.entry("EventCatalog", new String[] {"registry", "registry"}),
                    Map.entry("StreamCatalog", new String[] {"registry", "registry"}),
                    Map.entry("EventDispatcher", new String[] {"registry", "registry"}),
                    Map.entry("SocketServer", new String[] {"registry", "registry"}),
                    Map.entry("PluginCatalog", new String[] {"plugin deployer", "plugins"}),
                    Map.entry("PluginDeployer", new String[] {"plugin deployer", "plugins"}),
                    Map.entry("UnloadCatalog", new String[] {"plugin deployer", "plugins"}),
                    Map.entry("SocketTransport", new String[] {"Socket.IO transport", "transport"}),
                    Map.entry("LogControl", new String[] {"log", "logging"}),
                    Map.entry("ContractJudge", new String[] {"judge of contracts", "asyncapi"}),
                    Map.entry("ContractTrial", new String[] {"trial of contracts", "asyncapi"}),
                    Map.entry("ContractDrift", new String[] {"live contract", "asyncapi"}),
                    Map.entry("ContractPages", new String[] {"maker of pages", "asyncapi"}),
                    Map.entry("LiveContract", new String[] {"live contract", "asyncapi"}),
                    Map.entry(
                            "ContractRewriter", new String[] {"rewriter of contracts", "asyncapi"}),
                    Map.entry(
                            "ContractComparison",
                            new String[] {"comparison of contracts", "asyncapi"}));

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
