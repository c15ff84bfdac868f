package dev.stairway.database.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.Checkpoint;
import dev.stairway.database.DatabaseServer;
import dev.stairway.database.redis.RedisConnection;
import dev.stairway.database.redis.RedisDatabase;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RedisContainerTest {

    private static DatabaseServer server;

    @BeforeAll
    static void start() {
        server = Containers.start("redis", "7");
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
            assertThat(Containers.left()).isEmpty();
        }
    }

    @Test
    void it_says_what_it_is() {
        assertThat(server.id().product()).isEqualTo("redis");
        assertThat(server.id().provider()).isEqualTo("container");
        assertThat(server.serverVersion())
                .startsWith("7.")
                .startsWith(server.id().version());
    }

    @Test
    void a_database_goes_back_to_any_of_its_checkpoints() {
        try (RedisDatabase database = (RedisDatabase) server.fresh("checkpoints");
                RedisConnection connection = database.connect()) {
            connection.call("SET", "a", "1");
            try (Checkpoint one = database.checkpoint()) {
                connection.call("SET", "a", "2");
                connection.call("HSET", "b", "f", "v");
                try (Checkpoint two = database.checkpoint()) {
                    connection.call("FLUSHALL");
                    database.restore(one);
                    assertThat(text(connection, "a")).isEqualTo("1");
                    assertThat(connection.call("DBSIZE")).isEqualTo(1L);
                    database.restore(two);
                    assertThat(text(connection, "a")).isEqualTo("2");
                    database.restore(one);
                    assertThat(text(connection, "a")).isEqualTo("1");
                }
            }
        }
    }

    @Test
    void the_next_database_knows_nothing_of_the_one_before() {
        try (RedisDatabase first = (RedisDatabase) server.fresh("one");
                RedisConnection connection = first.connect()) {
            connection.call("SET", "a", "1");
            connection.call("CONFIG", "SET", "maxmemory-policy", "allkeys-lru");
            connection.call("ACL", "SETUSER", "somebody", "on");
        }
        try (RedisDatabase next = (RedisDatabase) server.fresh("two");
                RedisConnection connection = next.connect()) {
            assertThat(connection.call("DBSIZE")).isEqualTo(0L);
            assertThat(connection.call("INFO", "memory"))
                    .asInstanceOf(InstanceOfAssertFactories.BYTE_ARRAY)
                    .asString(StandardCharsets.UTF_8)
                    .contains("maxmemory_policy:noeviction");
            assertThat(connection.call("ACL", "GETUSER", "somebody")).isNull();
        }
    }

    @Test
    void a_server_that_a_script_keeps_busy_for_ever_is_started_anew_at_the_same_place() throws InterruptedException {
        try (RedisDatabase database = (RedisDatabase) server.fresh("busy")) {
            String place = database.endpoint().toString();
            try (RedisConnection connection = database.connect()) {
                connection.call("SET", "a", "1");
            }
            try (Checkpoint checkpoint = database.checkpoint();
                    RedisConnection busy = database.connect()) {
                busy.send(RedisConnection.bytes("EVAL", "redis.call('SET','a','2') while true do end", "0"));
                busy.flush();
                awaitBusy(database);
                database.restore(checkpoint);
            }
            assertThat(database.endpoint()).hasToString(place);
            try (RedisConnection connection = database.connect()) {
                assertThat(text(connection, "a")).isEqualTo("1");
            }
        }
    }

    private static void awaitBusy(RedisDatabase database) throws InterruptedException {
        CountDownLatch tick = new CountDownLatch(1);
        for (int i = 0; i < 200; i++) {
            try (RedisConnection asking = database.connect()) {
                asking.call("PING");
            } catch (RuntimeException busy) {
                return;
            }
            assertThat(tick.await(10, TimeUnit.MILLISECONDS)).isFalse();
        }
        throw new AssertionError("The script does not keep the server busy");
    }

    private static String text(RedisConnection connection, String key) {
        return new String((byte[]) connection.call("GET", key), StandardCharsets.UTF_8);
    }
}
