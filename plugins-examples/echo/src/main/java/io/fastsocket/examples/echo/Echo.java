package io.fastsocket.examples.echo;

import io.fastsocket.api.Ack;
import io.fastsocket.api.Emits;
import io.fastsocket.api.EventHandlers;
import io.fastsocket.api.Json;
import io.fastsocket.api.OnEvent;
import io.fastsocket.api.Socket;
import io.fastsocket.api.SocketServer;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

import java.util.UUID;

/** Answers with what it was sent. Each event puts load on another part of the server. */
@Component(configurationPid = "io.fastsocket.examples.echo")
@Emits(event = "news", payload = Json.class)
public final class Echo implements EventHandlers {

    /**
     * An order.
     *
     * @param item what is ordered
     * @param quantity how many
     * @param cents price of one, in hundredths of the currency
     * @param currency its three letters, as in ISO 4217
     */
    record Order(
            @NotBlank @Size(max = 40) String item,
            @Min(1) @Max(1000) int quantity,
            @PositiveOrZero @Max(100_000_000) long cents,
            @NotNull @Pattern(regexp = "[A-Z]{3}") String currency) {}

    /**
     * What an order comes to.
     *
     * @param item as ordered
     * @param quantity as ordered
     * @param totalCents quantity times price
     * @param currency as ordered
     */
    record Receipt(String item, int quantity, long totalCents, String currency) {}

    /**
     * Which code and configuration answers.
     *
     * @param label as configured
     * @param instance unlike that of any other instance of this component
     */
    record Version(String label, String instance) {}

    private final Version version;

    /**
     * Made anew when the JAR is swapped or its configuration is edited.
     *
     * @param config from {@code etc/io.fastsocket.examples.echo.cfg}
     */
    @Activate
    public Echo(EchoConfig config) {
        version = new Version(config.label(), UUID.randomUUID().toString());
    }

    @OnEvent(value = "echo", inline = true)
    void echo(Ack<Json> ack, Json... arguments) {
        ack.sendAll((Object[]) arguments);
    }

    @OnEvent("join")
    String join(String room, Socket socket) {
        socket.join(room);
        return "ok";
    }

    @OnEvent("bcast")
    String broadcast(String room, Json payload, Socket socket, SocketServer server) {
        server.of(socket.namespace()).to(room).emit("news", payload);
        return "ok";
    }

    @OnEvent("order")
    Receipt order(Order order) {
        return new Receipt(
                order.item(), order.quantity(), order.quantity() * order.cents(), order.currency());
    }

    @OnEvent("version")
    Version version() {
        return version;
    }
}
