package dev.stairway.database.redis;

import static dev.stairway.database.redis.RedisConnection.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.stairway.database.Checkpoint;
import dev.stairway.database.DatabaseServer;
import dev.stairway.database.Profile;
import dev.stairway.database.TestServers;
import dev.stairway.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;

@ParameterizedClass
@RedisReleases
class RedisCheckpointTest {

    @Parameter
    String release;

    @TempDir
    Path directory;

    private DatabaseServer server;
    private RedisDatabase database;
    private RedisConnection redis;

    @BeforeEach
    void fill() {
        server = TestServers.redis(release);
        database = (RedisDatabase) server.fresh("checkpoint");
        redis = database.connect();
        redis.call("SET", "string", "a\0b");
        redis.call("SET", "expires", "x", "PX", "86400123");
        redis.call("SETBIT", "bits", "1000", "1");
        redis.call("PFADD", "hyperloglog", "a", "b");
        redis.call("HSET", "hash", "field", "value");
        redis.call("RPUSH", "list", "b", "a", "b");
        redis.call("SADD", "set", "a", "b");
        redis.call("SADD", "numbers", "1", "2");
        redis.call("ZADD", "sorted", "1.5", "a", "-inf", "b", "0.1", "c");
        redis.call("GEOADD", "geo", "13.361389", "38.115556", "Palermo");
        redis.call("XADD", "stream", "5-1", "f", "v");
        redis.call("XADD", "stream", "6-1", "f", "w");
        redis.call("XADD", "stream", "7-1", "f", "w");
        redis.call("XDEL", "stream", "7-1");
        redis.call("XGROUP", "CREATE", "stream", "group", "0");
        redis.call("XREADGROUP", "GROUP", "group", "reader", "COUNT", "1", "STREAMS", "stream", ">");
        redis.call("EXPIRE", "hash", "5000");
    }

    @AfterEach
    void close() {
        redis.close();
        database.close();
    }

    @Test
    void every_type_and_every_expiry_comes_back_exactly() {
        Map<String, String> before = state();
        assertThat(before).hasSize(11);
        try (Checkpoint checkpoint = database.checkpoint()) {
            assertThat(state()).isEqualTo(before);
            redis.call("DEL", "set", "stream");
            redis.call("SET", "list", "another type");
            redis.call("PEXPIRE", "expires", "1000000");
            redis.call("PERSIST", "hash");
            redis.call("SET", "invented", "x");
            assertThat(state()).isNotEqualTo(before);

            database.restore(checkpoint);
            assertThat(state()).isEqualTo(before);
        }
    }

    @Test
    void a_checkpoint_can_be_restored_again_and_among_others() {
        Checkpoint one = database.checkpoint();
        Map<String, String> first = state();
        redis.call("SET", "second", "x");
        Map<String, String> second = state();
        Checkpoint two = database.checkpoint();

        redis.call("FLUSHALL");
        database.restore(one);
        assertThat(state()).isEqualTo(first);
        database.restore(two);
        assertThat(state()).isEqualTo(second);
        database.restore(one);
        redis.call("SET", "third", "x");
        database.restore(one);
        assertThat(state()).isEqualTo(first);
        one.close();
        two.close();
    }

    @Test
    void a_checkpoint_of_nothing_brings_nothing_back() {
        redis.call("FLUSHALL");
        try (Checkpoint empty = database.checkpoint()) {
            redis.call("SET", "k", "v");
            database.restore(empty);
            assertThat(redis.call("DBSIZE")).isEqualTo(0L);
        }
    }

    @Test
    void a_server_kept_busy_for_ever_is_restored_at_the_same_address() {
        Map<String, String> before = state();
        RedisEndpoint address = database.endpoint();
        try (Checkpoint checkpoint = database.checkpoint()) {
            redis.call("CONFIG", "SET", "lua-time-limit", "10");
            redis.send(bytes("EVAL", "redis.call('SET','k','v'); while true do end", "0"));
            redis.flush();
            assertThat(awaitBusy()).isEqualTo("UNKILLABLE");
            assertThatThrownBy(database::newSession)
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("accepts no commands")
                    .hasMessageContaining("BUSY");
            database.restore(checkpoint);
            redis = database.connect();
            assertThat(state()).isEqualTo(before);
            assertThat(database.endpoint().port()).isEqualTo(address.port());
            assertThat(database.endpoint().password()).isEqualTo(address.password());
        }
    }

