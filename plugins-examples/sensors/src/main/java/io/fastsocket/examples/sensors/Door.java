package io.fastsocket.examples.sensors;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * The contact at a door.
 *
 * @param sensor which
 * @param open whether that is what it says
 */
record Door(@Min(1) @Max(Sensor.MOST) int sensor, boolean open) {}
