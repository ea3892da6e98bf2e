package io.fastsocket.examples.sensors;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.PositiveOrZero;

/**
 * How warm it is somewhere.
 *
 * @param sensor which says so
 * @param number of this reading; one that is sent again has the same
 * @param celsius degrees
 */
record Temperature(
        @Min(1) @Max(Sensor.MOST) int sensor,
        @PositiveOrZero long number,
        @DecimalMin("-100") @DecimalMax("200") double celsius) {}
