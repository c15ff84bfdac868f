package dev.stairway.report.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitsTest {

    @ParameterizedTest
    @CsvSource({
        "0.0004, 0.00 ms",
        "0.994, 0.99 ms",
        "0.996, 1.0 ms",
        "99.94, 99.9 ms",
        "99.96, 100 ms",
        "999.4, 999 ms",
        "999.6, 1.00 s",
        "59994, 59.99 s",
        "59996, 1 min 00 s",
        "3725000, 62 min 05 s",
        "18300000, 5 h 05 min"
    })
    void timesCarryTheUnitThatReadsBest(double millis, String text) {
        assertThat(Units.millis(millis)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 B",
        "1, +1 B",
        "-1023, −1023 B",
        "1024, +1.0 KiB",
        "-197216, −192.6 KiB",
        "1048575, +1.0 MiB",
        "3221225472, +3.0 GiB"
    })
    void aChangeOfMemoryCarriesItsSignAndTheUnitThatReadsBest(long bytes, String text) {
        assertThat(Units.change(bytes)).isEqualTo(text);
    }

    @Test
    void whatWasNotMeasuredIsADash() {
        assertThat(Units.change(null)).isEqualTo("–");
        assertThat(Units.millis((Double) null)).isEqualTo("–");
        assertThat(Units.ratio(null)).isEqualTo("–");
        assertThat(Units.instant("")).isEqualTo("–");
    }

    @Test
    void countsAgreeWithTheirNoun() {
        assertThat(Units.count(1, "cell")).isEqualTo("1 cell");
        assertThat(Units.count(0, "cell")).isEqualTo("0 cells");
        assertThat(Units.count(1_234_567)).isEqualTo("1\u202f234\u202f567");
    }

    @Test
    void instantsAreShownToTheMinuteAndOtherTextAsItIs() {
        assertThat(Units.instant("2026-11-21T09:30:59Z")).isEqualTo("2026-11-21 09:30 UTC");
        assertThat(Units.instant("yesterday")).isEqualTo("yesterday");
    }
}
