package dev.stairway.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.redis.RedisReleases;
import dev.stairway.finding.Finding;
import dev.stairway.finding.Rule;
import dev.stairway.run.LiveReport.Way;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;

/** Scripts that are played while clients of the old and of the new release work. */
@ParameterizedClass
@RedisReleases
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
                .allMatch(found -> found.id().startsWith("live-"));
        assertThat(report.findings())
                .filteredOn(finding -> finding.rule() == rule)
                .anySatisfy(finding -> assertThat(finding.evidence())
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
    void what_is_created_after_a_script_that_is_called_once_is_counted_and_no_finding() {
        CellReport report = redis().walk(
                        UP.replace("-- stairway: keys session:user:*\n", "")
                                .replace("KEYS", "redis.call('KEYS', 'session:user:*')"),
                        DOWN.replace("-- stairway: keys session:v2:user:*\n", "")
                                .replace("KEYS", "redis.call('KEYS', 'session:v2:user:*')"));
        assertThat(report.findings()).as(() -> RedisWalks.text(report)).isEmpty();
        assertThat(report.steps().get(0).live().up().leftBefore()).isPositive();
        assertThat(report.steps().get(0).live().up().migrated()).isPositive();
    }

    @Test
    void old_keys_that_a_second_pattern_converts_later_are_met_by_readers() {
        String convert = """
                -- stairway: keys session:user:* session:v2:user:*
                for _, key in ipairs(KEYS) do
                  local id = string.match(key, '^session:user:(%d+)$')
                  if id and redis.call('EXISTS', key) == 1 then
                    redis.call('RENAMENX', key, 'session:v2:user:' .. id)
                  elseif not id and redis.call('TYPE', key).ok == 'string' then
                    local value, life = redis.call('GET', key), redis.call('PTTL', key)
                    redis.call('DEL', key)
                    redis.call('HSET', key, 'data', value)
                    if life > 0 then redis.call('PEXPIRE', key, life) end
                  end
                end
                """;
        String back = """
                if redis.call('TYPE', key).ok == 'hash' and redis.call('EXISTS', to) == 0 then
                  local life = redis.call('PTTL', key)
                  redis.call('SET', to, redis.call('HGET', key, 'data'))
                  if life > 0 then redis.call('PEXPIRE', to, life) end
                end
                redis.call('DEL', key)
                """;
        tells(
                redis().declaring(RedisWalks.SESSIONS + " value changed").walk(convert, RedisWalks.down(back)),
                Rule.LIVE_READS_WRONG_FORMAT,
                "a client of the new release expected type hash and met another type");
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
                "of the new release was confirmed",
                "now it has an older value");
        tells(
                redis().walk(UP, DOWN.replace("RENAMENX", "RENAME")),
                Rule.LIVE_WRITES_LOST,
                "SET session:user:8000000",
                "of the old release was confirmed",
                "now it has an older value");
    }

    @Test
    void reading_writing_and_deleting_in_calls_of_their_own_loses_what_came_in_between() {
        tells(redis().walk(Moving.InThreeCalls.class), Rule.LIVE_WRITES_LOST, "session:user:8000000", "was confirmed");
    }

    @Test
    void a_life_time_that_was_read_before_loses_the_one_that_came_in_between() {
        // Of a key that was written under its new name, or of one that was prolonged under way: both can be.
        tells(redis().walk(Moving.WithAnEarlierLifeTime.class), Rule.LIVE_WRITES_LOST, "it was to live");
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

    @Test
    void keys_of_every_type_are_followed() {
        RedisWalks redis = redis().with("HSET session:user:21 name Ann role admin")
                .with("RPUSH session:user:22 a b")
                .with("SADD session:user:23 red green")
                .with("ZADD session:user:24 1.5 gold 2 silver")
                .with("XADD session:user:25 1-1 event login");
        CellReport report = redis.walk(UP, DOWN);
        silent(report);
        assertThat(report.steps().get(0).live().up().superseded()).isGreaterThanOrEqualTo(12);
    }

    @Test
    void a_lost_list_is_named_like_a_lost_text() {
        tells(
                redis().with("RPUSH session:user:22 a b").walk(Moving.DeletingByPattern.class),
                Rule.LIVE_WRITES_LOST,
                "LSET session:user:8000000",
                "now it has an older value");
    }

    @Test
    void a_conversion_in_one_step_is_silent() {
        String split = """
                if redis.call('TYPE', key).ok == 'string' and redis.call('EXISTS', to) == 0 then
                  local life = redis.call('PTTL', key)
                  for field, value in pairs(cjson.decode(redis.call('GET', key))) do
                    redis.call('HSET', to, field, value)
                  end
                  if life > 0 then redis.call('PEXPIRE', to, life) end
                end
                redis.call('DEL', key)
                """;
        String join = """
                if redis.call('TYPE', key).ok == 'hash' and redis.call('EXISTS', to) == 0 then
                  local life, fields, text = redis.call('PTTL', key), redis.call('HGETALL', key), {}
                  for i = 1, #fields, 2 do
                    local quote = string.find(fields[i + 1], '^%d+$') and #fields[i + 1] < 14 and '' or '"'
                    text[#text + 1] = '"' .. fields[i] .. '":' .. quote .. fields[i + 1] .. quote
                  end
                  redis.call('SET', to, '{' .. table.concat(text, ',') .. '}')
                  if life > 0 then redis.call('PEXPIRE', to, life) end
                end
                redis.call('DEL', key)
                """;
        silent(redis().declaring(RedisWalks.SESSIONS + " value changed")
                .walk(RedisWalks.up(split), RedisWalks.down(join)));
    }

    @Test
    void a_value_that_is_written_twice_in_two_formats_is_met_by_readers() {
        tells(
                redis().with("SET session:user:31 '{\"user\":31}'").walk(Moving.ThenAddingAField.class),
                Rule.LIVE_READS_WRONG_FORMAT,
                "a client of the new release expected fields [user, version] and met [user]");
    }

    @Test
    void a_migration_without_a_way_back_is_played_one_way() {
        CellReport report = redis().walk(UP, null);
        LiveReport live = report.steps().get(0).live();
        accounted(live.up());
        assertThat(live.down().notPlayed()).isEqualTo("there is no way back");
    }

    @Test
    void keys_that_keep_their_name_are_left_out_with_a_reason() {
        CellReport report = redis().declaring("session:user:{id} -> session:user:{id} value changed")
                .walk(RedisWalks.up(""), RedisWalks.down(""));
        assertThat(report.steps().get(0).live().up().notPlayed()).startsWith("keys keep their name");
    }

    @Test
    void keys_of_which_several_become_one_are_left_out_with_a_reason() {
        CellReport report = redis().with("SET login:eu:1 a")
                .declaring("login:{region}:{id} -> login:{id}")
                .walk("-- stairway: keys login:*:*\n", "-- stairway: keys login:*\n");
        assertThat(report.steps().get(0).live().up().notPlayed()).startsWith("several keys may become one");
    }

    @Test
    void without_a_key_to_follow_clients_write_texts() {
        CellReport report = redis().declaring("visit:{day} -> visit:v2:{day}")
                .walk(
                        UP.replace("session:user:", "visit:").replace("session:v2:user:", "visit:v2:"),
                        DOWN.replace("session:v2:user:", "visit:v2:").replace("session:user:", "visit:"));
        silent(report);
    }

    @Test
    void a_script_that_asks_for_more_than_a_client_can_know_is_left_out_with_a_reason() {
        String known = "if tonumber(id) < 1000 then " + RedisWalks.MOVE + " end";
        LiveReport live = redis().walk(RedisWalks.up(known), RedisWalks.down(known))
                .steps()
                .get(0)
                .live();
        assertThat(live.up().notPlayed())
                .startsWith(
                        "keys like those that are there do not move without any client either, for example session:");
    }

    @Test
    void nobody_works_where_that_is_switched_off_or_nothing_is_declared() {
        assertThat(RedisWalks.on(folder, release).walk(UP, DOWN).steps().get(0).live())
                .isNull();
        assertThat(redis().declaring("").walk(UP, DOWN).steps().get(0).live()).isNull();
    }

    @Test
    void the_database_is_afterwards_as_if_nobody_had_worked() {
        CellReport alone = RedisWalks.on(folder, release).walk(UP, DOWN);
        CellReport live = redis().walk(UP, DOWN);
        assertThat(live.schemaDigest()).isEqualTo(alone.schemaDigest());
        assertThat(live.findings()).isEqualTo(alone.findings());
    }
}
