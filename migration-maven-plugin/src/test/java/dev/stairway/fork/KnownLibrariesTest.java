package dev.stairway.fork;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.engine.ChangelogSource;
import dev.stairway.matrix.Cell.NamedChangelog;
import dev.stairway.matrix.Scenario;
import dev.stairway.run.WalkOptions;
import dev.stairway.suite.Ending;
import dev.stairway.suite.RedisOptions;
import dev.stairway.suite.SuiteOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownLibrariesTest {

    private static final Path OLDEST =
            Path.of(System.getProperty("stairway.test.liquibases", "target/liquibases"), "liquibase-core-4.20.0.jar");

    @TempDir
    private Path directory;

    private final List<String> log = new CopyOnWriteArrayList<>();

    @Test
    void the_child_loads_the_shipped_libraries_ahead_only_where_nothing_else_runs() {
        assertThat(KnownLibraries.of(List.of(directory), Set.of()).shipped()).isTrue();
        assertThat(KnownLibraries.of(List.of(directory, OLDEST), Set.of()).shipped())
                .isFalse();
        assertThat(KnownLibraries.of(List.of(OLDEST), Set.of("org.liquibase:liquibase-core"))
                        .shipped())
                .isTrue();
    }

    @Test
    void the_arguments_say_what_the_user_gave_to_the_plugin() {
        assertThat(new KnownLibraries(Set.of("org.liquibase:liquibase-core"), true).arguments())
                .containsExactly(
                        "-Dstairway.libraries.declared=org.liquibase:liquibase-core",
                        "-Dstairway.libraries.shipped=true");
    }

    @Test
    void the_child_runs_the_liquibase_of_the_project() throws Exception {
        Files.writeString(directory.resolve("changelog.sql"), """
                --liquibase formatted sql
                --changeset t:1
                CREATE TABLE t (id INTEGER PRIMARY KEY);
                --rollback DROP TABLE t;
                """);

        Ending ending = run(List.of(OLDEST));

        assertThat(ending.table()).singleElement().asString().contains("PASSED", "1 reversible");
        assertThat(log)
                .contains("Changelog: changelog.sql (liquibase 4.20.0 from the project, 1 migrations)")
                // Liquibase would say so if it had looked for its parts at another one's.
                .noneMatch(line -> line.contains("liquibase.servicelocator"))
                .anyMatch(line -> line.matches("Database: sqlite 3\\S+ \\(embedded, throw-away\\), SQLite JDBC 3\\S+"));
        assertThat(Files.readString(directory.resolve("out/metrics.json")))
                .containsPattern("\"engineVersion\"\\s*:\\s*\"4.20.0\"")
                .containsPattern("\"engineOrigin\"\\s*:\\s*\"from the project\"")
                .containsPattern("\"driverVersion\"\\s*:\\s*\"SQLite JDBC 3");
    }

    private Ending run(List<Path> testClassPath) throws InterruptedException {
        ChangelogSource source = new ChangelogSource("changelog.sql", List.of(directory), null, Map.of(), "", "");
        ForkRuns runs = new ForkRuns(directory);
        SuiteOptions options = runs.options(
                new NamedChangelog("main", "liquibase", source),
                "sqlite",
                List.of(Scenario.of("empty", 20)),
                new WalkOptions(1, List.of(), List.of(), 0, false, 0),
                1);
        ForkRequest request = new ForkRequest(
                options,
                testClassPath,
                runs.request(options, RedisOptions.DEFAULT).servers(),
                Map.of(),
                List.of());
        ForkedJvm jvm = new ForkedJvm(
                Path.of(System.getProperty("java.home")),
                ForkRuns.classPath(),
                List.of(),
                KnownLibraries.of(testClassPath, Set.of()));
        return new Fork(jvm, ForkRuns.NOT_ASKED, log::add, log::add).run(request);
    }
}
