package dev.stairway.data.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.data.FillReport;
import dev.stairway.database.redis.RedisSession;
import dev.stairway.fingerprint.redis.RedisFingerprinter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RedisFillerTest extends FreshRedis {

    private static final Set<String> RESERVED = Set.of("stairway:");

    RedisFillerTest() {
        super("7.0");
    }

    @Test
    void every_pattern_with_a_varying_part_gets_its_rows_and_a_single_key_stays_alone() {
        redis.call("SET", "session:user:1", "{\"user\":1,\"mail\":\"ann@example.org\"}", "EX", "5000");
        redis.call("SET", "session:user:2", "{\"user\":2,\"mail\":\"bob@example.org\"}", "EX", "6000");
        redis.call("HSET", "profile:1", "name", "ann", "status", "active", "since", "1700000000");
        redis.call("HSET", "profile:2", "name", "bob", "status", "active", "since", "1600000000");
        redis.call("RPUSH", "queue:9", "a", "b", "a");
        redis.call("ZADD", "rank:5", "1.5", "x");
        redis.call("SADD", "tags:5", "x");
        redis.call("XADD", "log:5", "1-1", "f", "v");
        redis.call("XGROUP", "CREATE", "log:5", "g", "0");
        redis.call("SET", "config:mode", "on");
        try (RedisFiller filler = RedisFiller.open(database, 3, RedisData.NONE)) {
            FillReport report = filler.fill(30, RESERVED);
            assertThat(report.inserted())
                    .containsEntry("session:user:{id}", 28)
                    .containsEntry("profile:{id}", 28)
                    .containsEntry("log:{id}", 29)
                    .doesNotContainKey("config:mode");
            assertThat(report.unfilled()).isEmpty();
            assertThat(keys("queue:*")).hasSize(30);
            assertThat(filler.fill(30, RESERVED).inserted()).isEmpty();
        }
        assertThat(keys("session:user:*")).allSatisfy(key -> {
            assertThat((Long) redis.call("TTL", key)).isBetween(4900L, 6000L);
            assertThat(text(redis.call("GET", key))).contains("\"user\":" + key.substring("session:user:".length()));
        });
        assertThat(values("GET", keys("session:user:*"))).doesNotHaveDuplicates();
        assertThat(keys("profile:*")).allSatisfy(key -> {
            assertThat(text(redis.call("HGET", key, "status"))).isEqualTo("active");
            assertThat((Long) redis.call("TTL", key)).isEqualTo(-1);
        });
        List<String> names = new ArrayList<>();
        keys("profile:*").forEach(key -> names.add(text(redis.call("HGET", key, "name"))));
        assertThat(names).doesNotHaveDuplicates();
        assertThat(keys("log:*"))
                .allSatisfy(key ->
                        assertThat((List<?>) redis.call("XINFO", "GROUPS", key)).hasSize(1));
    }

    @Test
    void new_rows_of_a_step_share_their_identifiers_among_the_patterns() {
        redis.call("SET", "user:1", "x");
        redis.call("SET", "index:user:1", "1");
        redis.call("SET", "other:1", "1");
        try (RedisFiller filler = RedisFiller.open(database, 3, RedisData.NONE)) {
            filler.fill(3, RESERVED);
            FillReport report = filler.write(Set.of("user:{id}", "index:user:{id}", "gone:{id}"), 4, RESERVED);
            assertThat(report.inserted()).containsOnlyKeys("user:{id}", "index:user:{id}");
            filler.write(Set.of("user:{id}"), 2, RESERVED);
        }
        Set<String> users = ids("user:*");
        assertThat(users).hasSize(9);
        assertThat(users).containsAll(ids("index:user:*"));
        assertThat(ids("index:user:*")).hasSize(7);
        assertThat(keys("other:*")).hasSize(3);
    }

    @Test
    void the_same_seed_and_calls_give_the_same_keys_and_values() {
        assertThat(digest(1)).isEqualTo(digest(1));
        assertThat(digest(1)).isNotEqualTo(digest(2));
    }

    private String digest(long seed) {
        redis.call("FLUSHALL");
        RedisData data = new RedisData(
                List.of(),
                List.of(
                        new KeySpec("s:{uuid}:{id}", "string", 30, Duration.ZERO, Duration.ZERO, 1),
                        new KeySpec("h:{name}", "hash", 3, Duration.ZERO, Duration.ZERO, 1),
                        new KeySpec("z:{hex}", "zset", 3, Duration.ZERO, Duration.ZERO, 1),
                        new KeySpec("x:{id}", "stream", 3, Duration.ZERO, Duration.ZERO, 1)));
        try (RedisFiller filler = RedisFiller.open(database, seed, data);
                RedisFingerprinter fingerprinter = RedisFingerprinter.open(database, RESERVED);
                RedisSession session = database.newSession()) {
            filler.fill(80, RESERVED);
            filler.write(Set.of("s:{id}:{id}", "x:{id}"), 3, RESERVED);
            fingerprinter.readAll(session);
            assertThat(fingerprinter.tables()).containsOnlyKeys("h:{name}", "s:{id}:{id}", "x:{id}", "z:{id}");
            assertThat(fingerprinter.tables().get("s:{id}:{id}").rows()).isEqualTo(83);
            return fingerprinter.dataDigest().hex();
        }
    }

    @Test
    void fixtures_are_loaded_once_per_state_of_the_database() throws Exception {
        Path json = file("keys.json", "[{\"key\":\"session:user:1\",\"value\":\"x\",\"ttl\":500}]");
        RedisData data = new RedisData(List.of(json), List.of());
        try (RedisFiller filler = RedisFiller.open(database, 3, data)) {
            try (var empty = database.checkpoint()) {
                filler.fill(1, RESERVED);
                redis.call("RENAME", "session:user:1", "v2:1");
                filler.forgetAll();
                filler.fill(1, RESERVED);
                assertThat(keys("*")).containsExactly("stairway:fixtures", "v2:1");
                database.restore(empty);
                filler.forgetAll();
                filler.fill(1, RESERVED);
                assertThat(keys("*")).containsExactly("session:user:1", "stairway:fixtures");
            }
        }
    }

    @Test
    void nothing_is_loaded_for_the_empty_scenario() throws Exception {
        RedisData data = new RedisData(List.of(file("keys.redis", "SET a 1\n")), List.of());
        try (RedisFiller filler = RedisFiller.open(database, 3, data)) {
            filler.fill(0, RESERVED);
        }
        assertThat(keys("*")).isEmpty();
    }

    @Test
    void the_generator_makes_the_mix_it_is_told_and_life_times_within_their_bounds() {
        assertThat(new KeyGenerator(KeySpec.TYPICAL, 1).load(database, 0, 2000)).isEqualTo(2000);
        assertThat(redis.call("DBSIZE")).isEqualTo(2000L);
        assertThat(keys("session:user:*")).hasSize(600);
        assertThat(keys("log:order:*")).hasSize(20);
        assertThat(keys("session:user:*"))
                .allSatisfy(key -> assertThat((Long) redis.call("TTL", key)).isBetween(1700L, 86400L));
        assertThat(redis.call("TYPE", keys("rank:game:*").iterator().next())).isEqualTo("zset");
    }

    private Set<String> keys(String glob) {
        Set<String> keys = new TreeSet<>();
        ((List<?>) redis.call("KEYS", glob)).forEach(key -> keys.add(text(key)));
        return keys;
    }

    private Set<String> ids(String glob) {
        Set<String> ids = new HashSet<>();
        keys(glob).forEach(key -> ids.add(key.substring(key.lastIndexOf(':') + 1)));
        return ids;
    }

    private List<String> values(String command, Set<String> keys) {
        return keys.stream().map(key -> text(redis.call(command, key))).toList();
    }
}
