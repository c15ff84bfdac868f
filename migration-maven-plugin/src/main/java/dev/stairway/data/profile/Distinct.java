package dev.stairway.data.profile;

import java.util.List;

/**
 * How many different values a column has, estimated from a sample.
 *
 * @param number null where it grows with the rows
 * @param fraction of the rows that have a value; null where it does not
 */
record Distinct(Long number, Double fraction) {

    /** Above this share the number is taken to grow with the rows, as PostgreSQL does. */
    private static final double GROWING = 0.1;

    /**
     * The estimator of Haas and Stokes that PostgreSQL uses, too; see compute_scalar_stats in analyze.c.
     *
     * @param counts how often each value is in the sample
     * @param sampled rows of the sample that have a value
     * @param all rows of the table that have one
     */
    static Distinct of(List<Long> counts, long sampled, long all) {
        if (sampled == 0) {
            return new Distinct(0L, null);
        }
        long once = counts.stream().filter(count -> count == 1).count();
        double found = counts.size();
        double estimate = once == sampled
                ? all
                : sampled * found / (sampled - once + once * (double) sampled / Math.max(sampled, all));
        double distinct = Math.min(Math.max(all, sampled), Math.max(found, estimate));
        return distinct > GROWING * all && all > sampled || once == sampled
                ? new Distinct(null, ColumnProfile.rounded(Math.min(1, distinct / Math.max(1, all))))
                : new Distinct(Math.round(distinct), null);
    }
}
