package dev.stairway.measure.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScalingLawTest {

    private static final long[] DECADES = {1_000, 10_000, 100_000};
    private static final long[] DEFAULT = {0, 1_000, 10_000};

    @Test
    void aTimeInProportionIsLinear() {
        ScalingLaw law = ScalingLaw.ofMillis(sizes(rows -> 1 + 0.0006 * rows, DECADES), Shape.LINEAR);

        assertThat(law.shape()).isEqualTo(Shape.LINEAR);
        assertThat(law.exponent()).isCloseTo(1, within(0.01));
        assertThat(law.slope()).isCloseTo(0.0006, within(1e-9));
        assertThat(law.intercept()).isCloseTo(1, within(1e-6));
        Forecast forecast = law.at(1_000_000).orElseThrow();
        assertThat(forecast.value()).isCloseTo(601, within(1.0));
        assertThat(forecast.low()).isLessThan(601);
        assertThat(forecast.high()).isGreaterThan(601);
    }

    @Test
    void sortingIsLinearToAUser() {
        ScalingLaw law =
                ScalingLaw.ofMillis(sizes(rows -> 1 + 4e-5 * rows * Math.log(rows + 2) / Math.log(2), DECADES), null);

        assertThat(law.shape()).isEqualTo(Shape.LINEAR);
        double truth = 4e-5 * 1e6 * Math.log(1e6) / Math.log(2);
        Forecast forecast = law.at(1_000_000).orElseThrow();
        assertThat(forecast.value() / truth).isBetween(0.7, 1.3);
        assertThat(truth).isBetween(forecast.low(), forecast.high());
    }

    @Test
    void everyRowAgainstEveryOtherIsWorse() {
        ScalingLaw law = ScalingLaw.ofMillis(sizes(rows -> 1 + 1e-6 * rows * rows, DEFAULT), Shape.LINEAR);

        assertThat(law.shape()).isEqualTo(Shape.WORSE);
        assertThat(law.exponent()).isBetween(1.8, 2.1);
        Forecast forecast = law.at(100_000).orElseThrow();
        assertThat(10_001.0).isBetween(forecast.low(), forecast.high());
    }

    @Test
    void whatDoesNotGrowWhileItsWorkDoesNotEitherTouchesTheCatalogueOnly() {
        ScalingLaw law = ScalingLaw.ofMillis(sizes(rows -> 1.4, DEFAULT), Shape.METADATA_ONLY);

        assertThat(law.shape()).isEqualTo(Shape.METADATA_ONLY);
        assertThat(law.slope()).isZero();
        assertThat(law.exponent()).isNull();
        assertThat(law.at(100_000_000).orElseThrow().value()).isCloseTo(1.4, within(1e-9));
    }

    @Test
    void growthThatOnlyTheCountersSeeIsNotCalledNone() {
        // ADD FOREIGN KEY: 87 ms at a million rows, less than a millisecond at ten thousand.
        ScalingLaw law = ScalingLaw.ofMillis(sizes(rows -> 1.4 + 87e-6 * rows, DEFAULT), Shape.LINEAR);

        assertThat(law.shape()).isEqualTo(Shape.UNKNOWN);
        assertThat(law.why()).contains("the work grows with the rows").contains("10000 rows");
        assertThat(law.at(1_000_000)).isEmpty();
    }

    @Test
    void withoutCountersFlatTimesOfSmallTablesProveNothingAndThoseOfLargeOnesDo() {
        assertThat(ScalingLaw.ofMillis(sizes(rows -> 1.4, DEFAULT), null).shape())
                .isEqualTo(Shape.UNKNOWN);
        assertThat(ScalingLaw.ofMillis(sizes(rows -> 1.4, DECADES), null).shape())
                .isEqualTo(Shape.METADATA_ONLY);
    }

    @Test
    void tablesOfAFewPagesProveNothingWhateverTheirCountersSay() {
        ScalingLaw few = ScalingLaw.ofMillis(sizes(rows -> 3, 0, 10, 100), Shape.METADATA_ONLY);
        ScalingLaw many = ScalingLaw.ofMillis(sizes(rows -> 3, 0, 100, 1_000), Shape.METADATA_ONLY);

        assertThat(few.shape()).isEqualTo(Shape.UNKNOWN);
        assertThat(few.why()).contains("up to 100 rows").contains("larger sizes");
        assertThat(few.at(1_000_000)).isEmpty();
        assertThat(many.shape()).isEqualTo(Shape.METADATA_ONLY);
    }

    @Test
    void twoSizesAreNotEnough() {
        ScalingLaw law = ScalingLaw.ofMillis(sizes(rows -> rows, 1_000, 10_000), null);

        assertThat(law.shape()).isEqualTo(Shape.UNKNOWN);
        assertThat(law.why()).isEqualTo("it takes three sizes, there are 2");
        assertThat(law.intercept()).isNull();
        assertThat(ScalingLaw.ofMillis(List.of(), null).why()).isEqualTo("it takes three sizes, there are 0");
    }

    @Test
    void sizesNextToEachOtherTellNothingAboutAnExponent() {
        ScalingLaw law = ScalingLaw.ofMillis(sizes(rows -> rows, 10_000, 10_500, 11_000), null);

        assertThat(law.shape()).isEqualTo(Shape.UNKNOWN);
        assertThat(law.why()).contains("too near each other");
    }

    @Test
    void countedWorkIsExact() {
        ScalingLaw rewrite = ScalingLaw.ofWork(sizes(rows -> 20_000 + 133 * rows, DEFAULT), 16_384);
        ScalingLaw constant = ScalingLaw.ofWork(sizes(rows -> 20_000 + (rows == 1_000 ? 900 : 0), DEFAULT), 16_384);

        assertThat(rewrite.shape()).isEqualTo(Shape.LINEAR);
        assertThat(rewrite.at(1_000_000).orElseThrow().value()).isCloseTo(133_020_000, within(200_000.0));
        assertThat(constant.shape()).isEqualTo(Shape.METADATA_ONLY);
    }

    @Test
    void whatShrinksTheDatabaseIsNotFittedThroughZero() {
        ScalingLaw law = ScalingLaw.ofWork(sizes(rows -> 8_192 - 40 * rows, DEFAULT), 16_384);

        // It does not grow; that is all a limit needs to know.
        assertThat(law.shape()).isEqualTo(Shape.METADATA_ONLY);
    }

    /** 1 000 laws each: the clock is off by 5 % and half a millisecond. */
    @ParameterizedTest
    @ValueSource(doubles = {0.0003, 0.0006, 0.003, 0.03})
    void noisyLinearTimesAreForecastWithinThirtyPercent(double slope) {
        Random random = new Random(42);
        int within = 0;
        int held = 0;
        for (int round = 0; round < 1_000; round++) {
            ScalingLaw law = ScalingLaw.ofMillis(noisy(random, rows -> 1 + slope * rows, 0.05, DECADES), Shape.LINEAR);
            double truth = 1 + slope * 1e6;
            assertThat(law.shape()).as(law.toString()).isEqualTo(Shape.LINEAR);
            Forecast forecast = law.at(1_000_000).orElseThrow();
            within += Math.abs(forecast.value() / truth - 1) <= 0.3 ? 1 : 0;
            held += forecast.low() <= truth && truth <= forecast.high() ? 1 : 0;
        }
        assertThat(within).isGreaterThanOrEqualTo(995);
        assertThat(held).isGreaterThanOrEqualTo(950);
    }

    @Test
    void noisyTimesOfAMetadataChangeAreNeverALaw() {
        Random random = new Random(43);
        for (int round = 0; round < 1_000; round++) {
            ScalingLaw law = ScalingLaw.ofMillis(noisy(random, rows -> 2, 0.1, DECADES), Shape.METADATA_ONLY);

            assertThat(law.shape()).as(law.toString()).isEqualTo(Shape.METADATA_ONLY);
        }
    }

    @Test
    void noisyQuadraticTimesAreFound() {
        Random random = new Random(44);
        for (int round = 0; round < 1_000; round++) {
            ScalingLaw law = ScalingLaw.ofMillis(noisy(random, rows -> 1 + 2e-6 * rows * rows, 0.05, DEFAULT), null);

            assertThat(law.shape()).as(law.toString()).isEqualTo(Shape.WORSE);
        }
    }

    @Test
    void theOrderOfTheSizesDoesNotMatter() {
        List<Size> sizes = sizes(rows -> 3 + 0.01 * rows, 100_000, 0, 10_000);

        assertThat(ScalingLaw.ofMillis(sizes, null).slope()).isCloseTo(0.01, within(1e-9));
    }

    @Test
    void whatIsNoNumberIsNoSize() {
        assertThatThrownBy(() -> new Size(-1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Size(1, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Size> sizes(DoubleUnaryOperator law, long... rows) {
        return LongStream.of(rows)
                .mapToObj(size -> new Size(size, law.applyAsDouble(size)))
                .toList();
    }

    private static List<Size> noisy(Random random, DoubleUnaryOperator law, double share, long... rows) {
        return LongStream.of(rows)
                .mapToObj(size -> {
                    double truth = law.applyAsDouble(size);
                    double off = share * random.nextGaussian() * truth + 0.5 * Math.abs(random.nextGaussian());
                    return new Size(size, Math.max(0.1, truth + off));
                })
                .toList();
    }
}
