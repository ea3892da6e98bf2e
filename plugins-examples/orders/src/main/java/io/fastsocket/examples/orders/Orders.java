package io.fastsocket.examples.orders;

import io.fastsocket.api.EventHandlers;
import io.fastsocket.api.Namespace;
import io.fastsocket.api.OnEvent;
import io.fastsocket.api.Socket;

import org.osgi.service.component.annotations.Component;

/**
 * Takes orders. The contract came first: it has patterns, choices and conditions that no record
 * has, and the runtime holds every event against it. So there is nothing to check here.
 */
@Component
@Namespace("/orders")
public final class Orders implements EventHandlers {

    @OnEvent("place")
    Receipt place(Order order, Socket socket) {
        Receipt receipt = receipt(order);
        socket.broadcast().emit("placed", receipt);
        return receipt;
    }

    static Receipt receipt(Order order) {
        long total = order.lines().stream().mapToLong(line -> line.quantity() * line.cents()).sum();
        return new Receipt(order.number(), total);
    }
}
