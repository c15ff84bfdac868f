package dev.stairway.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.finding.Severity;
import dev.stairway.problem.ProblemException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckedSettingsTest {

    @Test
    void spacesEmptyEndsAndRepetitionsInAListAreNoWords() {
        assertThat(CheckedSettings.words(Arrays.asList("sqlite", " postgresql:16 ", "", null, "sqlite")))
                .containsExactly("sqlite", "postgresql:16");
        assertThat(CheckedSettings.words(null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10_001, -1})
    void rowsOutOfBoundsAreTold(int rows) {
        assertThatThrownBy(() -> CheckedSettings.sampleRows(rows))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("<sampleRows> is " + rows);
    }

    @Test
    void rowsAtTheBoundsAreTaken() {
        assertThat(CheckedSettings.sampleRows(1)).isEqualTo(1);
        assertThat(CheckedSettings.sampleRows(10_000)).isEqualTo(10_000);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100_000_001, -1})
    void largeRowsOutOfBoundsAreTold(int rows) {
        assertThatThrownBy(() -> CheckedSettings.largeRows(rows))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("<largeRows> is " + rows);
    }

    @Test
    void largeRowsAtTheBoundsAreTaken() {
        assertThat(CheckedSettings.largeRows(1)).isEqualTo(1);
        assertThat(CheckedSettings.largeRows(100_000_000)).isEqualTo(100_000_000);
    }

    @Test
    void severitiesAreReadInAnyCaseAndNoneIsNull() {
        assertThat(CheckedSettings.failOnSeverity(" warning ")).isEqualTo(Severity.WARNING);
        assertThat(CheckedSettings.failOnSeverity("none")).isNull();
        assertThatThrownBy(() -> CheckedSettings.failOnSeverity("fatal"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("'fatal'");
    }
}
