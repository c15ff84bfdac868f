package dev.stairway.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MannWhitneyTest {

    /**
     * Critical values of U for 1 %, two-sided: the largest U that is significant. Siegel, Nonparametric Statistics for the
     * Behavioral Sciences (1956), table K; the same numbers are in the table of Auble (1953), from which it is taken.
     */
    @ParameterizedTest
    @CsvSource({
        "5, 5, 0",
        "5, 6, 1",
        "5, 8, 2",
        "5, 9, 3",
        "5, 10, 4",
        "6, 6, 2",
        "6, 9, 5",
        "7, 7, 4",
        "7, 10, 9",
        "8, 8, 7",
        "9, 9, 11",
        "10, 10, 16",
        "5, 20, 13",
        "7, 20, 24",
        "10, 20, 42",
        "12, 12, 27",
        "20, 20, 105"
    })
    void theCriticalValuesAreThoseOfThePublishedTable(int n1, int n2, int critical) {
        assertThat(p(n1, n2, critical)).isLessThanOrEqualTo(0.01);
        assertThat(p(n1, n2, critical + 1)).isGreaterThan(0.01);
    }

    /** Hollander and Wolfe, Nonparametric Statistical Methods (1973), page 69: permeability of the human chorioamnion. */
    @Test
    void thePublishedExampleHasItsPublishedProbability() {
        List<Double> term = List.of(0.80, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46);
        List<Double> earlier = List.of(1.15, 0.88, 0.90, 0.74, 1.21);

        // One-sided 0.1272; the distribution is symmetric.
        assertThat(MannWhitney.p(term, earlier)).isCloseTo(0.2544, within(0.0001));
    }

    @Test
    void fiveAgainstFiveReachOnePercentOnlyWhenNoneOverlap() {
        assertThat(MannWhitney.p(values(1, 2, 3, 4, 5), values(6, 7, 8, 9, 10))).isCloseTo(2 / 252.0, within(1e-12));
        assertThat(MannWhitney.p(values(1, 2, 3, 4, 6), values(5, 7, 8, 9, 10))).isCloseTo(4 / 252.0, within(1e-12));
    }

    @Test
    void tiesWithinOneSampleTakeNothingFromWhatSeparatesThem() {
        assertThat(MannWhitney.p(values(1, 1, 1, 1, 1), values(2, 2, 2, 2, 2))).isCloseTo(2 / 252.0, within(1e-12));
    }

    @Test
    void valuesThatAreAllTheSameAreNoDifference() {
        assertThat(MannWhitney.p(values(3, 3, 3, 3, 3), values(3, 3, 3, 3, 3))).isEqualTo(1);
        assertThat(MannWhitney.p(Collections.nCopies(40, 3.0), Collections.nCopies(40, 3.0)))
                .isEqualTo(1);
    }

    /** Expected: mannwhitneyu(one, other, method="asymptotic") of SciPy 1.17. */
    @Test
    void manyValuesWithTiesAreJudgedByTheCorrectedNormalDistribution() {
        List<Double> one =
                IntStream.range(0, 30).mapToObj(i -> (double) (i / 3)).toList();
        List<Double> other =
                IntStream.range(0, 30).mapToObj(i -> (double) (i / 3 + 2)).toList();

        assertThat(MannWhitney.p(one, other)).isCloseTo(0.016504477012993075, within(1e-6));
    }

    @Test
    void bothSidesSeeTheSame() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            List<Double> one = drawn(random, 3 + random.nextInt(40));
            List<Double> other = drawn(random, 3 + random.nextInt(40));

            double p = MannWhitney.p(one, other);

            assertThat(p).isBetween(0.0, 1.0);
            assertThat(MannWhitney.p(other, one)).isCloseTo(p, within(1e-9));
        }
    }

    @Test
    void theNormalApproximationContinuesTheExactDistribution() {
        // 50 values are counted, 51 approximated.
        double exact = MannWhitney.p(range(0, 25), range(8, 25));
        double normal = MannWhitney.p(range(0, 25), range(8, 26));

        assertThat(normal).isCloseTo(exact, within(0.01));
    }

    @Test
    void nothingIsNoSample() {
        assertThatThrownBy(() -> MannWhitney.p(List.of(), values(1))).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Double> range(int from, int size) {
        return IntStream.range(0, size).mapToObj(i -> from + i + 0.001 * from).toList();
    }

    private static List<Double> drawn(Random random, int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> (double) random.nextInt(20))
                .toList();
    }

    private static List<Double> values(double... values) {
        return Arrays.stream(values).boxed().toList();
    }

    /** Of samples whose U is the given one. */
    private static double p(int n1, int n2, int u) {
        // The first sample is below the whole second one but for its largest values, moved up until u pairs are the
        // other way.
        List<Double> one = new ArrayList<>();
        int left = u;
        for (int i = 0; i < n1; i++) {
            int passed = Math.min(n2, left);
            left -= passed;
            one.add(passed + 0.5 - i * 1e-3);
        }
        List<Double> other =
                IntStream.rangeClosed(1, n2).mapToObj(i -> (double) i).toList();
        assertThat(left).isZero();
        return MannWhitney.p(one, other);
    }
}
