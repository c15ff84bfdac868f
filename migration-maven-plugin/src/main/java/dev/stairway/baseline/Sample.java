package dev.stairway.baseline;

import java.util.List;

/**
 * Repeated measurements of one thing, with the median and its interval of 95 %.
 *
 * @param values ascending; at least one
 */
record Sample(List<Double> values) {

    /** Below this many values nothing can be said about where the median is, nor about a difference. */
    static final int ENOUGH = 5;

    /** Two-sided error of the interval, in standard deviations of the normal distribution. */
    private static final double Z = 1.959964;

    Sample {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("A sample has at least one value.");
        }
        values = values.stream().sorted().toList();
    }

    static Sample of(double value) {
        return new Sample(List.of(value));
    }

    double median() {
        int n = values.size();
        return (values.get((n - 1) / 2) + values.get(n / 2)) / 2;
    }

    double least() {
        return values.get(0);
    }

    double most() {
        return values.get(values.size() - 1);
    }

    boolean isEnough() {
        return values.size() >= ENOUGH;
    }

    /** Lower end of the interval; null below {@link #ENOUGH} values. */
    Double low() {
        return isEnough() ? values.get(cut()) : null;
    }

    /** Upper end of the interval; null below {@link #ENOUGH} values. */
    Double high() {
        return isEnough() ? values.get(values.size() - 1 - cut()) : null;
    }

    /**
     * How many values lie outside at either end. Order statistics need no distribution: the median is below the k-th of n
     * values with the probability that a coin shows fewer than k heads in n throws (Conover, Practical Nonparametric
     * Statistics, 3.2). Five values cannot carry 95 %: their whole range holds the median in 93.75 % of the cases, and is
     * what is given for them.
     */
    private int cut() {
        int n = values.size();
        if (n > 100) {
            return (int) Math.floor((n - Z * Math.sqrt(n)) / 2) - 1;
        }
        double ways = 1;
        double outside = 1;
        int cut = 0;
        while (outside / Math.pow(2, n) <= 0.025) {
            cut++;
            ways = ways * (n - cut + 1) / cut;
            outside += ways;
        }
        return Math.max(0, cut - 1);
    }
}
