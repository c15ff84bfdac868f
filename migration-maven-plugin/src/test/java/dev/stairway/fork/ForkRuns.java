package dev.stairway.fork;

import dev.stairway.database.container.ContainerOptions;
import dev.stairway.database.external.ExternalTarget;
import dev.stairway.database.provider.BinaryResolver;
import dev.stairway.finding.Severity;
import dev.stairway.matrix.Cell.NamedChangelog;
import dev.stairway.matrix.DatabaseRequest;
import dev.stairway.matrix.Scenario;
import dev.stairway.metrics.GateRule;
import dev.stairway.run.WalkOptions;
import dev.stairway.suite.RedisOptions;
import dev.stairway.suite.ServerOptions;
import dev.stairway.suite.SuiteOptions;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What all tests of a run in another JVM have in common.
 *
 * @param directory everything is below it
 */
record ForkRuns(Path directory) {

    static final BinaryResolver NOT_ASKED = (group, artifact, version) -> {
        throw new AssertionError("nobody should ask for " + artifact);
    };

    /** A JVM like this one. */
    static ForkedJvm jvm(List<Path> classPath, List<String> arguments) {
        return new ForkedJvm(
                Path.of(System.getProperty("java.home")), classPath, arguments, new KnownLibraries(Set.of(), true));
    }

    static List<Path> classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .toList();
    }

    SuiteOptions options(
            NamedChangelog changelog, String database, List<Scenario> scenarios, WalkOptions walk, int threads) {
        return new SuiteOptions(
                "test",
                List.of(changelog),
                List.of(DatabaseRequest.parse(database)),
                scenarios,
                walk,
                threads,
                directory.resolve("out"),
                List.of(),
                new GateRule(Severity.ERROR),
                "g:a:1",
                "name",
                Map.of());
    }

    ForkRequest request(SuiteOptions options, RedisOptions redis) {
        return request(options, redis, List.of());
    }

    ForkRequest request(SuiteOptions options, RedisOptions redis, List<ExternalTarget> external) {
        return new ForkRequest(
                options,
                List.of(),
                new ServerOptions(
                        directory.resolve("cache"),
                        directory.resolve("work"),
                        redis,
                        ContainerOptions.DEFAULT,
                        external),
                Map.of(),
                List.of());
    }
}
