package dev.stairway.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.problem.ProblemException;
import dev.stairway.suite.RedisOptions;
import java.io.File;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedisBoundsTest {

    @Test
    void theLeastOfEachIsTaken() {
        assertThat(RedisBounds.of(null, 1, 1, 0, 1000)).isEqualTo(new RedisOptions(null, 1, 1, 0, 1000));
    }

    @Test
    void aProgramIsNamedByItsWholePath() {
        assertThat(RedisBounds.of(new File("redis-server"), 5, 10, 60, 1000).program())
                .isAbsolute();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, 0, 1000, redisMaxBlockMillis, 1",
        "1, 0, 0, 1000, redisTimeoutMillis, 1",
        "1, 1, -1, 1000, redisLockWaitMillis, 0",
        "1, 1, 0, 999, redisLockLeaseMillis, 1000"
    })
    void lessIsRefusedByName(long block, long timeout, long wait, long lease, String parameter, long least) {
        assertThatThrownBy(() -> RedisBounds.of(null, block, timeout, wait, lease))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("<" + parameter + "> (-Dmigration." + parameter + ")")
                .hasMessageContaining("Use " + least + " milliseconds or more");
    }
}
