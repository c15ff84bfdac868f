package dev.stairway.fork;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.container.Containers;
import dev.stairway.engine.ChangelogSource;
import dev.stairway.matrix.Cell.NamedChangelog;
import dev.stairway.matrix.Scenario;
import dev.stairway.run.WalkOptions;
import dev.stairway.suite.Ending;
import dev.stairway.suite.RedisOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Containers of a run that is played in a JVM of its own. */
class ForkContainerTest {

    @TempDir
    private Path directory;

    private final List<String> log = new CopyOnWriteArrayList<>();

    @Test
    void aRunThatFailsLeavesNoContainerBehind() throws Exception {
        Containers.assumed();
        List<String> before = Containers.all();

        Ending ending = run("postgresql:17:container", "SELECT * FROM nowhere;", List.of());

        assertThat(ending.gateFailed()).isTrue();
        assertThat(log).anyMatch(line -> line.startsWith("Database: postgresql 17.") && line.contains("(container, "));
        assertThat(Containers.all()).isSubsetOf(before);
    }

    @Test
    void whoeverAsksForNoContainerLoadsNothingOfTestcontainers() throws Exception {
        Path classes = directory.resolve("classes.log");

        Ending ending = run("sqlite", "CREATE TABLE a (b int);", List.of("-Xlog:class+load:file=" + classes));

        assertThat(ending.table()).isNotEmpty();
        assertThat(Files.readAllLines(classes))
                .anyMatch(line -> line.contains("dev.stairway.database.sqlite."))
                .noneMatch(line -> line.contains(" org.testcontainers."))
                .noneMatch(line -> line.contains(" com.github.dockerjava."));
    }

    private Ending run(String database, String migration, List<String> arguments)
            throws IOException, InterruptedException {
        Files.writeString(directory.resolve("changelog.sql"), """
                --liquibase formatted sql
                --changeset t:1
                %s
                --rollback SELECT 1;
                """.formatted(migration));
        ChangelogSource source = new ChangelogSource("changelog.sql", List.of(directory), null, Map.of(), "", "");
        ForkRuns runs = new ForkRuns(directory);
        ForkRequest request = runs.request(
                runs.options(
                        new NamedChangelog("changelog", "liquibase", source),
                        database,
                        List.of(Scenario.of("empty", 20)),
                        new WalkOptions(1, List.of(), List.of(), 0, false, 0),
                        1),
                RedisOptions.DEFAULT);
        return new Fork(ForkRuns.jvm(ForkRuns.classPath(), arguments), ForkRuns.NOT_ASKED, log::add, log::add)
                .run(request);
    }
}
