package dev.stairway.measure.scaling;

/**
 * How far a figure is off that has been measured.
 *
 * @param share of the value, as a standard deviation
 * @param floor what no measurement tells apart; no growth below it is one
 */
public record Noise(double share, double floor) {

    /**
     * Times in milliseconds. The first two of them are the start of a transaction, a message there and back and a commit,
     * which vary more from run to run than a small table costs.
     */
    public static final Noise MILLIS = new Noise(0.05, 2);

    /** Counted work: it repeats itself, but for the look-ups in the catalogue. */
    public static Noise work(double floor) {
        return new Noise(0.01, floor);
    }

    double variance(Size size) {
        double relative = share * size.value();
        double absolute = floor / 2;
        return relative * relative + absolute * absolute + size.error() * size.error();
    }
}
