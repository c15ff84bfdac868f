package dev.stairway.fork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.database.provider.DatabaseProvider;
import dev.stairway.database.provider.DatabaseProviders;
import dev.stairway.database.provider.NamedRedisProvider;
import dev.stairway.database.redis.NamedRedis;
import dev.stairway.database.redis.RedisTarget;
import dev.stairway.engine.ChangelogSource;
import dev.stairway.engine.Engine;
import dev.stairway.matrix.Cell.NamedChangelog;
import dev.stairway.matrix.Scenario;
import dev.stairway.problem.ProblemException;
import dev.stairway.run.WalkOptions;
import dev.stairway.secret.Encodings;
import dev.stairway.secret.Mask;
import dev.stairway.secret.MaskedLines;
import dev.stairway.suite.Ending;
import dev.stairway.suite.Engines;
import dev.stairway.suite.ProgressLines;
import dev.stairway.suite.RedisOptions;
import dev.stairway.suite.Suite;
import dev.stairway.suite.SuiteOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripts that tell the password of the server wherever they can, and what is left of that in the outputs. */
class SecretsOfRedisTest {

    private static final String SECRET = NamedRedis.PASSWORD;

    @TempDir
    private Path directory;

    private final List<String> told = new CopyOnWriteArrayList<>();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void nothingTellsWhatScriptsAndServersSayAloud(boolean forked) throws Exception {
        script("V1__kept.up.redis", "SET " + SECRET + " 1\nHSET login password " + SECRET + "\n");
        script("V1__kept.down.redis", "DEL other\n");
        script("V2__error.up.lua", "error('cannot sign in with " + SECRET + "')\n");
        script("V2__error.down.lua", "return redis.error_reply('ERR " + SECRET + "')\n");
        try (NamedRedis redis = NamedRedis.start("7.0", directory.resolve("server"))) {
            Ending ending = run(forked, redis.target());

            assertThat(ending.gateFailed()).isTrue();
            assertThat(Mask.of(List.of(SECRET)).of(ending.failure())).contains("cannot sign in with ***");
        }
        assertThat(Files.readString(directory.resolve("out/metrics.json"))).contains("cannot sign in with ***");
        tellsNothing();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aPasswordThatTheServerRefusesIsNotTold(boolean forked) throws Exception {
        script("V1__any.up.redis", "SET a 1\n");
        script("V1__any.down.redis", "DEL a\n");
        try (NamedRedis redis = NamedRedis.start("7.0", directory.resolve("server"))) {
            RedisTarget wrong = RedisTarget.of("redis://walker@" + redis.place(), redis.place(), SECRET + "-wrong");

            assertThatThrownBy(() -> run(forked, wrong))
                    .isInstanceOf(ProblemException.class)
                    .message()
                    .doesNotContain(SECRET);
        }
        tellsNothing();
    }

    private void tellsNothing() throws IOException {
        String log = String.join("\n", told).toLowerCase(Locale.ROOT);
        try (Stream<Path> files = Files.walk(directory.resolve("out"))) {
            List<Path> written = files.filter(Files::isRegularFile).toList();
            assertThat(written).hasSizeGreaterThan(3);
            for (Path file : written) {
                String text =
                        Files.readString(file, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
                Encodings.of(SECRET)
                        .forEach((name, encoded) -> assertThat(text + log)
                                .as(file + ", " + name)
                                .doesNotContain(encoded.toLowerCase(Locale.ROOT)));
            }
        }
    }

    private void script(String name, String content) throws IOException {
        Files.writeString(Files.createDirectories(directory.resolve("redis")).resolve(name), content);
    }

    private Ending run(boolean forked, RedisTarget target) throws Exception {
        ChangelogSource source = new ChangelogSource("redis", List.of(directory), null, Map.of(), "", "");
        ForkRuns runs = new ForkRuns(directory);
        SuiteOptions options = runs.options(
                new NamedChangelog("sessions", "redis", source),
                "redis",
                List.of(Scenario.of("empty", 20)),
                new WalkOptions(1, List.of(), List.of(), 0, true, 0),
                1);
        RedisOptions redis = RedisOptions.DEFAULT.with(target);
        // The longer one first, as it is the password of this run.
        List<String> secrets = List.of(target.password(), SECRET);
        Mask mask = Mask.of(secrets);
        if (!forked) {
            DatabaseProvider none = (product, version) -> {
                throw new AssertionError("nobody should ask for " + product);
            };
            Map<String, Engine> engines = Engines.all(redis, Set.of());
            try {
                return Ending.of(new Suite(
                                options,
                                engines,
                                DatabaseProviders.of(NamedRedisProvider.over(none, target)),
                                new ProgressLines(told::add),
                                Clock.systemUTC())
                        .hiding(mask)
                        .run());
            } finally {
                Engines.close(engines);
            }
        }
        ForkRequest plain = runs.request(options, redis);
        ForkRequest request =
                new ForkRequest(plain.options(), plain.testClassPath(), plain.servers(), Map.of(), secrets);
        try (MaskedLines printed = mask.lines(told::add)) {
            return new Fork(
                            ForkRuns.jvm(ForkRuns.classPath(), List.of()),
                            ForkRuns.NOT_ASKED,
                            line -> told.add(mask.of(line)),
                            printed)
                    .run(request);
        }
    }
}
