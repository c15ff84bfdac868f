package dev.stairway.perf;

import java.util.List;

/** Middle of a sample, the mean of the two in the middle of an even one. */
final class Median {

    private Median() {}

    /** @param values at least one */
    static long of(List<Long> values) {
        long[] sorted = values.stream().mapToLong(Long::longValue).sorted().toArray();
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : Math.round((sorted[half - 1] + (double) sorted[half]) / 2);
    }
}
