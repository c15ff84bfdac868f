package dev.stairway.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleTest {

    @Test
    void theMedianIsTheMiddleOrTheMeanOfTheTwoInTheMiddle() {
        assertThat(new Sample(List.of(9.0, 1.0, 5.0)).median()).isEqualTo(5);
        assertThat(new Sample(List.of(9.0, 1.0, 5.0, 7.0)).median()).isEqualTo(6);
    }

    /** Ranks of the 95 % interval of a median: Conover, Practical Nonparametric Statistics, table A3 for p = 0.5. */
    @ParameterizedTest
    @CsvSource({
        "5, 1, 5",
        "6, 1, 6",
        "8, 1, 8",
        "9, 2, 8",
        "10, 2, 9",
        "12, 3, 10",
        "15, 4, 12",
        "20, 6, 15",
        "30, 10, 21"
    })
    void theIntervalIsBetweenThePublishedRanks(int n, double low, double high) {
        Sample sample =
                new Sample(IntStream.rangeClosed(1, n).mapToObj(i -> (double) i).toList());

        assertThat(sample.low()).isEqualTo(low);
        assertThat(sample.high()).isEqualTo(high);
    }

    @Test
    void manyValuesHaveTheIntervalOfTheNormalApproximation() {
        Sample sample = new Sample(
                IntStream.rangeClosed(1, 400).mapToObj(i -> (double) i).toList());

        // (400 - 1.96 * 20) / 2 = 180.4: the 180th from either end.
        assertThat(sample.low()).isEqualTo(180);
        assertThat(sample.high()).isEqualTo(221);
    }

    @Test
    void fourValuesHaveNoInterval() {
        Sample sample = new Sample(List.of(1.0, 2.0, 3.0, 4.0));

        assertThat(sample.low()).isNull();
        assertThat(sample.high()).isNull();
    }
}
