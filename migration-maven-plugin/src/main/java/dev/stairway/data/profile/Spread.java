package dev.stairway.data.profile;

import java.util.List;

/** Which of a column's values a row takes: the common ones as often as they are common, the others equally often. */
final class Spread {

    private final double[] upTo;
    private final long distinct;

    /** @param distinct 0 where every row has another value */
    Spread(ColumnProfile profile, long distinct) {
        this.distinct = distinct;
        List<Double> top = profile.topFrequencies();
        int common = distinct == 0 ? top.size() : (int) Math.min(top.size(), distinct);
        double present = Math.max(1e-9, 1 - profile.nullFraction());
        upTo = new double[common];
        double sum = 0;
        for (int i = 0; i < common; i++) {
            sum += top.get(i) / present;
            upTo[i] = Math.min(1, sum);
        }
    }

    long distinct() {
        return distinct;
    }

    /** The number of the value, from 0. */
    long ordinal(long row, long roll) {
        double at = unit(roll);
        for (int i = 0; i < upTo.length; i++) {
            if (at < upTo[i]) {
                return i;
            }
        }
        if (distinct == 0) {
            return upTo.length + row;
        }
        long others = distinct - upTo.length;
        double from = upTo.length == 0 ? 0 : upTo[upTo.length - 1];
        return others <= 0
                ? Math.floorMod(roll, distinct)
                : upTo.length + Math.min(others - 1, (long) ((at - from) / Math.max(1e-12, 1 - from) * others));
    }

    /** From 0 to below 1. */
    static double unit(long roll) {
        return (roll >>> 11) * 0x1.0p-53;
    }
}
