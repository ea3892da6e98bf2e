package io.fastsocket.examples.orders;

import java.util.List;

/**
 * An order. What it must be like stands in {@code META-INF/asyncapi.yaml}, and nowhere else.
 *
 * @param number the customer's own
 * @param lines what is ordered
 * @param payment how it is paid
 * @param delivery {@code pickup} or {@code courier}
 * @param address where to; only with a courier
 */
record Order(String number, List<Line> lines, Payment payment, String delivery, String address) {

    /**
     * One thing that is ordered.
     *
     * @param article its number
     * @param quantity how many
     * @param cents price of one, in hundredths
     */
    record Line(String article, int quantity, long cents) {}

    /**
     * How it is paid.
     *
     * @param kind {@code card} or {@code transfer}
     * @param lastDigits of the card
     * @param iban of the account
     */
    record Payment(String kind, String lastDigits, String iban) {}
}
