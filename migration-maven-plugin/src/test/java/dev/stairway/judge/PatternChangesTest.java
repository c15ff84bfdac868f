package dev.stairway.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.redis.RedisReleases;
import dev.stairway.run.CellReport;
import dev.stairway.run.RedisWalks;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a migration did to key patterns is seen without a declaration. */
@ParameterizedClass
@RedisReleases
class PatternChangesTest {

    private static final String BACK = RedisWalks.down("redis.call('RENAMENX', key, to)");

    @Parameter
    String release;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "redis.call('RENAMENX', key, to) | 10 | 10 | 10 | string",
                "redis.call('SET', to, redis.call('GET', key), 'PX', redis.call('PTTL', key)) redis.call('DEL', key)"
                        + " | 10 | 10 | 10 | string",
                "redis.call('RENAMENX', key, to) redis.call('PERSIST', to) | 10 | 10 | 0 | string",
                "redis.call('APPEND', key, '!') redis.call('RENAMENX', key, to) | 10 | 0 | 10 | string",
                "local v, t = redis.call('GET', key), redis.call('PTTL', key) redis.call('HSET', to, 'json', v)"
                        + " redis.call('PEXPIRE', to, t) redis.call('DEL', key) | 10 | 0 | 10 | hash",
                "if id == '3' then redis.call('PERSIST', key) end redis.call('RENAMENX', key, to) | 10 | 10 | 9 | string"
            })
    void keys_that_moved_are_told_with_what_they_kept(
            String body, long keys, long sameValue, long sameExpiry, String type) {
        assertThat(changes(body)).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo(PatternChange.Kind.MOVED);
            assertThat(change.before()).isEqualTo("session:user:{id}");
            assertThat(change.after()).isEqualTo("session:v2:user:{id}");
            assertThat(change.keys()).isEqualTo(keys);
            assertThat(change.sameValue()).isEqualTo(sameValue);
            assertThat(change.sameExpiry()).isEqualTo(sameExpiry);
            assertThat(change.typesBefore()).containsExactly("string");
            assertThat(change.typesAfter()).containsExactly(type);
            assertThat(change.exact()).isTrue();
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "redis.call('COPY', key, to) | '' | session:v2:user:{id} | ADDED | 10",
                "redis.call('DEL', key) | session:user:{id} | '' | REMOVED | 10",
                "if id == '3' then redis.call('DEL', key) end | session:user:{id} | '' | REMOVED | 1",
                "redis.call('PERSIST', key) | session:user:{id} | session:user:{id} | CHANGED | 10",
                "redis.call('RENAMENX', key, 'session:all:' .. id) | session:user:{id} | session:all:{id} | MOVED | 10",
                "redis.call('RENAMENX', key, '{' .. id .. '}:user') | session:user:{id} | {{id}}:user | MOVED | 10"
            })
    void keys_that_came_or_went_or_changed_in_their_place_are_told_as_such(
            String body, String before, String after, PatternChange.Kind kind, long keys) {
        assertThat(changes(body)).singleElement().satisfies(change -> {
            assertThat(change.before()).isEqualTo(before);
            assertThat(change.after()).isEqualTo(after);
            assertThat(change.kind()).isEqualTo(kind);
            assertThat(change.keys()).isEqualTo(keys);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"redis.call('GET', key)", "redis.call('SET', key, redis.call('GET', key), 'KEEPTTL')"})
    void what_leaves_every_key_as_it_was_changes_no_pattern(String body) {
        assertThat(changes(body)).isEmpty();
    }

    private List<PatternChange> changes(String body) {
        CellReport report =
                RedisWalks.on(folder, release).asGiven().declaring("").walk(RedisWalks.up(body), BACK);
        assertThat(report.notRun()).isEmpty();
        return report.steps().get(0).patterns();
    }
}
