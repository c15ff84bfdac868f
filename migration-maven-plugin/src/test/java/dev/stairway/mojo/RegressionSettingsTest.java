package dev.stairway.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.baseline.Thresholds.FailOn;
import dev.stairway.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegressionSettingsTest {

    @ParameterizedTest
    @ValueSource(doubles = {0, -2, Double.NaN, Double.POSITIVE_INFINITY})
    void aShareThatWouldCallEverythingOrNothingARegressionIsTold(double percent) {
        assertThatThrownBy(() -> RegressionSettings.percent("regressionPercent", percent))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("migration.regressionPercent");
        assertThat(RegressionSettings.percent("regressionPercent", 0.1)).isEqualTo(0.1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
    void aTimeThatIsNoneIsTold(double millis) {
        assertThatThrownBy(() -> RegressionSettings.millis(millis))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("migration.regressionMinimumMillis");
        assertThat(RegressionSettings.millis(0)).isZero();
    }

    @Test
    void whatFailsTheBuildIsReadInAnyCase() {
        assertThat(RegressionSettings.failOn(" all ", false)).isEqualTo(FailOn.ALL);
    }

    @Test
    void whoeverRecordsANewBaselineAcceptsIt() {
        assertThat(RegressionSettings.failOn("ALL", true)).isEqualTo(FailOn.NONE);
    }

    /** What the setting was when single times were compared. */
    @Test
    void theFormerTrueAndFalseAreAnsweredWithTheWordsOfToday() {
        assertThatThrownBy(() -> RegressionSettings.failOn("true", false))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("<failOnRegression> is true")
                .hasMessageContaining("Use WORK (counted work fails the build), ALL (times as well) or NONE");
    }
}
