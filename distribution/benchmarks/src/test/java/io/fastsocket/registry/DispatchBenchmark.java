package io.fastsocket.registry;

import io.fastsocket.api.Ack;
import io.fastsocket.api.EventHandlers;
import io.fastsocket.api.Json;
import io.fastsocket.api.OnEvent;
import io.fastsocket.registry.routing.HandlerService;
import io.fastsocket.registry.routing.Settings;
import io.fastsocket.registry.sockets.Origin;
import io.fastsocket.spi.dispatch.Admission;
import io.fastsocket.spi.dispatch.InboundEvent;
import io.fastsocket.spi.dispatch.SocketReceiver;
import io.fastsocket.spi.transport.Payload;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

import java.nio.charset.StandardCharsets;

/** From an event that was decoded to its answer, with routing, binding, validation and the hop. */
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class DispatchBenchmark {

    /** Events that one read brings. */
    private static final int BATCH = 8;

    /** The handlers of the example plugin echo. */
    static final class Handlers implements EventHandlers {

        /** An order. */
        record Order(
                @NotBlank @Size(max = 40) String item,
                @Min(1) @Max(1000) int quantity,
                @PositiveOrZero @Max(100_000_000) long cents,
                @NotNull @Pattern(regexp = "[A-Z]{3}") String currency) {}

        /** What it comes to. */
        record Receipt(String item, int quantity, long totalCents, String currency) {}

        @OnEvent(value = "echo", inline = true)
        void echo(Ack<Json> ack, Json... arguments) {
            ack.sendAll((Object[]) arguments);
        }

        @OnEvent("order")
        Receipt order(Order order) {
            return new Receipt(
                    order.item(),
                    order.quantity(),
                    order.quantity() * order.cents(),
                    order.currency());
        }
    }

    private final Registry registry = new Registry(Settings.DEFAULTS);
    private final AckCounter client = new AckCounter();
    private final InboundEvent echo = event("echo", "{\"n\":1000000,\"text\":\"Fast sockets\"}");
    private final InboundEvent order =
            event(
                    "order",
                    "{\"item\":\"spare part for the red bicycle\",\"quantity\":3,"
                            + "\"cents\":1000000,\"currency\":\"EUR\"}");
    private SocketReceiver socket;

    private static InboundEvent event(String name, String arguments) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        return new InboundEvent(bytes, 0, bytes.length, Payload.of(arguments), 7);
    }

    /** Lets a socket in. */
    @Setup
    public void connect() {
        registry.revision(
                        new Origin(
                                "benchmark",
                                "1.0.0",
                                DispatchBenchmark.class::getClassLoader,
                                () -> true,
                                false,
                                java.util.Map::of))
                .add(new HandlerService.Found("Handlers", null, 0, new Handlers()));
        Admission admission =
                registry.dispatcher()
                        .connect(client, Payload.of("{}"))
                        .toCompletableFuture()
                        .join();
        socket = ((Admission.Accepted) admission).receiver();
        socket.connected();
    }

    /** Ends the registry's threads. */
    @TearDown
    public void close() {
        registry.close();
    }

    /** Raw JSON, on the caller's thread. */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public void inlineEcho() {
        batch(echo);
    }

    /** Bound, validated, on a virtual thread, and the answer written. */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public void boundOrder() {
        batch(order);
    }

    private void batch(InboundEvent event) {
        long before = client.answers();
        for (int i = 0; i < BATCH; i++) {
            socket.event(event);
        }
        socket.endOfBatch();
        client.await(before + BATCH);
    }
}
