package dev.stairway.run;

import static dev.stairway.run.RedisWalks.MOVE;
import static dev.stairway.run.RedisWalks.down;
import static dev.stairway.run.RedisWalks.up;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.redis.RedisReleases;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;

/** A mapping that a migration declares is checked key by key, and each defect is told once, with the key. */
@ParameterizedClass
@RedisReleases
class DeclaredMappingTest {

    private static final String UP = up(MOVE);
    private static final String DOWN = down(MOVE);

    @TempDir
    Path folder;

    private final String release;

    DeclaredMappingTest(String release) {
        this.release = release;
    }

    private RedisWalks redis() {
        return RedisWalks.on(folder, release);
    }

    private static String forKey(String key, String code) {
        return "if key == '" + key + "' then " + code + " end ";
    }

    private static void tells(CellReport report, Rule rule, String... evidence) {
        assertThat(report.notRun()).isEmpty();
        assertThat(report.findings())
                .as(() -> text(report))
                .filteredOn(finding -> finding.rule() == rule)
                .singleElement()
                .satisfies(finding -> assertThat(finding.evidence())
                        .singleElement()
                        .asString()
                        .contains(evidence));
        assertThat(report.findings())
                .as(() -> text(report))
                .extracting(Finding::rule)
                .containsOnly(rule);
    }

    private static String text(CellReport report) {
        return String.join(
                "\n",
                report.findings().stream()
                        .map(finding -> finding.rule().id() + " " + finding.evidence())
                        .toList());
    }

    private static void silent(CellReport report) {
        assertThat(report.notRun()).isEmpty();
        assertThat(report.findings()).as(() -> text(report)).isEmpty();
        assertThat(report.steps()).extracting(StepReport::verdict).containsExactly(Verdict.REVERSIBLE);
    }

    @Test
    void a_correct_rename_is_silent() {
        silent(redis().walk(UP, DOWN));
    }

    @Test
    void a_key_that_up_loses_is_named() {
        CellReport report = redis().walk(up("if id == '3' then redis.call('DEL', key) else " + MOVE + " end"), DOWN);
        tells(report, Rule.MAPPING_LOSES_KEYS, "session:user:3", "session:v2:user:3");
    }

    @Test
    void a_key_that_down_loses_is_named() {
        CellReport report = redis().walk(UP, down("if id == '3' then redis.call('DEL', key) else " + MOVE + " end"));
        tells(report, Rule.MAPPING_LOSES_KEYS, "session:user:3");
    }

    @Test
    void an_invented_key_is_named() {
        CellReport report = redis().walk(
                        UP.replace("for _", "redis.call('SET', 'session:v2:user:777', 'x') for _"),
                        DOWN.replace("for _", "redis.call('DEL', 'session:v2:user:777') for _"));
        tells(report, Rule.MAPPING_INVENTS_KEYS, "session:v2:user:777");
    }

    @Test
    void a_changed_value_is_named() {
        CellReport report = redis().walk(up(forKey("session:user:3", "redis.call('APPEND', key, 'x')") + MOVE), DOWN);
        tells(report, Rule.MAPPING_CHANGES_VALUE, "session:user:3 -> session:v2:user:3: another value");
    }

    @Test
    void a_changed_value_that_is_declared_and_taken_back_is_silent() {
        String shorter = "redis.call('SET', key, string.sub(redis.call('GET', key), 1, -2), 'KEEPTTL') ";
        silent(redis().declaring(RedisWalks.SESSIONS + " value changed")
                .walk(up("redis.call('APPEND', key, 'x') " + MOVE), down(shorter + MOVE)));
    }

    @Test
    void a_changed_type_is_named() {
        String hash = "redis.call('DEL', key) redis.call('HSET', key, 'user', id) redis.call('EXPIRE', key, 5003)";
        CellReport report = redis().walk(up(forKey("session:user:3", hash) + MOVE), DOWN);
        tells(report, Rule.MAPPING_CHANGES_TYPE, "session:user:3", "type was string, is hash");
    }

    @Test
    void a_lost_time_to_live_is_named() {
        CellReport report = redis().walk(up(forKey("session:user:3", "redis.call('PERSIST', key)") + MOVE), DOWN);
        tells(report, Rule.MAPPING_CHANGES_EXPIRY, "session:user:3 -> session:v2:user:3: expiry was 20", "is none");
    }

    @Test
    void a_time_to_live_that_is_declared_changed_is_silent_when_it_comes_back() {
        String later = "redis.call('PEXPIRE', key, redis.call('PTTL', key) + 9000000) ";
        String earlier = "redis.call('PEXPIRE', key, redis.call('PTTL', key) - 9000000) ";
        silent(redis().declaring(RedisWalks.SESSIONS + " ttl changed").walk(up(later + MOVE), down(earlier + MOVE)));
    }

