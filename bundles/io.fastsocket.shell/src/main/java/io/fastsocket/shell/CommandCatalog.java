package io.fastsocket.shell;

import io.fastsocket.shell.console.OperatorCommand;

import java.util.List;

/**
 * The commands there are. Naming them is all that is done at start: a command's class, and the
 * parser, are loaded when it is called.
 */
final class CommandCatalog {

    /** In the order of the overview; {@code scope:function}, or a word alone. */
    static final List<String> NAMES =
            List.of(
                    "server:status",
                    "server:stop",
                    "server:reload",
                    "server:info",
                    "server:doctor",
                    "plugin:list",
                    "plugin:info",
                    "plugin:install",
                    "plugin:deploy",
                    "plugin:uninstall",
                    "plugin:reload",
                    "plugin:promote",
                    "plugin:rollback",
                    "plugin:history",
                    "plugin:leaks",
                    "event:list",
                    "event:register",
                    "event:trigger",
                    "stream:list",
                    "stream:info",
                    "socket:list",
                    "socket:info",
                    "socket:disconnect",
                    "room:list",
                    "room:members",
                    "log:view",
                    "log:tail",
                    "log:level",
                    "log:stats",
                    "log:clear",
                    "asyncapi:validate",
                    "asyncapi:diff",
                    "asyncapi:test",
                    "asyncapi:bundle",
                    "asyncapi:convert",
                    "asyncapi:import",
                    "asyncapi:list",
                    "asyncapi:show",
                    "asyncapi:export",
                    "asyncapi:docs",
                    "asyncapi:drift",
                    "bundle:list",
                    "bundle:stop",
                    "bundle:start",
                    "emit",
                    "top",
                    "help");

    /** Asked for by shells that complete words; not shown to people. */
    static final String COMPLETE = "complete";

    /** The scope that words alone have in Gogo. */
    static final String OWN_SCOPE = "fastsocket";

    private CommandCatalog() {}

    /**
     * A command, for one call.
     *
     * @param name one of {@link #NAMES}
     * @return always a new object
     */
    static OperatorCommand create(String name) {
        return switch (name) {
            case "server:status" -> new ServerStatusCommand();
            case "server:stop" -> new ServerStopCommand();
            case "server:reload" -> new ServerReloadCommand();
            case "server:info" -> new ServerInfoCommand();
            case "server:doctor" -> new ServerDoctorCommand();
            case "plugin:list" -> new PluginListCommand();
            case "plugin:info" -> new PluginInfoCommand();
            case "plugin:install" -> new PluginInstallCommand();
            case "plugin:deploy" -> new PluginDeployCommand();
            case "plugin:uninstall" -> new PluginUninstallCommand();
            case "plugin:reload" -> new PluginReloadCommand();
            case "plugin:promote" -> new PluginPromoteCommand();
            case "plugin:rollback" -> new PluginRollbackCommand();
            case "plugin:history" -> new PluginHistoryCommand();
            case "plugin:leaks" -> new PluginLeaksCommand();
            case "event:list" -> new EventListCommand();
            case "event:register" -> new EventRegisterCommand();
            case "event:trigger" -> new EventTriggerCommand();
            case "stream:list" -> new StreamListCommand();
            case "stream:info" -> new StreamInfoCommand();
            case "socket:list" -> new SocketListCommand();
            case "socket:info" -> new SocketInfoCommand();
            case "socket:disconnect" -> new SocketDisconnectCommand();
            case "room:list" -> new RoomListCommand();
            case "room:members" -> new RoomMembersCommand();
            case "log:view" -> new LogViewCommand();
            case "log:tail" -> new LogTailCommand();
            case "log:level" -> new LogLevelCommand();
            case "log:stats" -> new LogStatsCommand();
            case "log:clear" -> new LogClearCommand();
            case "asyncapi:validate" -> new AsyncapiValidateCommand();
            case "asyncapi:export" -> new AsyncapiExportCommand();
            case "asyncapi:docs" -> new AsyncapiDocsCommand();
            case "asyncapi:drift" -> new AsyncapiDriftCommand();
            case "asyncapi:test" -> new AsyncapiTestCommand();
            case "asyncapi:diff" -> new AsyncapiDiffCommand();
            case "asyncapi:bundle" -> new AsyncapiBundleCommand();
            case "asyncapi:convert" -> new AsyncapiConvertCommand();
            case "asyncapi:import" -> new AsyncapiImportCommand();
            case "asyncapi:list" -> new AsyncapiListCommand();
            case "asyncapi:show" -> new AsyncapiShowCommand();
            case "bundle:list" -> new BundleListCommand();
            case "bundle:stop" -> new BundleStopCommand();
            case "bundle:start" -> new BundleStartCommand();
            case "emit" -> new EmitCommand();
            case "top" -> new TopCommand();
            case "help" -> new HelpCommand();
            case COMPLETE -> new CompleteCommand();
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** The scopes, in the order of the overview. */
    static List<String> scopes() {
        return NAMES.stream()
                .filter(name -> name.indexOf(':') > 0)
                .map(CommandCatalog::scope)
                .distinct()
                .toList();
    }

    /** The commands of a scope, by their own names. */
    static List<String> functions(String scope) {
        return NAMES.stream()
                .filter(name -> scope(name).equals(scope))
                .map(CommandCatalog::function)
                .toList();
    }

    /** What stands before the colon; empty for a word alone. */
    static String scope(String name) {
        return name.substring(0, Math.max(0, name.indexOf(':')));
    }

    /** What stands behind the colon. */
    static String function(String name) {
        return name.substring(name.indexOf(':') + 1);
    }

    /** As it is typed: {@code plugin list}. */
    static String typed(String name) {
        return name.replace(':', ' ');
    }

    /** The parser of a command whose help is read there. */
    static CommandParser parser(String name, boolean inside) {
        return parser(name, create(name), inside);
    }

    /** The parser that writes into a command. */
    static CommandParser parser(String name, OperatorCommand command, boolean inside) {
        String before = inside ? "" : "fastsocket ";
        return new CommandParser(command, before + typed(name), before);
    }
}
