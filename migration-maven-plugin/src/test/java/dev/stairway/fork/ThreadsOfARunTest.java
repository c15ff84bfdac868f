package dev.stairway.fork;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.TestServers;
import dev.stairway.database.provider.DatabaseProviders;
import dev.stairway.engine.ChangelogSource;
import dev.stairway.engine.Engine;
import dev.stairway.matrix.Cell.NamedChangelog;
import dev.stairway.matrix.DatabaseRequest;
import dev.stairway.matrix.Scenario;
import dev.stairway.run.WalkOptions;
import dev.stairway.suite.Engines;
import dev.stairway.suite.ProgressLines;
import dev.stairway.suite.RedisOptions;
import dev.stairway.suite.Suite;
import dev.stairway.suite.SuiteOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs inside this JVM, as in a Maven daemon, which lives on. */
class ThreadsOfARunTest {

    /** The JDK's own, which it ends when it pleases. */
    private static final List<String> OF_THE_JDK = List.of(
            "process reaper", "ForkJoinPool.commonPool", "Cleaner", "Attach", "junit", "surefire", "Keep-Alive");

    @TempDir
    private Path directory;

    @Test
    void noThreadOutlivesARun() throws Exception {
        Set<Thread> before = threads();

        run("redis", "postgresql", "sqlite");

        List<Thread> ours = threads().stream()
                .filter(thread -> !before.contains(thread))
                .filter(thread ->
                        OF_THE_JDK.stream().noneMatch(name -> thread.getName().contains(name)))
                .toList();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        for (Thread thread : ours) {
            thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime())));
        }
        assertThat(ours.stream().filter(Thread::isAlive).map(Thread::getName)).isEmpty();
    }

    private void run(String... databases) throws Exception {
        Files.writeString(directory.resolve("shop.sql"), """
                --liquibase formatted sql
                --changeset a:1
                CREATE TABLE item (id integer NOT NULL PRIMARY KEY);
                --rollback DROP TABLE item;
                """);
        Path scripts = Files.createDirectories(directory.resolve("redis"));
        Files.writeString(scripts.resolve("V1__a.up.redis"), "SET a 1\n");
        Files.writeString(scripts.resolve("V1__a.down.redis"), "DEL a\n");
        SuiteOptions plain = new ForkRuns(directory)
                .options(
                        changelog("liquibase", "shop.sql"),
                        "sqlite",
                        List.of(Scenario.of("sample", 5)),
                        new WalkOptions(1, List.of(), List.of(), 0, true, 0),
                        2);
        SuiteOptions options = new SuiteOptions(
                plain.goal(),
                List.of(changelog("liquibase", "shop.sql"), changelog("redis", "redis")),
                List.of(databases).stream().map(DatabaseRequest::parse).toList(),
                plain.scenarios(),
                plain.walk(),
                plain.threads(),
                plain.outputDirectory(),
                plain.waivers(),
                plain.gate(),
                plain.project(),
                plain.projectName(),
                plain.tool());
        Map<String, Engine> engines = Engines.all(RedisOptions.DEFAULT, Set.of());
        Suite.Result result;
        try {
            result = new Suite(
                            options,
                            engines,
                            DatabaseProviders.of(TestServers.provider()),
                            new ProgressLines(line -> {}),
                            Clock.systemUTC())
                    .run();
        } finally {
            Engines.close(engines);
        }
        assertThat(result.document().gate().failed()).isFalse();
        assertThat(result.document().cells()).hasSize(databases.length);
    }

    private NamedChangelog changelog(String engine, String location) {
        return new NamedChangelog(
                engine,
                engine,
                new ChangelogSource(location, List.of(directory), getClass().getClassLoader(), Map.of(), "", ""));
    }

    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(Thread::isAlive)
                .collect(Collectors.toSet());
    }
}
