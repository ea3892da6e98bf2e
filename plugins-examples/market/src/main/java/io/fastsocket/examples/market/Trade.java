package io.fastsocket.examples.market;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;

/**
 * Something was sold.
 *
 * @param symbol what
 * @param price of one
 * @param size how many
 */
record Trade(
        @NotNull Symbol symbol,
        @Positive @DecimalMax("1000000") double price,
        @Min(1) @Max(1_000_000) int size) {}
