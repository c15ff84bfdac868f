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

    private static void tells(CellReport report, Rule rule, String... evidence) {
        assertThat(report.notRun()).isEmpty();
        assertThat(report.findings())
                .as(() -> RedisWalks.text(report))
                .extracting(Finding::rule)
                .contains(rule)
                .allMatch(found -> found.name().startsWith("LIVE_"));
        assertThat(report.findings())
                .filteredOn(finding -> finding.rule() == rule)
                .first()
                .satisfies(finding -> assertThat(finding.evidence())
                        .as(() -> RedisWalks.text(report))
                        .anySatisfy(line -> assertThat(line).contains(evidence)));
    }

    @Test
    void a_copy_in_one_step_that_keeps_the_life_time_is_silent() {
        String copy = """
                if redis.call('EXISTS', to) == 0 then
                  local life = redis.call('PTTL', key)
                  redis.call('SET', to, redis.call('GET', key))
                  if life > 0 then redis.call('PEXPIRE', to, life) end
                end
                redis.call('DEL', key)
                """;
        silent(redis().walk(RedisWalks.up(copy), RedisWalks.down(copy)));
    }

    @Test
    void a_rename_by_a_script_of_a_class_is_silent() {
        silent(redis().walk(Moving.ByScript.class));
    }

    @Test
    void a_copy_in_a_transaction_is_silent() {
        silent(redis().walk(Moving.InATransaction.class));
    }

    @Test
    void a_rename_that_expects_the_key_still_to_be_there_fails() {
        tells(redis().walk(Moving.ByRename.class), Rule.LIVE_MIGRATION_FAILS, "no such key");
    }

    @Test
    void a_rename_that_overwrites_loses_what_the_other_release_wrote() {
        tells(
                redis().walk(UP.replace("RENAMENX", "RENAME"), DOWN),
                Rule.LIVE_WRITES_LOST,
                "SET session:v2:user:8000000",
                "by the new client",
                "now it has an older value");
        tells(
                redis().walk(UP, DOWN.replace("RENAMENX", "RENAME")),
                Rule.LIVE_WRITES_LOST,
                "SET session:user:8000000",
                "by the old client",
                "now it has an older value");
    }

    @Test
    void reading_writing_and_deleting_in_calls_of_their_own_loses_what_came_in_between() {
        tells(redis().walk(Moving.InThreeCalls.class), Rule.LIVE_WRITES_LOST, "session:user:8000000", "was confirmed");
    }

    @Test
    void a_life_time_that_was_read_before_loses_the_one_that_came_in_between() {
        tells(redis().walk(Moving.WithAnEarlierLifeTime.class), Rule.LIVE_WRITES_LOST, "PEXPIRE ", "it was to live");
    }

    @Test
    void deleting_by_pattern_loses_what_was_created_meanwhile() {
        tells(redis().walk(Moving.DeletingByPattern.class), Rule.LIVE_WRITES_LOST, "now neither is there");
    }

    @Test
    void a_type_that_changes_after_the_name_is_met_by_readers() {
        tells(
                redis().walk(Moving.InTwoPasses.class),
                Rule.LIVE_READS_WRONG_FORMAT,
                "a client of the new release expected type hash and met another type");
    }
}
