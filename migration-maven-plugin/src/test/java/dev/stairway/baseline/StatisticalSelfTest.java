package dev.stairway.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.measure.work.Counter;
import dev.stairway.metrics.Performance.ComparisonEntry;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How often the verdicts are wrong, by simulation: pairs of runs with and without a change, from a seed. */
class StatisticalSelfTest {

    private static final int PAIRS = 1_000;
    private static final int REPETITIONS = 5;
    private static final Figure TIME = new Figure("up", null);

    /** The noise of a quiet and of a five times noisier machine; the tail is that of a neighbour who takes the processor. */
    @ParameterizedTest
    @CsvSource({"0.05, 0.02", "0.25, 0.10", "0.10, 0.30"})
    void timesThatDidNotChangeAreHardlyEverCalledRegressions(double spread, double tail) {
        Random random = new Random(1);
        int wrong = 0;
        for (int pair = 0; pair < PAIRS; pair++) {
            double typical = 5 * Math.pow(10, 3 * random.nextDouble());
            wrong += judged(random, spread, tail, typical, typical).equals("REGRESSION") ? 1 : 0;
        }

        assertThat(wrong).isLessThanOrEqualTo(PAIRS / 100);
    }

    @Test
    void twiceTheTimeIsAlwaysFoundWithFiveRepetitions() {
        Random random = new Random(2);
        for (int pair = 0; pair < PAIRS; pair++) {
            double typical = 50 * Math.pow(10, 2 * random.nextDouble());
            Sample before = times(random, 0.05, 0, typical);
            Sample now = times(random, 0.05, 0, 2 * typical);

            Judgement judgement = new TimeVerdict(Thresholds.DEFAULT, 1).judge(TIME, before, now);

            assertThat(judgement.verdict()).as("%s %s", before, now).isEqualTo("REGRESSION");
            assertThat(judgement.p()).isLessThan(0.01);
        }
    }

    @Test
    void twiceTheTimeIsFoundInARunThatIsSlowAltogether() {
        Random random = new Random(3);
        for (int pair = 0; pair < 100; pair++) {
            MeasuredRun before = new MeasuredRun();
            MeasuredRun now = new MeasuredRun();
            for (int i = 10; i < 40; i++) {
                double typical = 50 * Math.pow(10, random.nextDouble());
                before.up("" + i, 1_000, times(random, 0.05, 0, typical).values(), Map.of());
                double pace = i == 20 ? 2 * 1.6 : 1.6;
                now.up("" + i, 1_000, times(random, 0.05, 0, pace * typical).values(), Map.of());
            }

            assertThat(regressions(before, now)).containsExactly("20");
        }
    }

    private List<String> regressions(MeasuredRun before, MeasuredRun now) {
        return new Comparing(before.recording(), now.recording(), now.document().performance(), Thresholds.DEFAULT)
                .entries().stream()
                        .filter(entry -> entry.verdict().equals("REGRESSION"))
                        .map(ComparisonEntry::migration)
                        .toList();
    }

    /** The spreads are those that PostgreSQL showed in five runs of the same migration, in shares of the mean. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.000_01, 0.004, 0.02})
    void workThatDidNotChangeIsNeverCalledARegression(double spread) {
        Random random = new Random(4);
        for (Counter counter : Counter.values()) {
            for (int pair = 0; pair < PAIRS; pair++) {
                double typical = 10 * Math.pow(10, 7 * random.nextDouble());
                Sample before = work(random, spread, typical);
                Sample now = work(random, spread, typical);

                assertThat(verdict(counter, before, now)).isEqualTo("SAME");
            }
        }
    }

    @Test
    void aVacuumBesideTwoOfFiveRepetitionsIsNoRegressionEither() {
        Random random = new Random(5);
        for (int pair = 0; pair < PAIRS; pair++) {
            Sample before = work(random, 0.0001, 1_000_000);
            Sample now = disturbed(random, work(random, 0.0001, 1_000_000));

            assertThat(verdict(Counter.WAL_BYTES, before, now)).isEqualTo("SAME");
        }
    }

    private static Sample disturbed(Random random, Sample quiet) {
        List<Double> values = quiet.values().stream()
                .map(value -> random.nextDouble() < 0.4 ? 1.5 * value : value)
                .collect(Collectors.toList());
        values.set(0, quiet.least());
        return new Sample(values);
    }

    /** From ten times the least difference on; below, nobody could feel it. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.000_01, 0.004, 0.02})
    void fifteenPercentMoreWorkAreAlwaysFound(double spread) {
        Random random = new Random(6);
        for (Counter counter : Counter.values()) {
            for (int pair = 0; pair < PAIRS; pair++) {
                double typical = 10 * new Figure("up", counter).floor() * Math.pow(10, 4 * random.nextDouble());
                Sample before = work(random, spread, typical);
                Sample now = work(random, spread, 1.15 * typical);

                assertThat(verdict(counter, before, now))
                        .as("%s %s", before, now)
                        .isEqualTo("REGRESSION");
            }
        }
    }

    private static String verdict(Counter counter, Sample before, Sample now) {
        return new WorkVerdict(Thresholds.DEFAULT)
                .judge(new Figure("up", counter), before.median(), now)
                .verdict();
    }

    private static String judged(Random random, double spread, double tail, double before, double now) {
        return new TimeVerdict(Thresholds.DEFAULT, 1)
                .judge(TIME, times(random, spread, tail, before), times(random, spread, tail, now))
                .verdict();
    }

    private static Sample times(Random random, double spread, double tail, double typical) {
        return sample(any -> {
            double late = random.nextDouble() < tail ? typical * random.nextDouble() * 2 : 0;
            return typical * Math.exp(spread * random.nextGaussian()) + late;
        });
    }

    /** Uniform, so that a spread is the whole of it. */
    private static Sample work(Random random, double spread, double typical) {
        return sample(any -> (double) Math.round(typical * (1 + spread * (random.nextDouble() - 0.5))));
    }

    private static Sample sample(DoubleUnaryOperator draw) {
        return new Sample(
                IntStream.range(0, REPETITIONS).mapToObj(draw::applyAsDouble).toList());
    }
}
