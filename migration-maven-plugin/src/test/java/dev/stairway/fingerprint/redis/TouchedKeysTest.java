package dev.stairway.fingerprint.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.Checkpoint;
import dev.stairway.database.redis.RedisReleases;
import dev.stairway.database.redis.RedisSession;
import dev.stairway.fingerprint.Difference;
import dev.stairway.fingerprint.RowChange;
import dev.stairway.fingerprint.RowChanges;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;

/** The quick reading finds what any writer did, however it wrote. */
@ParameterizedClass
@RedisReleases
class TouchedKeysTest {

    @Parameter
    String release;

    private WatchedRedis redis;

    @BeforeEach
    void open() {
        redis = WatchedRedis.on(release);
        redis.step("MSET a:1 1 a:2 2 a:3 3", "RPUSH l:1 b a c", "SADD s:1 x", "ZADD z:1 1 a", "XADD x:1 1-1 f v");
    }

    @AfterEach
    void close() {
        redis.close();
    }

    @Test
    void writes_of_a_script_are_seen() {
        Difference difference = redis.step("EVAL redis.call('SET','a:9',1);redis.call('DEL','a:1') 0");
        assertThat(redis.keys(difference)).containsExactly("a:1 lost", "a:9 added");
        complete();
    }

    @Test
    void every_written_key_is_counted_once_also_one_that_is_as_before() {
        redis.step("SET a:1 2", "SET a:1 3", "SET a:2 2", "RENAME a:3 a:4");
        assertThat(redis.fingerprinter.touched()).hasValue(4);
        redis.step("GET a:1", "DEL gone");
        assertThat(redis.fingerprinter.touched()).hasValue(0);
    }

    @Test
    void the_keys_of_the_engine_are_not_counted() {
        redis.step("SET " + WatchedRedis.RESERVED + "history 1", "SET a:1 2");
        assertThat(redis.fingerprinter.touched()).hasValue(1);
    }

    @Test
    void after_a_flush_the_number_of_keys_is_unknown_and_not_zero() {
        redis.step("SET a:1 2", "FLUSHDB");
        assertThat(redis.fingerprinter.touched()).isEmpty();
    }

    @Test
    void writes_of_a_function_and_the_function_itself_are_seen() {
        if (release.equals("6.2")) {
            assertThat(redis.fingerprinter.groupKeys()).noneMatch(key -> key.startsWith("function"));
            return;
        }
        redis.client.call("FUNCTION", "LOAD", library("1"));
        Difference loaded = redis.step("FCALL f 0");
        assertThat(redis.keys(loaded)).containsExactly("a:8 added");
        assertThat(WatchedRedis.attributes(loaded)).contains("function library lib: added", "function f of lib: added");
        assertThat(redis.step("PING").isEmpty()).isTrue();

        redis.client.call("FUNCTION", "LOAD", "REPLACE", library("2"));
        assertThat(WatchedRedis.attributes(redis.step("PING")))
                .singleElement()
                .asString()
                .startsWith("function library lib: code was");
        redis.client.call("FUNCTION", "DELETE", "lib");
        assertThat(WatchedRedis.attributes(redis.step("PING")))
                .containsExactly("function library lib: removed", "function f of lib: removed");
        complete();
    }

    private static String library(String value) {
        return "#!lua name=lib\nredis.register_function('f', function() return redis.call('SET','a:8'," + value
                + ") end)";
    }

    @Test
    void both_names_of_a_rename_and_all_forms_of_store_are_seen() {
        Difference difference = redis.step(
                "RENAME a:1 b:1",
                "COPY a:2 a:7",
                "MOVE a:3 1",
                "SORT l:1 ALPHA STORE l:2",
                "SUNIONSTORE s:2 s:1",
                "ZRANGESTORE z:2 z:1 0 -1",
                "LMOVE l:1 l:3 LEFT LEFT",
                "BITOP NOT n:1 a:2");
        assertThat(redis.keys(difference))
                .containsExactly(
                        "a:1 lost",
                        "a:3 lost",
                        "a:7 added",
                        "b:1 added",
                        "l:1 value",
                        "l:2 added",
                        "l:3 added",
                        "n:1 added",
                        "s:2 added",
                        "z:2 added");
        complete();
    }

    @Test
    void a_transaction_is_seen() {
        assertThat(redis.keys(redis.step("MULTI", "SET a:1 x", "DEL a:2", "EXEC")))
                .containsExactly("a:1 value", "a:2 lost");
        complete();
    }

    @Test
    void a_key_that_the_step_lets_die_at_once_is_lost() {
        assertThat(redis.keys(redis.step("PEXPIRE a:1 1", "BLPOP nothing 0.03", "GET a:1")))
                .containsExactly("a:1 lost");
    }

    @Test
    void a_key_whose_time_has_come_is_not_lost() {
        redis.step("PSETEX a:4 40 x");
        Difference later = redis.step("BLPOP nothing 0.08", "GET a:4");
        assertThat(later.isEmpty()).isTrue();
        assertThat(redis.readAll().isEmpty()).isTrue();
        assertThat(redis.fingerprinter.tables().get("a:{id}").rows()).isEqualTo(4);
    }

    @Test
    void a_flush_is_followed_by_a_whole_reading() {
        Difference difference = redis.step("FLUSHDB", "SET a:1 1");
        assertThat(redis.keys(difference)).hasSize(6).allMatch(key -> key.endsWith(" lost"));
        assertThat(redis.fingerprinter.tables()).containsOnlyKeys("a:{id}");
        complete();
    }

