package io.fastsocket.examples.sensors;

/**
 * A sensor has begun to speak, or has fallen silent.
 *
 * @param sensor which
 * @param speaks whether it does
 */
record Presence(int sensor, boolean speaks) {}
