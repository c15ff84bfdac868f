package dev.stairway.run;

import static dev.stairway.run.RedisWalks.MOVE;
import static dev.stairway.run.RedisWalks.down;
import static dev.stairway.run.RedisWalks.up;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.redis.RedisReleases;
import dev.stairway.finding.Rule;
import dev.stairway.finding.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;

/** What a declared mapping says of values, types and life times is checked key by key. */
@ParameterizedClass
@RedisReleases
class DeclaredValuesTest extends DeclaredMappingWalks {

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
    void a_value_that_down_changes_is_named() {
        CellReport report =
                redis().walk(UP, down(forKey("session:v2:user:3", "redis.call('APPEND', key, 'x')") + MOVE));
        tells(report, Rule.MAPPING_CHANGES_VALUE, "session:user:3: another value");
        assertThat(report.steps().get(0).verdict()).isEqualTo(Verdict.REVERSIBLE_WITH_DATA_LOSS);
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
}
