package io.fastsocket.examples.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.List;

class OrdersTest {

    @Test
    void linesAreAddedUp() {
        Order order =
                new Order(
                        "AB-0001",
                        List.of(new Order.Line("tea", 2, 250), new Order.Line("cup", 1, 900)),
                        new Order.Payment("card", "1234", null),
                        "pickup",
                        null);
        assertEquals(new Receipt("AB-0001", 1400), Orders.receipt(order));
    }
}
