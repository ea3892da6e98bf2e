package io.fastsocket.examples.sensors;

/**
 * The readings of a sensor in one second.
 *
 * @param sensor which
 * @param celsius their mean, in degrees
 * @param readings how many there were
 */
record Mean(int sensor, double celsius, int readings) {

    static Mean of(Temperature reading) {
        return new Mean(reading.sensor(), reading.celsius(), 1);
    }

    Mean and(Mean other) {
        int all = readings + other.readings;
        double sum = celsius * readings + other.celsius * other.readings;
        return new Mean(sensor, sum / all, all);
    }
}
