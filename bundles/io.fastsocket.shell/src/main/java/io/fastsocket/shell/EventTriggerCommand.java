package io.fastsocket.shell;

import io.fastsocket.api.DisconnectReason;
import io.fastsocket.shell.console.CommandException;
import io.fastsocket.shell.console.Invocation;
import io.fastsocket.shell.console.Json;
import io.fastsocket.shell.console.OperatorCommand;
import io.fastsocket.shell.console.Progress;
import io.fastsocket.shell.console.Sheet;
import io.fastsocket.spi.dispatch.Admission;
import io.fastsocket.spi.dispatch.EventDispatcher;
import io.fastsocket.spi.dispatch.InboundEvent;
import io.fastsocket.spi.dispatch.SocketReceiver;
import io.fastsocket.spi.transport.Payload;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** {@code event trigger}. */
@Command(
        description =
                "Run an event's handler as if a client had sent the event, and print the answer. The"
                        + " client exists for this one event: it is connected with the handshake, in no"
                        + " room that others see, and gone afterwards. What the handler sends to it is"
                        + " printed too.",
        footer = {
            "event trigger hello --payload '{\"name\":\"Ada\"}'",
            "event trigger message --namespace /chat --auth '{\"nick\":\"ada\"}' --payload @hi.json"
        })
final class EventTriggerCommand implements OperatorCommand {

    private static final long ACK_ID = 1;

    @Parameters(paramLabel = "EVENT", description = "The event's name.")
    private String name;

    @Option(
            names = "--namespace",
            paramLabel = "NAMESPACE",
            defaultValue = "/",
            description = "The namespace (${DEFAULT-VALUE}).")
    private String namespace;

    @Option(names = "--payload", paramLabel = "JSON", description = Payloads.DESCRIPTION)
    private List<String> payloads = new ArrayList<>();

    @Option(
            names = "--auth",
            paramLabel = "JSON",
            description = "What the client says of itself: a JSON object, @FILE or -.")
    private String auth;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description = "How long to wait for the answer (${DEFAULT-VALUE}).")
    private int timeout;

    @Override
    public void run(Invocation invocation) throws CommandException, InterruptedException {
        if (timeout < 1) {
            throw CommandException.usage("--timeout must be 1 or more seconds");
        }
        Payloads.refuseTwice(payloads, auth);
        EventDispatcher dispatcher = invocation.need(EventDispatcher.class);
        List<String> arguments = Payloads.read(payloads, invocation);
        Payload hello =
                auth == null
                        ? Payload.NONE
                        : Payload.of(Payloads.object(auth, "--auth", invocation));
        TriggerSocket socket = new TriggerSocket(namespace);
        Admission admission =
                await(dispatcher.connect(socket, hello), invocation, "connecting to " + namespace);
        switch (admission) {
            case Admission.Refused refused -> throw refused(refused.error().toString());
            case Admission.Accepted accepted ->
                    run(invocation, socket, accepted.receiver(), arguments);
        }
    }

    private CommandException refused(String error) {
        String why = Json.member(error, "message").orElse(error);
        // Without data there is no such namespace.
        boolean asks = auth == null && Json.hasMember(error, "data");
        String cure = asks ? "; if it asks who comes, say it with --auth JSON" : "";
        return CommandException.failed(
                "the client is not let into " + namespace + ": " + why + cure,
                Map.of("refused", new Json.Raw(error)));
    }

    private void run(
            Invocation invocation,
            TriggerSocket socket,
            SocketReceiver receiver,
            List<String> arguments)
            throws CommandException, InterruptedException {
        byte[] event = name.getBytes(StandardCharsets.UTF_8);
        Payload payload =
                arguments.isEmpty() ? Payload.NONE : Payload.of(String.join(",", arguments));
        socket.connected(true);
        receiver.connected();
        try {
            receiver.event(new InboundEvent(event, 0, event.length, payload, ACK_ID));
            receiver.endOfBatch();
            Payload answer =
                    await(socket.answer(), invocation, "waiting for the answer to " + name);
            print(invocation, socket, answer.toString());
        } finally {
            socket.connected(false);
            receiver.disconnected(DisconnectReason.CLIENT_NAMESPACE_DISCONNECT);
        }
    }

    private <T> T await(CompletionStage<T> stage, Invocation invocation, String what)
            throws CommandException, InterruptedException {
        return Progress.await(stage, Duration.ofSeconds(timeout), invocation.console(), what);
    }

    private static void print(Invocation invocation, TriggerSocket socket, String answer) {
        boolean failed = Json.hasMember(answer, "error");
        List<Object> emitted = new ArrayList<>();
        socket.emitted().forEach(event -> emitted.add(new Json.Raw("[" + event + "]")));
        if (invocation.json()) {
            Sheet sheet = new Sheet();
            sheet.value("ok", !failed);
            sheet.value("ack", new Json.Raw("[" + answer + "]"));
            sheet.value("emitted", emitted);
            invocation.print(sheet);
        } else {
            socket.emitted().forEach(event -> invocation.line("emitted  " + event));
            invocation.line(
                    (failed ? "error    " : "answer   ") + (answer.isEmpty() ? "-" : answer));
        }
        if (failed) {
            invocation.fail();
        }
    }
}
