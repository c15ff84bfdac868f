package dev.stairway.fork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.database.redis.NamedRedis;
import dev.stairway.database.redis.RedisConnection;
import dev.stairway.database.redis.RedisReleases;
import dev.stairway.database.redis.RedisTarget;
import dev.stairway.engine.ChangelogSource;
import dev.stairway.matrix.Cell.NamedChangelog;
import dev.stairway.matrix.Scenario;
import dev.stairway.problem.ProblemException;
import dev.stairway.run.StateRules;
import dev.stairway.run.TimeLimits;
import dev.stairway.run.WalkOptions;
import dev.stairway.suite.Ending;
import dev.stairway.suite.RedisOptions;
import dev.stairway.suite.SuiteOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

/** Whole runs, in a JVM of their own, on a server that the user named. */
class ForkExternalRedisTest {

    private static final String UP = """
            -- stairway: keys session:user:*
            -- stairway: map session:user:{id} -> session:v2:user:{id}
            for _, key in ipairs(KEYS) do
              local id = string.match(key, '^session:user:(.+)$')
              if id and redis.call('EXISTS', key) == 1 then
                redis.call('RENAMENX', key, 'session:v2:user:' .. id)
              end
            end
            """;
    private static final String DOWN = """
            -- stairway: keys session:v2:user:*
            for _, key in ipairs(KEYS) do
              local id = string.match(key, '^session:v2:user:(.+)$')
              if id and redis.call('EXISTS', key) == 1 then
                redis.call('RENAMENX', key, 'session:user:' .. id)
              end
            end
            """;

    @TempDir
    private Path directory;

    private int threads = 2;
    private final List<String> told = new CopyOnWriteArrayList<>();

    @ParameterizedTest
    @RedisReleases
    void aChangelogIsWalkedAndTheServerIsAsBefore(String release) throws Exception {
        try (NamedRedis redis = NamedRedis.start(release, directory.resolve("server"));
                RedisConnection neighbour = redis.other(0)) {
            neighbour.call("SET", "session:user:1", "of somebody else");

            Ending ending = run(redis.target(), UP, DOWN);

            assertThat(ending.gateFailed()).as(ending.failure()).isFalse();
            assertThat(ending.table()).anyMatch(line -> line.contains("external") && line.contains("PASSED"));
            assertThat(Files.readString(directory.resolve("out/metrics.json")))
                    .contains("\"external\"", "redis://" + redis.place());
            assertThat(Files.readString(directory.resolve("out/report/index.html")))
                    .contains("redis://" + redis.place());
            assertThat(redis.keys(NamedRedis.NUMBER)).isZero();
            assertThat(redis.keys(0)).isOne();
            assertNoSecret();
        }
    }

    @Test
    void aLostLifeTimeIsFoundAndNothingIsLeft() throws Exception {
        try (NamedRedis redis = NamedRedis.start("7.0", directory.resolve("server"))) {
            String lost =
                    UP.replace("    redis.call('RENAMENX'", "    redis.call('PERSIST', key) redis.call('RENAMENX'");

            Ending ending = run(redis.target(), lost, DOWN);

            assertThat(ending.gateFailed()).isTrue();
            assertThat(ending.failure()).containsIgnoringCase("ttl");
            assertThat(redis.keys(NamedRedis.NUMBER)).isZero();
            assertNoSecret();
        }
    }

    /** Elsewhere two databases would share so many migrations, and one of them would wait for the other. */
    @Test
    @Timeout(180)
    void aLongChangelogIsWalkedOnTheOneDatabase() throws Exception {
        threads = 4;
        Path scripts = Files.createDirectories(directory.resolve("redis"));
        for (int i = 2; i <= 61; i++) {
            Files.writeString(scripts.resolve("V" + i + "__more.up.redis"), "HSET other f" + i + " 1\n");
            Files.writeString(scripts.resolve("V" + i + "__more.down.redis"), "HDEL other f" + i + "\n");
        }
        try (NamedRedis redis = NamedRedis.start("7.0", directory.resolve("server"))) {
            Ending ending = run(redis.target(), UP, DOWN);

            assertThat(ending.gateFailed()).as(ending.failure()).isFalse();
            assertThat(redis.keys(NamedRedis.NUMBER)).isZero();
        }
    }

    @Test
    void aMigrationThatFailsLeavesNothingBehind() throws Exception {
        try (NamedRedis redis = NamedRedis.start("7.0", directory.resolve("server"))) {
            Ending ending = run(redis.target(), UP.replace("RENAMENX", "LPUSH"), DOWN);

            assertThat(ending.gateFailed()).isTrue();
            assertThat(redis.keys(NamedRedis.NUMBER)).isZero();
            assertNoSecret();
        }
    }

    @Test
    void aRefusalComesBackWithoutTheSecret() throws Exception {
        try (NamedRedis redis = NamedRedis.start("7.0", directory.resolve("server"))) {
            RedisTarget unmarked = RedisTarget.of("redis://walker@" + redis.place(), "", NamedRedis.PASSWORD);

            assertThatThrownBy(() -> run(unmarked, UP, DOWN))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("not marked as disposable")
                    .message()
                    .doesNotContain(NamedRedis.PASSWORD);
            assertNoSecret();
        }
    }

    private void assertNoSecret() throws IOException {
        assertThat(told).noneMatch(line -> line.contains(NamedRedis.PASSWORD));
        try (Stream<Path> files = Files.walk(directory)) {
            List<Path> written = files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(directory.resolve("server")))
                    .toList();
            assertThat(written).isNotEmpty();
            for (Path file : written) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(NamedRedis.PASSWORD);
            }
        }
    }

    private Ending run(RedisTarget target, String up, String down) throws Exception {
        Path scripts = Files.createDirectories(directory.resolve("redis"));
        Files.writeString(scripts.resolve("V1__sessions.up.lua"), up);
        Files.writeString(scripts.resolve("V1__sessions.down.lua"), down);
        Path keys = Files.writeString(
                directory.resolve("keys.redis"),
                "SET session:user:1 a EX 5000\nSET session:user:2 b EX 6000\nHSET other f v\n");
        ChangelogSource source = new ChangelogSource(
                "redis", List.of(directory), null, Map.of(), "", "", List.of(keys), List.of(), Map.of());
        ForkRuns runs = new ForkRuns(directory);
        SuiteOptions options = runs.options(
                new NamedChangelog("sessions", "redis", source),
                "redis",
                List.of(Scenario.of("empty", 20), Scenario.of("sample", 20)),
                new WalkOptions(
                        1,
                        List.of(),
                        List.of(),
                        0,
                        true,
                        0,
                        WalkOptions.Rows.GENERATED,
                        new WalkOptions.Checks(2, false, TimeLimits.NONE, StateRules.NONE, false)),
                threads);
        ForkRequest request = runs.request(options, RedisOptions.DEFAULT.with(target));
        assertThat(request.toString()).doesNotContain(NamedRedis.PASSWORD);
        return new Fork(ForkRuns.jvm(ForkRuns.classPath(), List.of()), ForkRuns.NOT_ASKED, told::add, told::add)
                .run(request);
    }
}
