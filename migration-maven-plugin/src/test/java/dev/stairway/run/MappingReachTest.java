package dev.stairway.run;

import static dev.stairway.run.RedisWalks.MOVE;
import static dev.stairway.run.RedisWalks.down;
import static dev.stairway.run.RedisWalks.up;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.redis.RedisReleases;
import dev.stairway.engine.Position;
import dev.stairway.finding.Finding;
import dev.stairway.finding.Rule;
import dev.stairway.finding.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;

/** What a declared mapping speaks of, and what it does not; keys that come later, and where to look. */
@ParameterizedClass
@RedisReleases
class MappingReachTest extends DeclaredMappingWalks {

    @Test
    void what_the_new_release_wrote_and_down_loses_is_named() {
        String lost = "if string.len(id) > 8 then redis.call('DEL', key) else " + MOVE + " end";
        CellReport report = redis().walk(UP, down(lost));
        assertThat(report.findings())
                .as(() -> RedisWalks.text(report))
                .filteredOn(finding -> finding.rule() == Rule.MAPPING_LOSES_KEYS)
                .singleElement()
                .satisfies(finding -> assertThat(finding.evidence())
                        .anyMatch(line -> line.startsWith("session:v2:user:500000000, which the new release wrote")));
        assertThat(report.steps().get(0).verdict()).isEqualTo(Verdict.REVERSIBLE_WITH_DATA_LOSS);
    }

    @Test
    void what_the_new_release_wrote_and_down_changes_is_named() {
        CellReport report = redis().walk(UP, down("if string.len(id) > 8 then redis.call('PERSIST', key) end " + MOVE));
        assertThat(report.findings())
                .as(() -> RedisWalks.text(report))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo(Rule.MAPPING_CHANGES_EXPIRY);
                    assertThat(finding.evidence())
                            .anyMatch(line ->
                                    line.startsWith("session:v2:user:500000000 -> session:user:500000000: expiry was"));
                });
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
        assertThat(report.findings())
                .as(() -> RedisWalks.text(report))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo(Rule.ROLLBACK_LOSES_DATA);
                    assertThat(finding.evidence()).anyMatch(line -> line.contains("cache:tool:{id}"));
                });
    }

    @Test
    void the_same_defects_are_told_as_rows_where_nothing_is_declared() {
        CellReport report =
                redis().declaring("").walk(UP, down(forKey("session:v2:user:3", "redis.call('PERSIST', key)") + MOVE));
        assertThat(report.findings())
                .as(() -> RedisWalks.text(report))
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

    @Test
    void a_finding_leads_to_the_half_that_it_is_about() {
        String lost = "if id == '3' then redis.call('DEL', key) else " + MOVE + " end";

        assertThat(redis().walk(up(lost), DOWN).findings())
                .extracting(finding -> finding.position().file())
                .containsExactly("redis/V1__sessions.up.lua");
        assertThat(redis().walk(UP, down(lost)).findings())
                .extracting(finding -> finding.position().file())
                .containsExactly("redis/V1__sessions.down.lua");
    }

    @Test
    void a_rollback_that_stops_leads_to_its_line() {
        CellReport report = redis().walk(UP, down("redis.call('LPUSH', key, 'x')"));

        assertThat(report.findings()).as(() -> RedisWalks.text(report)).first().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(Rule.ROLLBACK_FAILS);
            assertThat(finding.position()).isEqualTo(new Position("redis/V1__sessions.down.lua", 6));
        });
    }
}
