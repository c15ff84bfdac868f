package dev.stairway.fork;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.crash.CrashOptions;
import dev.stairway.crash.CrashReport;
import dev.stairway.crash.CrashReport.Kill;
import dev.stairway.crash.CrashReport.Victim;
import dev.stairway.crash.Crashes;
import dev.stairway.database.DatabaseServer;
import dev.stairway.database.Profile;
import dev.stairway.database.TestServers;
import dev.stairway.database.provider.EmbeddedOptions;
import dev.stairway.engine.Engine;
import dev.stairway.suite.Engines;
import dev.stairway.suite.RedisOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Hundreds of kills by seed, of servers and of runners: every state is explained, and nothing is left behind. Takes a quarter of an
 * hour, so it runs only when asked for, by {@code -Dstairway.crash.benchmark=500}.
 */
@EnabledIfSystemProperty(named = CrashBenchmarkTest.KILLS, matches = "\\d+")
class CrashBenchmarkTest {

    static final String KILLS = "stairway.crash.benchmark";

    private static final String CHANGELOG = """
            --liquibase formatted sql
            --changeset ann:users
            create table users (id int primary key, name varchar(50) not null);
            --changeset ann:names
            alter table users add column short varchar(5);
            update users set short = substr(name, 1, 5);
            create index users_short on users (short);
            --changeset ann:rerunnable runInTransaction:false
            drop index if exists users_name;
            create index users_name on users (name);
            update users set short = 'x' where id > 5;
            """;

    @TempDir
    private Path directory;

    private final Map<Victim, Integer> killed = new EnumMap<>(Victim.class);
    private final Map<String, Integer> outcomes = new TreeMap<>();
    private double slowestRestart;

    @Test
    void everyStateIsExplainedAndNothingIsLeft() throws IOException {
        int wanted = Integer.getInteger(KILLS);
        Files.writeString(directory.resolve("changelog.sql"), CHANGELOG);
        long gone = 0;
        for (int seed = 1; total() < wanted; seed++) {
            for (String product : List.of("postgresql", "sqlite")) {
                drill(product, seed);
                gone = Math.max(gone, millisUntilNothingIsLeft());
                System.out.printf("%s, seed %d: %d kills so far, outcomes %s%n", product, seed, total(), outcomes);
            }
        }
        System.out.printf(
                "%d kills %s, outcomes %s, slowest restart %.0f ms, all gone after at most %d ms%n",
                total(), killed, outcomes, slowestRestart, gone);
        assertThat(gone).isLessThanOrEqualTo(2_000);
    }

    private int total() {
        return killed.values().stream().mapToInt(Integer::intValue).sum();
    }

    private void drill(String product, int seed) {
        Map<String, Engine> engines = Engines.all();
        EmbeddedOptions options = EmbeddedOptions.defaults().withProfile(Profile.PRODUCTION);
        EmbeddedOptions own = new EmbeddedOptions(
                options.cacheDirectory(), directory.resolve("work"), options.profile(), options.drivers());
        try (DatabaseServer server =
                        TestServers.provider(own).start(product, product.equals("postgresql") ? "18" : "");
                ForkedRunners runners = new ForkedRunners(
                        new KnownLibraries(Set.of(), true), List.of(), RedisOptions.DEFAULT, Map.of())) {
            CrashReport report = new Crashes(directory, server, engines.get("liquibase"))
                    .with(runners)
                    .with(new CrashOptions(2, List.of(), List.of(), seed, 20, 6, false))
                    .of("changelog.sql");
            assertThat(report.notDrilled()).isEmpty();
            assertThat(report.kills())
                    .as(Crashes.told(report))
                    .isNotEmpty()
                    .allSatisfy(kill -> assertThat(kill.outcome().fine()).isTrue());
            report.kills().forEach(this::count);
        } finally {
            Engines.close(engines);
        }
    }

    private void count(Kill kill) {
        killed.merge(kill.victim(), 1, Integer::sum);
        outcomes.merge(kill.outcome().name(), 1, Integer::sum);
        slowestRestart = Math.max(slowestRestart, kill.readyNanos() / 1e6);
    }

    /** Children of this JVM and directories of servers. */
    private long millisUntilNothingIsLeft() throws IOException {
        long start = System.nanoTime();
        List<ProcessHandle> children = ProcessHandle.current().descendants().toList();
        children.forEach(child -> child.onExit().join());
        long millis = (System.nanoTime() - start) / 1_000_000;
        Path work = directory.resolve("work");
        if (Files.exists(work)) {
            try (Stream<Path> left = Files.list(work)) {
                assertThat(left.map(Path::getFileName).map(Path::toString).filter(name -> name.startsWith("stairway-")))
                        .isEmpty();
            }
        }
        return millis;
    }
}