    @Test
    void a_server_that_was_killed_is_restored_at_the_same_address() {
        Map<String, String> before = state();
        try (Checkpoint checkpoint = database.checkpoint()) {
            kill();
            assertThatThrownBy(() -> redis.call("BLPOP", "nothing", "0"))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("The connection to Redis was lost")
                    .hasMessageContaining(database.endpoint().toString());
            assertThatThrownBy(database::connect).isInstanceOf(ProblemException.class);
            assertThatThrownBy(database::checkpoint)
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("The embedded Redis has ended")
                    .hasMessageContaining("Ready to accept connections");
            database.restore(checkpoint);
            redis = database.connect();
            assertThat(state()).isEqualTo(before);
        }
    }

    @Test
    void a_client_that_tracks_keys_learns_of_a_restore() {
        try (Checkpoint checkpoint = database.checkpoint();
                RedisConnection tracking = database.connectForPushes()) {
            tracking.call("CLIENT", "TRACKING", "ON", "BCAST");
            database.restore(checkpoint);
            tracking.call("PING");
            assertThat(tracking.pushes()).extracting(RedisText::of).contains("[invalidate, null]");
        }
    }

    @Test
    void a_checkpoint_that_finds_no_space_says_so_and_the_database_lives_on() throws IOException, InterruptedException {
        Path small = directory.resolve("small");
        assumeThat(Tmpfs.mount(small, "24m")).as("may mount").isTrue();
        try (RedisServer server = RedisServer.start(TestServers.redisProgram(release), small, Profile.FAST);
                RedisDatabase full = server.fresh("full");
                RedisConnection connection = full.connect()) {
            connection.call(bytes("SET"), bytes("large"), new byte[30_000_000]);
            assertThatThrownBy(full::checkpoint)
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("cannot be kept")
                    .hasMessageContaining("No space left on device");
            connection.call("SET", "large", "small");
            full.checkpoint().close();
        } finally {
            Tmpfs.unmount(small);
        }
    }

    @Test
    void a_session_must_be_closed_before_and_the_checkpoint_be_its_own() {
        try (RedisDatabase other = (RedisDatabase) server.fresh("other");
                Checkpoint foreign = other.checkpoint()) {
            assertThatThrownBy(() -> database.restore(foreign)).isInstanceOf(IllegalArgumentException.class);
        }
        RedisSession session = database.newSession();
        assertThatThrownBy(database::newSession).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(database::checkpoint).isInstanceOf(IllegalStateException.class);
        session.close();
        database.checkpoint().close();
        database.newSession().close();
    }

    @Test
    void checkpoints_are_called_cheap_only_while_they_are() {
        assertThat(database.cheapCheckpoints()).isTrue();
        List<byte[][]> many = new ArrayList<>();
        for (int i = 0; i < 30_000; i++) {
            many.add(bytes("SET", "k" + i, "v"));
        }
        redis.pipeline(many);
        assertThat(database.cheapCheckpoints()).isFalse();
    }

    private void kill() {
        long pid = Long.parseLong(Info.field(redis, "server", "process_id"));
        ProcessHandle server = ProcessHandle.of(pid).orElseThrow();
        server.destroyForcibly();
    }

    /** The server's answer to the wish to end the script that it is busy with. */
    private String awaitBusy() {
        long deadline = System.nanoTime() + 20_000_000_000L;
        try (RedisConnection other = database.connect()) {
            RedisError answer = new RedisError("NOTBUSY");
            while (answer.code().equals("NOTBUSY") && System.nanoTime() < deadline) {
                other.send(bytes("SCRIPT", "KILL"));
                answer = (RedisError) other.receive();
            }
            return answer.code();
        }
    }

    private Map<String, String> state() {
        return RedisText.stateOf(redis);
    }
}
