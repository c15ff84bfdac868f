package dev.stairway.fork;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.crash.CrashOptions;
import dev.stairway.crash.CrashReport;
import dev.stairway.crash.CrashReport.Kill;
import dev.stairway.crash.CrashReport.Outcome;
import dev.stairway.crash.CrashReport.Victim;
import dev.stairway.crash.Crashes;
import dev.stairway.database.DatabaseServer;
import dev.stairway.engine.Engine;
import dev.stairway.finding.Rule;
import dev.stairway.suite.Engines;
import dev.stairway.suite.RedisOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that are killed while they apply migrations, on every database and with every engine. */
class KilledRunnerTest {

    private static final String USERS = """
            --changeset ann:users
            create table users (id int primary key, name varchar(50) not null);
            """;

    /** The lock of a killed run ends soon. */
    private static final RedisOptions REDIS = new RedisOptions(
            null,
            RedisOptions.DEFAULT.maxBlockMillis(),
            RedisOptions.DEFAULT.timeoutMillis(),
            RedisOptions.DEFAULT.lockWaitMillis(),
            1_000);

    @TempDir
    private Path directory;

    @Test
    void postgresqlTakesBackWhatAKilledRunnerHasBegun() throws IOException {
        CrashReport report = drilled("postgresql", "18", "liquibase", USERS + """
                --changeset ann:names
                alter table users add column short varchar(5);
                update users set short = substr(name, 1, 5);
                """);

        assertThat(Crashes.rules(report)).as(Crashes.told(report)).containsExactly(Rule.CRASH_LEAVES_LOCK);
        assertThat(report.kills()).extracting(Kill::victim).contains(Victim.SERVER, Victim.RUNNER);
        assertThat(report.kills())
                .extracting(Kill::outcome)
                .contains(Outcome.BEFORE)
                .isSubsetOf(Outcome.BEFORE, Outcome.AFTER);
    }

    @Test
    void sqliteIsKilledTogetherWithItsRunner() throws IOException {
        CrashReport report = drilled("sqlite", "", "liquibase", USERS + """
                --changeset ann:names
                alter table users add column short varchar(5);
                update users set short = substr(name, 1, 5);
                """);

        assertThat(Crashes.rules(report)).as(Crashes.told(report)).containsExactly(Rule.CRASH_LEAVES_LOCK);
        assertThat(report.kills()).extracting(Kill::victim).containsOnly(Victim.RUNNER);
        assertThat(report.kills())
                .extracting(Kill::outcome)
                .contains(Outcome.BEFORE)
                .isSubsetOf(Outcome.BEFORE, Outcome.AFTER);
    }

    @Test
    void statementsOfSqliteOutsideATransactionStay() throws IOException {
        CrashReport report = drilled("sqlite", "", "liquibase", USERS + """
                --changeset ann:names runInTransaction:false
                alter table users add column short varchar(5);
                update users set short = substr(name, 1, 5);
                """);

        assertThat(Crashes.rules(report))
                .as(Crashes.told(report))
                .containsExactly(Rule.CRASH_NOT_RESUMABLE, Rule.CRASH_LEAVES_LOCK);
        assertThat(report.findings().get(0).title())
                .isEqualTo("When the process that applies it is killed, the next run fails");
    }

    /** Whoever signs it so that nobody can tell whether he lives has to take it back himself. */
    @Test
    void aLockWithTheNameOfADeploymentStaysForEver() throws IOException {
        CrashReport report = sqlite(new CrashOptions(1, List.of(), List.of(), 7, 2, 0, false), USERS + """
                --changeset ann:signed runInTransaction:false
                update databasechangeloglock set lockedby = 'deployment 7';
                """);

        assertThat(report.kills()).extracting(Kill::outcome).containsExactly(Outcome.BEFORE, Outcome.STUCK_LOCK);
        assertThat(Crashes.rules(report))
                .as(Crashes.told(report))
                .containsExactly(Rule.CRASH_STUCK_LOCK, Rule.CRASH_LEAVES_LOCK);
        assertThat(report.findings().get(0).title())
                .isEqualTo("When the process that applies it is killed, the lock stays, and nobody can go on");
        assertThat(report.findings().get(0).evidence())
                .anySatisfy(
                        line -> assertThat(line).contains("deployment 7 since ", "nobody can tell that it is dead"));
        assertThat(report.findings().get(0).remedy())
                .isEqualTo("Make sure that no runner lives, then: liquibase release-locks");
    }

    @Test
    void redisGoesOnWithWhatAKilledRunnerHasBegun() throws IOException {
        Files.writeString(directory.resolve("V1__numbers.up.redis"), "SET total 3\nSET one 1\n");
        Files.writeString(directory.resolve("V1__numbers.down.redis"), "DEL one total\n");

        CrashReport report = of("redis", "7.0", "redis", ".");

        assertThat(report.notDrilled()).isEmpty();
        assertThat(report.findings()).as(Crashes.told(report)).isEmpty();
        assertThat(report.kills()).extracting(Kill::victim).contains(Victim.SERVER, Victim.RUNNER);
        assertThat(report.kills()).extracting(Kill::outcome).contains(Outcome.BEFORE, Outcome.RESUMABLE, Outcome.AFTER);
    }

    private CrashReport drilled(String product, String version, String engine, String sql) throws IOException {
        Files.writeString(directory.resolve("changelog.sql"), "--liquibase formatted sql\n" + sql);
        return of(product, version, engine, "changelog.sql");
    }

    private CrashReport sqlite(CrashOptions options, String sql) throws IOException {
        Files.writeString(directory.resolve("changelog.sql"), "--liquibase formatted sql\n" + sql);
        return of("sqlite", "", "liquibase", "changelog.sql", options);
    }

    private CrashReport of(String product, String version, String engine, String changelog) throws IOException {
        return of(product, version, engine, changelog, new CrashOptions(1, List.of(), List.of(), 7, 3, 1, true));
    }

    private CrashReport of(String product, String version, String engine, String changelog, CrashOptions options)
            throws IOException {
        Map<String, Engine> engines = Engines.all(REDIS, Set.of());
        try (DatabaseServer server = Crashes.server(product, version);
                ForkedRunners runners =
                        new ForkedRunners(new KnownLibraries(Set.of(), true), List.of(), REDIS, Map.of())) {
            return new Crashes(directory, server, engines.get(engine))
                    .with(runners)
                    .with(options)
                    .of(changelog);
        } finally {
            Engines.close(engines);
        }
    }
}
