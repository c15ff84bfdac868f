package dev.stairway.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.run.LiveReport.Way;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripts that are played while clients of the old and of the new release work. */
@ParameterizedClass
@ValueSource(strings = {"6.2", "7.0"})
class ActiveSessionsTest {

    private static final String UP = RedisWalks.up(RedisWalks.MOVE);
    private static final String DOWN = RedisWalks.down(RedisWalks.MOVE);

    @TempDir
    Path folder;

    private final String release;

    ActiveSessionsTest(String release) {
        this.release = release;
    }

    private RedisWalks redis() {
        return RedisWalks.on(folder, release).live(2);
    }

    private static void silent(CellReport report) {
        assertThat(report.notRun()).isEmpty();
        assertThat(report.findings()).as(() -> RedisWalks.text(report)).isEmpty();
        LiveReport live = report.steps().get(0).live();
        accounted(live.up());
        accounted(live.down());
    }

    private static void accounted(Way way) {
        System.err.println(way);
        assertThat(way.notPlayed()).isEmpty();
        assertThat(way.clients()).isEqualTo(4);
        assertThat(way.acknowledged()).isPositive();
        assertThat(way.refused()).isPositive();
        assertThat(way.migrated()).isPositive();
        assertThat(way.kept()).isPositive();
        assertThat(way.expired()).isPositive();
        assertThat(way.kept() + way.migrated() + way.expired() + way.superseded())
                .isEqualTo(way.keys());
        assertThat(way.longestMillis()).isPositive();
        assertThat(way.idleLongestMillis()).isPositive();
        assertThat(way.longestCommand()).isNotEmpty();
    }

    @Test
    void a_rename_in_one_step_that_never_overwrites_is_silent() {
        silent(redis().walk(UP, DOWN));
    }

    @Test
    void a_rename_that_overwrites_loses_what_a_new_client_wrote() {
        CellReport report = redis().walk(UP.replace("RENAMENX", "RENAME"), DOWN);
        assertThat(report.findings())
                .as(() -> RedisWalks.text(report))
                .extracting(Finding::rule)
                .containsOnly(Rule.LIVE_WRITES_LOST);
    }
}