    @Test
    void a_time_to_live_within_the_tolerance_is_silent() {
        String nearly = "redis.call('PEXPIRE', key, redis.call('PTTL', key) - 300) ";
        silent(redis().walk(up(nearly + MOVE), DOWN));
    }

    @Test
    void an_old_key_that_is_left_behind_is_named() {
        String copy = "if id == '3' then redis.call('COPY', key, to) else " + MOVE + " end";
        CellReport report = redis().walk(up(copy), DOWN.replace("RENAMENX", "RENAME"));
        tells(report, Rule.MAPPING_LEAVES_KEYS, "session:user:3 is left behind beside session:v2:user:3");
    }

    @Test
    void a_key_that_is_not_moved_is_named() {
        CellReport report = redis().walk(up("if id ~= '3' then " + MOVE + " end"), DOWN);
        tells(report, Rule.MAPPING_LEAVES_KEYS, "session:user:3 is left behind and did not become session:v2:user:3");
    }

    @Test
    void a_new_key_that_down_leaves_behind_is_named() {
        CellReport report = redis().walk(UP, down("if id ~= '3' then " + MOVE + " end"));
        tells(report, Rule.MAPPING_LEAVES_KEYS, "session:v2:user:3 is left behind and did not become session:user:3");
    }

    @Test
    void an_overwritten_key_is_named() {
        CellReport report = redis().asGiven()
                .with("SET session:v2:user:3 mine EX 9000")
                .walk(UP.replace("RENAMENX", "RENAME"), DOWN);
        tells(report, Rule.MAPPING_OVERWRITES_KEYS, "session:v2:user:3 was there before", "session:user:3");
    }

    @Test
    void keys_that_become_one_are_named() {
        CellReport report = redis().asGiven()
                .with("SET session:eu:login:1 a")
                .with("SET session:us:login:1 b")
                .with("SET session:us:login:2 c")
                .declaring("session:{region}:login:{id} -> session:login:{id}")
                .walk("""
                        -- stairway: keys session:*:login:*
                        for _, key in ipairs(KEYS) do
                          redis.call('RENAME', key, 'session:login:' .. string.match(key, '%d+$'))
                        end
                        """, """
                        -- stairway: keys session:login:*
                        for _, key in ipairs(KEYS) do
                          redis.call('RENAME', key, 'session:us:login:' .. string.match(key, '%d+$'))
                        end
                        """);
        assertThat(report.findings())
                .as(() -> text(report))
                .filteredOn(finding -> finding.rule() == Rule.MAPPING_MERGES_KEYS)
                .singleElement()
                .satisfies(finding -> assertThat(finding.evidence())
                        .containsExactly("session:eu:login:1 and session:us:login:1 both become session:login:1"));
    }

    @Test
    void what_the_new_release_wrote_and_down_loses_is_named() {
        String lost = "if string.len(id) > 8 then redis.call('DEL', key) else " + MOVE + " end";
        CellReport report = redis().walk(UP, down(lost));
        assertThat(report.findings())
                .as(() -> text(report))
                .filteredOn(finding -> finding.rule() == Rule.MAPPING_LOSES_KEYS)
                .singleElement()
                .satisfies(finding -> assertThat(finding.evidence())
                        .anyMatch(line -> line.startsWith("session:v2:user:500000000, which the new release wrote")));
        assertThat(report.steps().get(0).verdict()).isEqualTo(Verdict.REVERSIBLE_WITH_DATA_LOSS);
    }

