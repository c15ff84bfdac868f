package dev.stairway.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.problem.ProblemException;
import dev.stairway.run.TimeLimits;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitSettingsTest {

    @Test
    void eachProductHasALimitOfItsOwnUnderAnyOfItsNames() {
        assertThat(LimitSettings.millis("maxMigrationMillis", List.of("sqlite=1000", " pg = 5000", "redis=2000")))
                .isEqualTo(Map.of("sqlite", 1000L, "postgresql", 5000L, "redis", 2000L));
    }

    @Test
    void oneNumberIsForEveryProduct() {
        assertThat(LimitSettings.millis("maxMigrationMillis", List.of("5000", "sqlite=1000")))
                .isEqualTo(Map.of(TimeLimits.EVERY, 5000L, "sqlite", 1000L));
        assertThat(LimitSettings.millis("maxMigrationMillis", null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite=", "sqlite=0", "-1", "sqlite=1s", "soon"})
    void whatIsNoNumberOfMillisecondsIsTold(String word) {
        assertThatThrownBy(() -> LimitSettings.millis("maxLargeMigrationMillis", List.of(word)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("<maxLargeMigrationMillis> has '" + word + "'")
                .hasMessageContaining("sqlite=1000,postgresql=5000");
    }
}
