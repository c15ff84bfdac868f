package dev.stairway.engine.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.database.redis.OwnRedis;
import dev.stairway.database.redis.RedisConnection;
import dev.stairway.database.redis.RedisReleases;
import dev.stairway.engine.StepOutcome;
import dev.stairway.engine.StepOutcome.Result;
import dev.stairway.problem.ProblemException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;

/**
 * What real servers do in the middle of a migration: it is told with what it means and what is done, nothing is lost, and
 * the next run ends where a run without trouble ends.
 */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@ParameterizedClass
@RedisReleases
class RedisInterruptedTest {

    @Parameter
    String release;

    @TempDir
    Path root;

    @Test
    void theServerBecomesAReplica() {
        interrupted(
                keeper -> keeper.call("REPLICAOF", "127.0.0.1", "1"),
                keeper -> keeper.call("REPLICAOF", "NO", "ONE"),
                "READONLY",
                "use the address of the master");
    }

    @Test
    void theServerBecomesAReplicaThatHasLostItsMaster() {
        interrupted(
                keeper -> {
                    keeper.call("CONFIG", "SET", "replica-serve-stale-data", "no");
                    keeper.call("REPLICAOF", "127.0.0.1", "1");
                },
                keeper -> keeper.call("REPLICAOF", "NO", "ONE"),
                "MASTERDOWN",
                "lost its master");
    }

    @Test
    void theServerReachesItsMemory() {
        interrupted(
                keeper -> keeper.call("CONFIG", "SET", "maxmemory", "1mb"),
                keeper -> keeper.call("CONFIG", "SET", "maxmemory", "0"),
                "OOM",
                "reached its maxmemory");
    }

    @Test
    void theUserMayNotWriteAnyMore() {
        interrupted(
                keeper -> keeper.call("ACL", "SETUSER", "stairway", "-set", "-renamenx"),
                keeper -> keeper.call("ACL", "SETUSER", "stairway", "+@all"),
                "The user executing the script can't run this command",
                "extend its ACL");
    }

    @Test
    void theUserMayNotTouchTheKeysAnyMore() {
        interrupted(
                keeper -> keeper.call("ACL", "SETUSER", "stairway", "resetkeys", "~{stairway}:*"),
                keeper -> keeper.call("ACL", "SETUSER", "stairway", "~*"),
                "NOPERM",
                "extend its ACL");
    }

    @Test
    void theUserIsRemoved() {
        interrupted(
                keeper -> keeper.call("ACL", "DELUSER", "stairway"),
                keeper -> keeper.call("ACL", "SETUSER", "stairway", "on", ">" + OwnRedis.PASSWORD, "~*", "&*", "+@all"),
                "The connection was lost",
                "its log says which");
    }

    @Test
    void theConnectionIsCut() {
        interrupted(
                keeper -> Interruption.waiting(keeper).forEach(id -> keeper.call("CLIENT", "KILL", "ID", id)),
                keeper -> {},
                "The connection was lost",
                "its log says which");
    }

