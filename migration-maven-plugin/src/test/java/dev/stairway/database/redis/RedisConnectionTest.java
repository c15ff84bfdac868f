package dev.stairway.database.redis;

import static dev.stairway.database.redis.RedisConnection.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.database.TestServers;
import dev.stairway.problem.ProblemException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@RedisReleases
class RedisConnectionTest {

    @Parameter
    String release;

    private RedisDatabase database;
    private RedisConnection redis;

    @BeforeEach
    void connect() {
        database = (RedisDatabase) TestServers.redis(release).fresh("connection");
        redis = database.connect();
    }

    @AfterEach
    void close() {
        redis.close();
        database.close();
    }

    @Test
    void every_byte_survives_in_keys_and_values() {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        assertThat(redis.call(bytes("SET"), all, all)).isEqualTo("OK");
        assertThat((byte[]) redis.call(bytes("GET"), all)).isEqualTo(all);
        assertThat(redis.call(bytes("GET"), Arrays.copyOf(all, 255))).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 32767, 32768, 32769, 65535, 65536, 200_000, 5_000_000})
    void values_of_every_size_survive(int size) {
        byte[] value = new byte[size];
        Arrays.fill(value, (byte) '\r');
        redis.call(bytes("SET"), bytes("k"), value);
        assertThat((byte[]) redis.call("GET", "k")).isEqualTo(value);
    }

    @Test
    void replies_of_every_kind_are_told_apart() {
        assertThat(redis.call("PING")).isEqualTo("PONG");
        assertThat(redis.call("INCRBY", "n", "-12345")).isEqualTo(-12345L);
        assertThat(redis.call("GET", "missing")).isNull();
        assertThat((List<?>) redis.call("LRANGE", "missing", "0", "-1")).isEmpty();
        redis.call("XADD", "x", "1-2", "field", "value");
        List<?> entry = (List<?>) ((List<?>) redis.call("XRANGE", "x", "-", "+")).get(0);
        assertThat((byte[]) entry.get(0)).isEqualTo(bytes("1-2"));
        assertThat((List<?>) entry.get(1)).hasSize(2);
    }

    @Test
    void an_error_is_thrown_with_the_servers_text_and_without_the_value() {
        redis.call("SET", "text", "x");
        assertThatThrownBy(() -> redis.call("HSET", "text", "field", "s3cret"))
                .isInstanceOfSatisfying(RedisErrorException.class, e -> {
                    assertThat(e.error().code()).isEqualTo("WRONGTYPE");
                    assertThat(e.command()).isEqualTo("HSET text");
                })
                .hasMessageContaining("WRONGTYPE Operation against a key")
                .hasMessageNotContaining("s3cret");
        assertThat(redis.call("PING")).isEqualTo("PONG");
    }

    @Test
    void an_error_in_a_pipeline_is_one_reply_among_the_others() {
        List<byte[][]> commands = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            commands.add(bytes("INCR", i == 7777 ? "text" : "n"));
        }
        redis.call("SET", "text", "x");
        List<Object> replies = redis.pipeline(commands);
        assertThat(replies).hasSize(10_000);
        assertThat(replies.get(7776)).isEqualTo(7777L);
        assertThat(replies.get(7777)).isEqualTo(new RedisError("ERR value is not an integer or out of range"));
        assertThat(replies.get(9999)).isEqualTo(9999L);
        assertThat(redis.pipeline(List.of())).isEmpty();
    }

    @Test
    void a_wrong_password_is_refused_and_printed_nowhere() {
        RedisEndpoint right = database.endpoint();
        for (String guess : List.of("", "gu3ss")) {
            for (String user : List.of("", right.user())) {
                RedisEndpoint wrong = new RedisEndpoint(right.host(), right.port(), 0, user, guess);
                assertThatThrownBy(() -> RedisConnection.open(wrong).call("PING"))
                        .hasMessageMatching("(?s).*(WRONGPASS|NOAUTH).*")
                        .hasMessageNotContaining("gu3ss");
            }
        }
        assertThat(right + redis.toString() + database).doesNotContain(right.password());
    }

    @Test
    void changes_of_others_are_pushed() {
        try (RedisConnection tracking = database.connectForPushes()) {
            tracking.call("CLIENT", "TRACKING", "ON", "BCAST");
            redis.call("SET", "seen", "1");
            redis.call("GET", "not touched");
            tracking.call("PING");
            List<List<Object>> pushes = tracking.pushes();
            assertThat(pushes).hasSize(1);
            assertThat((byte[]) pushes.get(0).get(0)).isEqualTo(bytes("invalidate"));
            assertThat((List<?>) pushes.get(0).get(1))
                    .hasSize(1)
                    .allSatisfy(key -> assertThat((byte[]) key).isEqualTo(bytes("seen")));
            assertThat(tracking.pushes()).isEmpty();
        }
    }

    @Test
    void a_reply_that_does_not_come_in_time_ends_the_connection() {
        redis.timeout(Duration.ofMillis(50));
        assertThatThrownBy(() -> redis.call("BLPOP", "never", "0"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("took too long");
        assertThat(redis.open()).isFalse();
        assertThatThrownBy(() -> redis.call("PING"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("closed before");
    }

    @Test
    void nobody_listening_is_said_with_the_address() {
        RedisEndpoint nobody = new RedisEndpoint("127.0.0.1", 1, 0, "", "");
        assertThatThrownBy(() -> RedisConnection.open(nobody))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("cannot be reached")
                .hasMessageContaining("redis://127.0.0.1:1/0");
    }
}
