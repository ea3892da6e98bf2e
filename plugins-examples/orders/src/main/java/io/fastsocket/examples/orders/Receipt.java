package io.fastsocket.examples.orders;

/**
 * What becomes of an order.
 *
 * @param number as ordered
 * @param totalCents all lines together, in hundredths
 */
record Receipt(String number, long totalCents) {}