    @Test
    void a_restored_checkpoint_is_read_whole() {
        redis.client.call("SET", "gone:1", "x");
        redis.step("PING");
        try (Checkpoint checkpoint = redis.database.checkpoint()) {
            redis.step("DEL a:1", "SET a:2 changed", "SET new:1 x");
            redis.database.restore(checkpoint);
            Difference back = redis.readAll();
            assertThat(redis.keys(back)).containsExactly("a:1 added", "a:2 value", "new:1 lost");
        }
        assertThat(redis.step("PING").isEmpty()).isTrue();
    }

    @Test
    void a_cut_listener_is_noticed() {
        String clients = StreamReading.text(redis.client.call("CLIENT", "LIST"));
        String listener = clients.lines()
                .filter(line -> line.contains(" flags=tB "))
                .findFirst()
                .orElseThrow();
        redis.client.call("CLIENT", "KILL", "ID", listener.substring("id=".length(), listener.indexOf(' ')));
        Difference difference = redis.step("SET a:1 x");
        assertThat(redis.keys(difference)).containsExactly("a:1 value");
        complete();
    }

    @Test
    void down_after_up_composes_to_nothing_key_by_key() {
        redis.step("PEXPIRE a:1 500000");
        Difference up = redis.step("RENAME a:1 v2:a:1", "RENAME a:2 v2:a:2");
        Difference down = redis.step("RENAME v2:a:1 a:1", "PEXPIRE a:1 500010", "RENAME v2:a:2 a:2");
        assertThat(WatchedRedis.attributes(up)).contains("key pattern v2:a:{id}: added");
        assertThat(up.then(down).isEmpty()).isTrue();
        assertThat(redis.fingerprinter.rowChanges(List.of(up)).byRow())
                .containsOnlyKeys("a:1", "a:2", "v2:a:1", "v2:a:2");
        assertThat(redis.fingerprinter.rowChanges(List.of(up, down)).isEmpty()).isTrue();
    }

    @Test
    void an_orphan_and_a_lost_life_time_are_named_key_by_key() {
        redis.step("PEXPIRE a:1 500000");
        Difference up = redis.step("RENAME a:1 v2:a:1", "SET v2:a:index 1");
        Difference down = redis.step("RENAME v2:a:1 a:1", "PERSIST a:1");
        List<String> left = redis.fingerprinter.rowChanges(List.of(up, down)).byRow().values().stream()
                .map(RowChange::sentence)
                .toList();
        assertThat(left).hasSize(2);
        assertThat(left.get(0)).startsWith("a:1: expiry was 2").endsWith(", is none");
        assertThat(left.get(1)).isEqualTo("v2:a:index: was not there before (string)");
    }

    @Test
    void where_too_many_keys_change_the_same_ones_are_known_of_each_reading() {
        String[] there = IntStream.rangeClosed(1, 40)
                .mapToObj(i -> "SET many:" + i + " x")
                .toArray(String[]::new);
        String[] up = IntStream.rangeClosed(1, 40)
                .mapToObj(i -> "RENAME many:" + i + " v2:many:" + i)
                .toArray(String[]::new);
        String[] down = IntStream.rangeClosed(1, 40)
                .mapToObj(i -> "RENAME v2:many:" + i + " many:" + i)
                .toArray(String[]::new);
        RedisFingerprintOptions few = new RedisFingerprintOptions(Duration.ofSeconds(1), List.of(), 9, false);
        try (WatchedRedis watched = WatchedRedis.on(release, few)) {
            watched.step(there);
            Difference applied = watched.step(up);
            watched.step("SET v2:many:1 other");
            Difference back = watched.step(down);
            RowChanges some = watched.fingerprinter.rowChanges(List.of(applied));
            assertThat(some.byRow()).hasSizeBetween(1, 9);
            assertThat(some.complete()).isFalse();
            assertThat(some.byRow().keySet()).allMatch(row -> RowChanges.chosen(row, some.thinned()));
            assertThat(watched.fingerprinter.rowChanges(List.of(applied, back)).byRow())
                    .doesNotContainKeys("many:2", "v2:many:2")
                    .hasSizeLessThanOrEqualTo(1);
        }
    }

    @Test
    void keys_of_a_pattern_are_named_and_no_others() {
        redis.step("SET a:7 x", "SET a:7:b x", "SET ab:7 x");
        assertThat(redis.fingerprinter.rowNames("a:{id}", 10)).contains("a:7").allMatch(key -> key.matches("a:\\w+"));
        assertThat(redis.fingerprinter.rowNames("a:{id}", 1)).hasSize(1);
        assertThat(redis.fingerprinter.rowNames("none:{id}", 10)).isEmpty();
    }

    @Test
    void an_undone_reading_leaves_no_trace() {
        String before = digests();
        Difference reading = redis.step("SET a:1 changed", "SET new:1 x");
        redis.run("SET a:1 1");
        redis.run("DEL new:1");
        redis.fingerprinter.undo(reading);
        assertThat(digests()).isEqualTo(before);
        assertThat(redis.step("PING").isEmpty()).isTrue();
        assertThat(digests()).isEqualTo(before);
    }

    @Test
    void rows_written_outside_a_watched_session_are_read() {
        redis.run("SET a:4 x");
        try (RedisSession session = redis.database.newSession()) {
            Difference added = redis.fingerprinter.readData(session, List.of("a:{id}"));
            assertThat(WatchedRedis.attributes(added)).contains("a:{id} rows");
        }
        complete();
    }

    private String digests() {
        return redis.fingerprinter.schemaDigest().hex()
                + redis.fingerprinter.dataDigest().hex();
    }

    private void complete() {
        String quick = digests();
        assertThat(WatchedRedis.attributes(redis.readAll())).isEmpty();
        assertThat(digests()).isEqualTo(quick);
    }
}
