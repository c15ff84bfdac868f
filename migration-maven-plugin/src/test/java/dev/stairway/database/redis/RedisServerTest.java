package dev.stairway.database.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.database.Checkpoint;
import dev.stairway.database.DatabaseServer;
import dev.stairway.database.TestServers;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@RedisReleases
class RedisServerTest {

    private static final String LIBRARY = "#!lua name=%s\nredis.register_function('%s', function() return %s end)";

    @Parameter
    String release;

    private DatabaseServer server;

    @BeforeEach
    void start() {
        server = TestServers.redis(release);
    }

    @Test
    void it_says_what_it_is() {
        assertThat(server.id().key()).isEqualTo("redis-" + release + "-embedded");
        assertThat(server.serverVersion()).startsWith(release + ".");
        assertThat(server.driverVersion()).isEqualTo("RESP client of this plugin");
    }

    @Test
    void two_databases_side_by_side_do_not_see_each_other() {
        try (RedisDatabase one = (RedisDatabase) server.fresh("same");
                RedisDatabase other = (RedisDatabase) server.fresh("same");
                RedisConnection left = one.connect();
                RedisConnection right = other.connect()) {
            left.call("SET", "k", "left");
            left.call("CONFIG", "SET", "maxmemory-policy", "allkeys-lru");
            left.call("ACL", "SETUSER", "somebody", "on");
            right.call("SELECT", "7");
            right.call("SET", "elsewhere", "right");
            right.call("FLUSHALL");
            assertThat(RedisText.of(left.call("GET", "k"))).isEqualTo("left");
            assertThat(RedisText.of(right.call("CONFIG", "GET", "maxmemory-policy")))
                    .contains("noeviction");
            assertThat(RedisText.of(right.call("ACL", "USERS"))).doesNotContain("somebody");
        }
    }

    @Test
    void functions_belong_to_one_database_and_to_its_checkpoints() {
        if (release.equals("6.2")) {
            try (RedisDatabase one = (RedisDatabase) server.fresh("one");
                    RedisConnection left = one.connect()) {
                assertThatThrownBy(() -> left.call("FUNCTION", "LIST")).hasMessageContaining("unknown command");
            }
            return;
        }
        try (RedisDatabase one = (RedisDatabase) server.fresh("one");
                RedisDatabase other = (RedisDatabase) server.fresh("other");
                RedisConnection left = one.connect();
                RedisConnection right = other.connect()) {
            left.call("FUNCTION", "LOAD", LIBRARY.formatted("library", "f", "1"));
            right.call("FUNCTION", "LOAD", LIBRARY.formatted("library", "f", "2"));
            try (Checkpoint checkpoint = one.checkpoint()) {
                left.call("FUNCTION", "LOAD", "REPLACE", LIBRARY.formatted("library", "f", "3"));
                left.call("FUNCTION", "LOAD", LIBRARY.formatted("invented", "g", "4"));
                one.restore(checkpoint);
                assertThat(left.call("FCALL", "f", "0")).isEqualTo(1L);
                assertThat(RedisText.of(left.call("FUNCTION", "LIST"))).doesNotContain("invented");
                left.call("FUNCTION", "FLUSH");
                one.restore(checkpoint);
                assertThat(left.call("FCALL", "f", "0")).isEqualTo(1L);
            }
            assertThat(right.call("FCALL", "f", "0")).isEqualTo(2L);
        }
    }

    @Test
    void a_database_starts_empty_although_another_was_full() {
        try (RedisDatabase full = (RedisDatabase) server.fresh("full");
                RedisConnection redis = full.connect()) {
            redis.call("SET", "k", "v");
        }
        try (RedisDatabase fresh = (RedisDatabase) server.fresh("fresh");
                RedisConnection redis = fresh.connect()) {
            assertThat(redis.call("DBSIZE")).isEqualTo(0L);
            assertThat(fresh.number()).isZero();
        }
    }

    @Test
    void many_databases_are_made_at_once() {
        Set<Integer> ports =
                IntStream.range(0, 8).parallel().mapToObj(cell -> portOfFresh()).collect(Collectors.toSet());
        assertThat(ports).doesNotContain(0);
    }

    private int portOfFresh() {
        try (RedisDatabase database = (RedisDatabase) server.fresh("many");
                RedisConnection redis = database.connect()) {
            assertThat(redis.call("INCR", "n")).isEqualTo(1L);
            return database.endpoint().port();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHUTDOWN NOSAVE", "DEBUG SLEEP 0", "SAVE", "REPLICAOF NO ONE"})
    void what_would_take_the_server_out_of_our_hands_is_refused(String command) {
        try (RedisDatabase database = (RedisDatabase) server.fresh("refused");
                RedisConnection redis = database.connect()) {
            assertThatThrownBy(() -> redis.call(command.split(" ")))
                    .isInstanceOfSatisfying(
                            RedisErrorException.class,
                            e -> assertThat(e.error().code()).isEqualTo("NOPERM"));
            assertThat(redis.call("PING")).isEqualTo("PONG");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"KEYS *", "FLUSHALL", "FLUSHDB", "SWAPDB 0 1", "SELECT 3", "CLIENT LIST", "SCRIPT FLUSH"})
    void what_a_migration_may_do_in_production_is_allowed(String command) {
        try (RedisDatabase database = (RedisDatabase) server.fresh("allowed");
                RedisConnection redis = database.connect()) {
            redis.call(command.split(" "));
            assertThat(redis.call("PING")).isEqualTo("PONG");
        }
    }
}
