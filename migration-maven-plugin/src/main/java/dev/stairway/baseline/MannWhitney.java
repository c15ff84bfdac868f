package dev.stairway.baseline;

import java.util.Arrays;
import java.util.List;

/**
 * The rank sum test of Mann and Whitney (Annals of Mathematical Statistics 18, 1947), two-sided: how probable it is that two
 * samples of the same thing differ as these do. It asks nothing of the distribution, which times of programs need: they have
 * a hard lower end and a long tail.
 *
 * <p>Up to {@value #EXACT} values together the probability is exact, ties included: every way to deal the ranks that occurred
 * to the two samples is counted. Above that the normal approximation with the corrections for ties and continuity is close.
 */
final class MannWhitney {

    private static final int EXACT = 50;

    private MannWhitney() {}

    /**
     * Probability of such a difference by chance, 0 to 1.
     *
     * @param one at least one value
     * @param other at least one value
     */
    static double p(List<Double> one, List<Double> other) {
        if (one.isEmpty() || other.isEmpty()) {
            throw new IllegalArgumentException("A sample without values has no ranks.");
        }
        int[] ranks = doubledRanks(one, other);
        int observed = Arrays.stream(ranks, 0, one.size()).sum();
        return ranks.length <= EXACT ? exact(ranks, one.size(), observed) : normal(ranks, one.size(), observed);
    }

    /** Ranks of the first sample, then of the second. Values that tie share the mean of their ranks; doubled, it is whole. */
    private static int[] doubledRanks(List<Double> one, List<Double> other) {
        double[] values = new double[one.size() + other.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = i < one.size() ? one.get(i) : other.get(i - one.size());
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int[] ranks = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            ranks[i] = doubledRank(sorted, values[i]);
        }
        return ranks;
    }

    private static int doubledRank(double[] sorted, double value) {
        int below = 0;
        int same = 0;
        for (double each : sorted) {
            int order = Double.compare(each, value);
            below += order < 0 ? 1 : 0;
            same += order == 0 ? 1 : 0;
        }
        return 2 * below + same + 1;
    }

    /** The share of all hands of that many ranks whose sum is as far from the middle as the observed one. */
    private static double exact(int[] ranks, int size, int observed) {
        double[][] ways = ways(ranks, size);
        int middle = size * (ranks.length + 1);
        int distance = Math.abs(observed - middle);
        double extreme = 0;
        double all = 0;
        for (int sum = 0; sum < ways[size].length; sum++) {
            all += ways[size][sum];
            extreme += Math.abs(sum - middle) >= distance ? ways[size][sum] : 0;
        }
        return extreme / all;
    }

    /** How many hands of k ranks have which sum. */
    private static double[][] ways(int[] ranks, int size) {
        double[][] ways = new double[size + 1][Arrays.stream(ranks).sum() + 1];
        ways[0][0] = 1;
        for (int rank : ranks) {
            for (int k = size; k > 0; k--) {
                for (int sum = ways[k].length - 1; sum >= rank; sum--) {
                    ways[k][sum] += ways[k - 1][sum - rank];
                }
            }
        }
        return ways;
    }

    private static double normal(int[] ranks, int size, int observed) {
        double n = ranks.length;
        double variance = size * (n - size) / 12 * (n + 1 - ties(ranks) / (n * (n - 1)));
        double distance = Math.abs(observed - size * (n + 1)) / 2 - 0.5;
        return variance <= 0 || distance <= 0 ? 1 : Math.min(1, 2 * upperTail(distance / Math.sqrt(variance)));
    }

    /** Sum of t^3 - t over the groups of t values that tie. */
    private static double ties(int[] ranks) {
        int[] sorted = ranks.clone();
        Arrays.sort(sorted);
        double sum = 0;
        double t = 0;
        for (int i = 0; i < sorted.length; i++) {
            t++;
            if (i + 1 == sorted.length || sorted[i + 1] != sorted[i]) {
                sum += t * t * t - t;
                t = 0;
            }
        }
        return sum;
    }

    /** Of the standard normal distribution; Abramowitz and Stegun, formula 26.2.17, to 7.5e-8. */
    private static double upperTail(double z) {
        double t = 1 / (1 + 0.2316419 * z);
        double series =
                t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        return series * Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
    }
}
