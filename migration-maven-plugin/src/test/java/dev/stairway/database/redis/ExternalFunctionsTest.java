package dev.stairway.database.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.database.Checkpoint;
import dev.stairway.problem.ProblemException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExternalFunctionsTest {

    @TempDir
    Path root;

    private static void load(RedisConnection connection, String name) {
        connection.call(
                "FUNCTION",
                "LOAD",
                "#!lua name=" + name + "\nredis.register_function('" + name + "', function() return 1 end)");
    }

    private static int libraries(RedisConnection connection) {
        return ((List<?>) connection.call("FUNCTION", "LIST")).size();
    }

    @Test
    void aServerWithFunctionsIsRefused() {
        try (NamedRedis redis = NamedRedis.start("7.0", root.resolve("server"));
                RedisConnection other = redis.other(0)) {
            load(other, "theirs");
            assertThatThrownBy(() -> ExternalRedisServer.open(redis.target()))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContainingAll("has functions", "1 libraries, for example theirs");
            assertThat(libraries(other)).isOne();
        }
    }

    @Test
    void functionsOfAMigrationAreTakenBackAndRemovedAtTheEnd() {
        try (NamedRedis redis = NamedRedis.start("7.0", root.resolve("server"));
                RedisConnection other = redis.other(0)) {
            try (ExternalRedisServer server = ExternalRedisServer.open(redis.target());
                    RedisDatabase database = server.fresh("a")) {
                load(other, "one");
                try (Checkpoint checkpoint = database.checkpoint()) {
                    load(other, "two");
                    database.restore(checkpoint);
                    assertThat(libraries(other)).isOne();
                }
            }
            assertThat(libraries(other)).isZero();
        }
    }
}
