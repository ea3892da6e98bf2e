package io.fastsocket.examples.sensors;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * How damp it is somewhere.
 *
 * @param sensor which says so
 * @param percent relative humidity
 */
record Humidity(
        @Min(1) @Max(Sensor.MOST) int sensor, @DecimalMin("1") @DecimalMax("100") double percent) {}