    @Test
    void aLostConnectionInACommandFileSaysThatTheCommandIsSentAgain() {
        StringBuilder commands = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            commands.append("SET k:").append(i).append(" done\n");
        }
        try (OwnRedis redis = OwnRedis.start(release, root.resolve("server"));
                RedisConnection keeper = redis.keeper();
                RedisStepper stepper = new RedisStepper(redis.database(), root, RedisStepper.SHORT_LEASE)) {
            stepper.file("V1__commands.up.redis", commands.toString());

            StepOutcome outcome = Interruption.inTheMiddle(stepper, keeper, server -> {
                Interruption.waiting(server).forEach(id -> server.call("CLIENT", "KILL", "ID", id));
                Interruption.goOn(server);
            });

            // It may be lost between a command and the record of it as well.
            assertThat(outcome.reason())
                    .containsPattern("^redis/V1__commands.up.redis:\\d{4,5}:"
                            + " (it ran, but that could not be recorded: )?The connection was lost")
                    .containsPattern(
                            "\\d{4,5} of 20000 commands are (done; whether this one ran is unknown|recorded as done)")
                    .containsPattern("the next run sends it again|it may send this one again");
            stepper.reopened();
            assertThat(stepper.up("1")).isEqualTo(StepOutcome.executed());
            assertThat(stepper.keys()).hasSize(20_000);
        }
    }

    @Test
    void replicasAreMissing() {
        interrupted(
                keeper -> keeper.call("CONFIG", "SET", "min-replicas-to-write", "1"),
                keeper -> keeper.call("CONFIG", "SET", "min-replicas-to-write", "0"),
                "NOREPLICAS",
                "Too few replicas");
    }

    @Test
    void theDiskCannotBeWritten() {
        Path inTheWay = root.resolve("server").resolve("dump.rdb");
        interrupted(
                keeper -> {
                    inTheWay.toFile().mkdir();
                    keeper.call("CONFIG", "SET", "save", "3600 1000000");
                    saved(keeper);
                },
                keeper -> {
                    assertThat(inTheWay.toFile().delete()).isTrue();
                    saved(keeper);
                },
                "MISCONF",
                "make room");
    }

    private static void saved(RedisConnection keeper) {
        keeper.call("BGSAVE");
        while (RedisStepper.text(keeper.call("INFO", "persistence")).contains("rdb_bgsave_in_progress:1")) {
            Thread.onSpinWait();
        }
    }

    @Test
    void theServerIsKilledAndComesBackWithWhatItHad() {
        killed("appendonly yes");
    }

    @Test
    void theServerIsKilledAndComesBackWithAnEarlierState() {
        killed("# nothing is kept but what the test saves");
    }

    private void killed(String setting) {
        try (OwnRedis redis = OwnRedis.start(release, root.resolve("server"), setting);
                RedisStepper stepper = stepper(redis)) {
            RedisConnection keeper = redis.keeper();
            Sessions.fill(keeper);
            keeper.call("SAVE");

            StepOutcome outcome = Interruption.inTheMiddle(stepper, keeper, ignored -> redis.kill());
            told(outcome, "The connection was lost", "its log says which", "is unknown");
            assertThatThrownBy(stepper::reopened)
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("The Redis engine cannot connect")
                    .hasMessageContaining(redis.endpoint().toString());
            redis.again();

            endsLikeAnUndisturbedRun(redis, stepper);
        }
    }

    /** Breaks and mends by a connection that is not concerned. */
    private void interrupted(Consumer<RedisConnection> breaks, Consumer<RedisConnection> mends, String... texts) {
        try (OwnRedis redis = OwnRedis.start(release, root.resolve("server"));
                RedisConnection keeper = redis.keeper();
                RedisStepper stepper = stepper(redis)) {
            Sessions.fill(keeper);

            StepOutcome outcome = Interruption.inTheMiddle(stepper, keeper, server -> {
                breaks.accept(server);
                Interruption.goOn(server);
            });
            told(outcome, texts);
            mends.accept(keeper);

            endsLikeAnUndisturbedRun(redis, stepper);
        }
    }

    private void endsLikeAnUndisturbedRun(OwnRedis redis, RedisStepper stepper) {
        stepper.reopened();
        assertThat(stepper.up("1")).isEqualTo(StepOutcome.executed());
        assertThat(Sessions.digest(redis.database())).isEqualTo(Sessions.undisturbed(release, root));
        assertThat(stepper.down("1")).isEqualTo(StepOutcome.executed());
        assertThat(Sessions.digest(redis.database())).isEqualTo(Sessions.untouched(release));
    }

    private static void told(StepOutcome outcome, String... texts) {
        assertThat(outcome.result()).isEqualTo(Result.FAILED);
        assertThat(outcome.reason())
                .startsWith("redis/V1__sessions.up.lua")
                .contains(texts)
                .containsPattern("\\d{4} keys are done")
                .contains("Run again: it goes on behind them")
                .doesNotContain("channel:", "user_script", "script: ", OwnRedis.PASSWORD);
    }

    private RedisStepper stepper(OwnRedis redis) {
        return Sessions.stepper(redis.database(), root, RedisStepper.SHORT_LEASE);
    }
}
