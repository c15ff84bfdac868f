package dev.stairway.engine.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.database.redis.OwnRedis;
import dev.stairway.database.redis.RedisConnection;
import dev.stairway.database.redis.RedisDatabase;
import dev.stairway.database.redis.RedisEndpoint;
import dev.stairway.database.redis.RedisReleases;
import dev.stairway.engine.StepOutcome;
import dev.stairway.engine.StepOutcome.Result;
import dev.stairway.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;

/** Real servers that refuse a migration before it begins: nothing is done, and the run after that works. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@ParameterizedClass
@RedisReleases
class RedisRefusedTest {

    @Parameter
    String release;

    @TempDir
    Path root;

    @Test
    void aReplicaIsNotMigrated() {
        try (OwnRedis master = OwnRedis.start(release, root.resolve("master"));
                OwnRedis replica = OwnRedis.start(
                        release,
                        root.resolve("replica"),
                        "replicaof 127.0.0.1 " + master.endpoint().port(),
                        "masteruser keeper",
                        "masterauth \"" + OwnRedis.PASSWORD + '"');
                RedisConnection connection = master.keeper();
                RedisConnection copy = replica.keeper()) {
            Sessions.fill(connection);
            while (!copy.call("DBSIZE").equals(connection.call("DBSIZE"))) {
                Thread.onSpinWait();
            }
            try (RedisStepper stepper = stepper(replica.database())) {
                StepOutcome outcome = stepper.up("1");

                told(outcome, "READONLY", "use the address of the master");
                assertThat(stepper.pending()).containsExactly("V1__sessions");
            }
            try (RedisStepper stepper = stepper(master.database())) {
                stepper.ups("1");
            }
        }
    }

    @Test
    void aServerThatStillReadsItsDataIsToldAsThat() {
        try (OwnRedis redis = OwnRedis.start(release, root.resolve("server"))) {
            try (RedisConnection keeper = redis.keeper()) {
                Sessions.fill(keeper);
                saveMuch(keeper);
            }
            redis.kill();
            redis.againSlowly(500);
            try (RedisStepper stepper = stepper(redis.database())) {
                assertThatThrownBy(stepper::open)
                        .isInstanceOf(ProblemException.class)
                        .hasMessageContaining("LOADING")
                        .hasMessageContaining("run again when it is ready")
                        .hasMessageContaining(redis.endpoint().toString());
                try (RedisConnection keeper = redis.keeper()) {
                    while (info(keeper).contains("loading:1")) {
                        Thread.onSpinWait();
                    }
                    assertThat((Long) keeper.call("DBSIZE")).isGreaterThan(Sessions.KEYS);
                }
                stepper.ups("1");
            }
        }
    }

    @Test
    void aServerThatBeginsToReadItsDataBetweenTwoStepsIsToldAsThat() {
        try (OwnRedis redis = OwnRedis.start(release, root.resolve("server"));
                RedisStepper stepper = stepper(redis.database())) {
            Sessions.fill(stepper.connection);
            stepper.ups("1");
            try (RedisConnection keeper = redis.keeper()) {
                saveMuch(keeper);
            }
            redis.kill();
            redis.againSlowly(500);

            told(stepper.down("1"), "LOADING", "run again when it is ready");

            try (RedisConnection keeper = redis.keeper()) {
                while (info(keeper).contains("loading:1")) {
                    Thread.onSpinWait();
                }
            }
            assertThat(stepper.down("1")).isEqualTo(StepOutcome.executed());
        }
    }

    @Test
    void aServerThatIsBusyWithAnothersScriptIsToldAsThat() {
        try (OwnRedis redis = OwnRedis.start(release, root.resolve("server"), "lua-time-limit 50");
                RedisConnection keeper = redis.keeper();
                RedisConnection other = redis.keeper();
                RedisStepper stepper = stepper(redis.database())) {
            Sessions.fill(keeper);
            stepper.open();
            other.send(words("EVAL", "while true do end", "0"));
            other.flush();
            awaitBusy(keeper);

            told(stepper.up("1"), "BUSY", "SCRIPT KILL");
            keeper.call("SCRIPT", "KILL");
            stepper.ups("1");
        }
    }

    @Test
    void aPasswordThatWasChangedIsToldWithoutShowingIt() {
        try (OwnRedis redis = OwnRedis.start(release, root.resolve("server"));
                RedisConnection keeper = redis.keeper();
                RedisStepper stepper = stepper(redis.database())) {
            Sessions.fill(keeper);
            stepper.open();
            keeper.call("ACL", "SETUSER", "stairway", "resetpass", ">another");
            keeper.call("CLIENT", "KILL", "USER", "stairway");

            told(stepper.up("1"), "WRONGPASS", "User or password is wrong");
            assertThatThrownBy(stepper::reopened)
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("WRONGPASS")
                    .hasMessageNotContaining(OwnRedis.PASSWORD);

            keeper.call("ACL", "SETUSER", "stairway", ">" + OwnRedis.PASSWORD);
            stepper.ups("1");
        }
    }

    @Test
    void aPasswordThatIsMissingIsToldAsThat() {
        try (OwnRedis redis = OwnRedis.start(release, root.resolve("server"));
                RedisStepper stepper = stepper(
                        redis.at(new RedisEndpoint("127.0.0.1", redis.endpoint().port(), 0, "", "")))) {
            assertThatThrownBy(stepper::open)
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("NOAUTH")
                    .hasMessageContaining("set user and password");
        }
    }

    @Test
    void aUserWhoMayNotReadTheHistoryIsToldAsThat() {
        try (OwnRedis redis = OwnRedis.start(release, root.resolve("server"));
                RedisConnection keeper = redis.keeper();
                RedisStepper stepper = stepper(redis.database())) {
            keeper.call("ACL", "SETUSER", "stairway", "resetkeys", "~session:*");

            assertThatThrownBy(stepper::open)
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("NOPERM")
                    .hasMessageContaining("extend its ACL")
                    .hasMessageContaining(Reserved.HISTORY);
            keeper.call("ACL", "SETUSER", "stairway", "~*");
            stepper.ups("1");
        }
    }

    @Test
    void theRightsOfTheManualAreEnough() {
        try (OwnRedis redis = OwnRedis.start(release, root.resolve("server"));
                RedisConnection keeper = redis.keeper();
                RedisStepper stepper = stepper(redis.database())) {
            Sessions.fill(keeper);
            keeper.call("ACL", "SETUSER", "stairway", "resetkeys", "~session:*", "~{stairway}:*", "~redisson_lock_*");
            keeper.call("ACL", "SETUSER", "stairway", "resetchannels", "&redisson_lock_*");

            stepper.ups("1");
            assertThat(stepper.down("1")).isEqualTo(StepOutcome.executed());
        }
    }

    private static void told(StepOutcome outcome, String... texts) {
        assertThat(outcome.result()).isEqualTo(Result.FAILED);
        assertThat(outcome.reason())
                .contains("it was not begun", "Nothing was done")
                .contains(texts)
                .doesNotContain("channel:", OwnRedis.PASSWORD);
    }

    /** Sixty megabytes. */
    private static void saveMuch(RedisConnection keeper) {
        for (int i = 0; i < 60; i++) {
            keeper.call("SETRANGE", "padding:" + i, "1000000", "x");
        }
        keeper.call("SAVE");
    }

    private static void awaitBusy(RedisConnection connection) {
        long deadline = System.nanoTime() + 20_000_000_000L;
        Object answer = "";
        while (!String.valueOf(answer).contains("BUSY")) {
            assertThat(System.nanoTime()).as("It never became busy").isLessThan(deadline);
            connection.send(words("PING"));
            answer = connection.receive();
        }
    }

    private static String info(RedisConnection connection) {
        return RedisStepper.text(connection.call("INFO", "persistence"));
    }

    private static byte[][] words(String... words) {
        byte[][] bytes = new byte[words.length][];
        for (int i = 0; i < words.length; i++) {
            bytes[i] = words[i].getBytes(StandardCharsets.UTF_8);
        }
        return bytes;
    }

    private RedisStepper stepper(RedisDatabase database) {
        return Sessions.stepper(database, root, RedisStepper.SHORT_LEASE);
    }
}
