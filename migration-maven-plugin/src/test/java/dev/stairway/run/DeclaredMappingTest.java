package dev.stairway.run;

import static dev.stairway.run.RedisWalks.MOVE;
import static dev.stairway.run.RedisWalks.down;
import static dev.stairway.run.RedisWalks.up;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.redis.RedisReleases;
import dev.stairway.finding.Finding;
import dev.stairway.finding.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;

/** A mapping that a migration declares is checked key by key, and each defect is told once, with the key. */
@ParameterizedClass
@RedisReleases
class DeclaredMappingTest extends DeclaredMappingWalks {

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
                .as(() -> RedisWalks.text(report))
                .filteredOn(finding -> finding.rule() == Rule.MAPPING_MERGES_KEYS)
                .singleElement()
                .satisfies(finding -> assertThat(finding.evidence())
                        .containsExactly("session:eu:login:1 and session:us:login:1 both become session:login:1"));
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
    void a_rename_that_is_not_the_declared_one_is_told_for_every_key() {
        CellReport report =
                redis().asGiven().walk(UP.replace("session:v2:user:'", "session:v3:user:'"), DOWN.replace("v2", "v3"));
        assertThat(report.findings())
                .as(() -> RedisWalks.text(report))
                .extracting(Finding::rule)
                .contains(Rule.MAPPING_LOSES_KEYS);
        assertThat(report.findings())
                .filteredOn(finding -> finding.rule() == Rule.MAPPING_LOSES_KEYS)
                .first()
                .satisfies(finding -> assertThat(finding.evidence()).hasSize(10));
    }
}