    @Test
    void what_the_new_release_wrote_and_down_changes_is_named() {
        CellReport report = redis().walk(UP, down("if string.len(id) > 8 then redis.call('PERSIST', key) end " + MOVE));
        assertThat(report.findings()).as(() -> text(report)).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(Rule.MAPPING_CHANGES_EXPIRY);
            assertThat(finding.evidence())
                    .anyMatch(
                            line -> line.startsWith("session:v2:user:500000000 -> session:user:500000000: expiry was"));
        });
    }

    @Test
    void a_value_that_down_changes_is_named() {
        CellReport report =
                redis().walk(UP, down(forKey("session:v2:user:3", "redis.call('APPEND', key, 'x')") + MOVE));
        tells(report, Rule.MAPPING_CHANGES_VALUE, "session:user:3: another value");
        assertThat(report.steps().get(0).verdict()).isEqualTo(Verdict.REVERSIBLE_WITH_DATA_LOSS);
    }

    @Test
    void a_target_that_is_there_and_stops_the_rename_is_told_as_left_behind() {
        CellReport report =
                redis().asGiven().with("SET session:v2:user:3 mine EX 9000").walk(UP, DOWN);
        tells(
                report,
                Rule.MAPPING_LEAVES_KEYS,
                "session:user:3 is left behind, and session:v2:user:3 was there before");
    }

    @Test
    void an_old_key_that_is_deleted_because_the_target_is_there_is_lost() {
        String drop = "if redis.call('EXISTS', to) == 1 then redis.call('DEL', key) else " + MOVE + " end";
        CellReport report =
                redis().asGiven().with("SET session:v2:user:3 mine EX 9000").walk(up(drop), DOWN);
        tells(report, Rule.MAPPING_LOSES_KEYS, "session:user:3 is lost: session:v2:user:3 was there before");
    }

    @Test
    void keys_that_the_mapping_does_not_speak_of_are_silent_when_they_stay() {
        silent(redis().with("SADD session:index a b")
                .with("SET session:user:3:lock x")
                .with("SET session:v1:user:3 x")
                .walk(UP, DOWN));
    }

    @Test
    void keys_that_the_mapping_does_not_speak_of_are_told_as_without_it() {
        CellReport report = redis().walk(UP, down(MOVE) + "redis.call('DEL', 'cache:tool:3')");
        assertThat(report.findings()).as(() -> text(report)).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(Rule.ROLLBACK_LOSES_DATA);
            assertThat(finding.evidence()).anyMatch(line -> line.contains("cache:tool:{id}"));
        });
    }

    @Test
    void an_attribute_of_a_stream_is_named() {
        RedisWalks streams = redis().asGiven()
                .with("XADD events:1 1-1 a b")
                .with("XGROUP CREATE events:1 readers 0")
                .with("XADD events:2 1-1 a b")
                .with("XGROUP CREATE events:2 readers 0")
                .declaring("events:{id} -> log:{id}");
        String move = """
                -- stairway: keys %1$s:*
                for _, key in ipairs(KEYS) do
                  redis.call('RENAME', key, '%2$s:' .. string.match(key, '%%d+$'))
                end
                """;
        CellReport report = streams.walk(
                move.formatted("events", "log") + "redis.call('XGROUP', 'DESTROY', 'log:2', 'readers')",
                move.formatted("log", "events"));
        tells(report, Rule.MAPPING_CHANGES_VALUE, "events:2 -> log:2: another groups");
    }

    @Test
    void a_rename_that_is_not_the_declared_one_is_told_for_every_key() {
        CellReport report =
                redis().asGiven().walk(UP.replace("session:v2:user:'", "session:v3:user:'"), DOWN.replace("v2", "v3"));
        assertThat(report.findings())
                .as(() -> text(report))
                .extracting(Finding::rule)
                .contains(Rule.MAPPING_LOSES_KEYS);
        assertThat(report.findings())
                .filteredOn(finding -> finding.rule() == Rule.MAPPING_LOSES_KEYS)
                .first()
                .satisfies(finding -> assertThat(finding.evidence()).hasSize(10));
    }

    @Test
    void the_same_defects_are_told_as_rows_where_nothing_is_declared() {
        CellReport report =
                redis().declaring("").walk(UP, down(forKey("session:v2:user:3", "redis.call('PERSIST', key)") + MOVE));
        assertThat(report.findings())
                .as(() -> text(report))
                .extracting(Finding::rule)
                .containsOnly(Rule.ROLLBACK_LOSES_DATA);
    }

    @Test
    void a_key_that_takes_the_name_of_another_moved_key_is_silent() {
        String declarations = "step:a:{id} -> step:b:{id}\n-- stairway: map step:b:{id} -> step:c:{id}";
        String move = """
                -- stairway: keys step:start
                for id = 1, 3 do
                  redis.call('RENAME', 'step:%s:' .. id, 'step:%s:' .. id)
                  redis.call('RENAME', 'step:%s:' .. id, 'step:%s:' .. id)
                end
                """;
        RedisWalks steps = redis().asGiven().declaring(declarations).with("SET step:start 1");
        for (int id = 1; id <= 3; id++) {
            steps.with("SET step:a:" + id + " a" + id).with("SET step:b:" + id + " b" + id);
        }
        silent(steps.walk(move.formatted("b", "c", "a", "b"), move.formatted("b", "a", "c", "b")));
    }

    @Test
    void two_ways_to_write_the_same_prefix_are_told_apart() {
        silent(redis().asGiven()
                .declaring("session:user:{id} -> session:user:v2-{id}")
                .walk(UP.replace("'session:v2:user:'", "'session:user:v2-'"), """
                        -- stairway: keys session:user:v2-*
                        for _, key in ipairs(KEYS) do
                          local id = string.match(key, '^session:user:v2%-(%d+)$')
                          if id and redis.call('EXISTS', key) == 1 then
                            redis.call('RENAMENX', key, 'session:user:' .. id)
                          end
                        end
                        """));
    }
}
