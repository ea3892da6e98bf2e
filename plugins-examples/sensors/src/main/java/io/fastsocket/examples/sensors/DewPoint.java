package io.fastsocket.examples.sensors;

/**
 * At what temperature water would come out of the air.
 *
 * @param sensor where
 * @param celsius degrees
 */
record DewPoint(int sensor, double celsius) {

    /** By the Magnus formula, with Sonntag's constants of 1990, over water. */
    static DewPoint of(Temperature temperature, Humidity humidity) {
        double celsius = temperature.celsius();
        double gamma = Math.log(humidity.percent() / 100) + 17.62 * celsius / (243.12 + celsius);
        return new DewPoint(temperature.sensor(), 243.12 * gamma / (17.62 - gamma));
    }
}
