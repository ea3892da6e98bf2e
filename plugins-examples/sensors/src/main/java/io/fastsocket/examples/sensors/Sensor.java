package io.fastsocket.examples.sensors;

/** What there is of sensors. */
final class Sensor {

    /**
     * Sensors are numbered from 1 to this, so that a stream for each of them is a bounded number of
     * streams, whoever sends.
     */
    static final int MOST = 1000;

    private Sensor() {}
}
