package dev.stairway.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.crash.CrashReport.Outcome;
import dev.stairway.crash.CrashReport.State;
import dev.stairway.database.DatabaseServer;
import dev.stairway.database.TestServers;
import dev.stairway.database.external.ExternalTarget;
import dev.stairway.database.external.Hosts;
import dev.stairway.database.sqlite.ExternalSqliteServer;
import dev.stairway.engine.Engine;
import dev.stairway.engine.liquibase.LiquibaseEngine;
import dev.stairway.engine.redis.RedisEngine;
import dev.stairway.engine.redis.RedisLimits;
import dev.stairway.fault.FaultReport.Trial;
import dev.stairway.finding.Finding;
import dev.stairway.finding.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Faults on real servers, and what the next run makes of what they left. */
class FaultDrillTest {

    private static final String USERS = """
            --changeset ann:users
            create table users (id int primary key, name varchar(50) not null);
            """;

    private static final String NAMES = USERS + """
            --changeset ann:names
            alter table users add column short varchar(5);
            update users set short = substr(name, 1, 5);
            create index users_short on users (short);
            """;

    private static final String OUTSIDE = USERS + "--changeset ann:outside runInTransaction:false\n";

    /** The next run waits for as long as the lock of one that was cut off lasts. */
    private static final RedisLimits SHORT_LEASE = new RedisLimits(
            Duration.ofMillis(5), Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(1));

    @TempDir
    private Path directory;

    @Test
    void aTransactionOfPostgresqlIsWhollyThereOrNotAtAllWhateverGoesWrong() throws IOException {
        FaultReport report = on(TestServers.postgres(17)).sql(NAMES);

        assertThat(report.notDrilled()).isEmpty();
        assertThat(report.findings()).as(FaultDrills.told(report)).isEmpty();
        assertThat(report.trials())
                .allSatisfy(trial -> assertThat(trial.seen().outcome()).isIn(Outcome.BEFORE, Outcome.AFTER));
        Map<Fault, String> told = Map.of(
                Fault.REQUEST_LOST, "Connection reset",
                Fault.LOCK_TIMEOUT, "canceling statement due to lock timeout",
                Fault.LONG_TRANSACTION, "canceling statement due to lock timeout",
                Fault.STATEMENT_TIMEOUT, "canceling statement due to statement timeout",
                Fault.DEADLOCK, "deadlock detected");
        told.forEach((fault, text) -> {
            Trial trial = FaultDrills.of(report, fault).get(0);
            assertThat(trial.met()).isTrue();
            assertThat(trial.told()).contains(text);
            assertThat(trial.seen().state()).isEqualTo(State.BEFORE);
            boolean waits = fault != Fault.REQUEST_LOST;
            assertThat(trial.blockers()).as(fault.label()).hasSize(waits ? 1 : 0);
            assertThat(trial.blockers())
                    .allSatisfy(blocker -> assertThat(blocker).contains("LOCK TABLE public.users IN "));
        });
        assertThat(FaultDrills.of(report, Fault.ANSWER_LOST))
                .as("the commit has happened, and nobody was told")
                .last()
                .satisfies(trial -> {
                    assertThat(trial.told()).isNotEmpty();
                    assertThat(trial.seen().state()).isEqualTo(State.AFTER);
                });
        assertThat(FaultDrills.of(report, Fault.SLOW_LINE)).singleElement().satisfies(trial -> {
            assertThat(trial.met()).isFalse();
            assertThat(trial.seen().outcome()).isEqualTo(Outcome.AFTER);
        });
        assertThat(report.notes())
                .containsExactly(
                        "Not tried, as nobody knows how to put it on postgresql 17 (embedded): writes-refused");
    }

    @Test
    void whatIsInEffectOutsideATransactionKeepsTheNextRunFromGoingOn() throws IOException {
        FaultReport report =
                on(TestServers.postgres(17)).only(Fault.REQUEST_LOST).sql(OUTSIDE + """
                create index concurrently users_name on users (name);
                alter table users add column age int;
                """);

        assertThat(FaultDrills.rules(report)).as(FaultDrills.told(report)).containsExactly(Rule.FAULT_NOT_RESUMABLE);
        Finding finding = report.findings().get(0);
        assertThat(finding.title())
                .isEqualTo("When the connection is reset before the server gets a statement, the next run fails");
        assertThat(finding.evidence())
                .contains("in effect: index public.users_name on public.users: added")
                .anySatisfy(
                        line -> assertThat(line).startsWith("the next run: ").contains("already exists"));
        assertThat(finding.remedy()).contains("DROP INDEX public.users_name; then: liquibase update");

        FaultReport twice =
                on(TestServers.postgres(17)).only(Fault.REQUEST_LOST).sql(OUTSIDE + """
                drop index concurrently if exists users_name;
                create index concurrently users_name on users (name);
                alter table users add column if not exists age int;
                """);

        assertThat(twice.findings()).as(FaultDrills.told(twice)).isEmpty();
        assertThat(twice.trials()).extracting(trial -> trial.seen().outcome()).contains(Outcome.RESUMABLE);
    }

    /** The index is there, and no query will ever use it. */
    @Test
    void anIndexThatALockTimeoutLeftInvalidIsTakenForAWholeOne() throws IOException {
        FaultReport hidden = on(TestServers.postgres(17))
                .only(Fault.LONG_TRANSACTION)
                .sql(OUTSIDE + "create index concurrently if not exists users_name on users (name);\n");

        assertThat(FaultDrills.rules(hidden)).as(FaultDrills.told(hidden)).containsExactly(Rule.FAULT_HIDDEN_DAMAGE);
        assertThat(hidden.findings().get(0).title())
                .isEqualTo(
                        "When somebody has written to its tables and does not commit for longer than it may wait, the next"
                                + " run ends as if all were well, and it is not");
        assertThat(hidden.findings().get(0).evidence())
                .contains("after the next run: index public.users_name on public.users: valid was yes, is no");

        FaultReport dropped =
                on(TestServers.postgres(17)).only(Fault.LONG_TRANSACTION).sql(OUTSIDE + """
                drop index concurrently if exists users_name;
                create index concurrently users_name on users (name);
                """);

        assertThat(dropped.findings()).as(FaultDrills.told(dropped)).isEmpty();
    }

    @Test
    void aMigrationThatRaisesTheLockTimeoutIsStoppedAtTheLimit() throws IOException {
        FaultReport patient = on(TestServers.postgres(17))
                .only(Fault.LOCK_TIMEOUT)
                .within(Duration.ofSeconds(2))
                .sql(NAMES + "--changeset ann:age\nset lock_timeout = '1h';\nalter table users add column age int;\n");

        assertThat(FaultDrills.rules(patient)).as(FaultDrills.told(patient)).containsExactly(Rule.FAULT_HANGS);
        assertThat(patient.findings().get(0).title())
                .isEqualTo("When somebody holds what it needs for longer than it may wait, it does not end within 2 s");

        FaultReport brief = on(TestServers.postgres(17))
                .only(Fault.LOCK_TIMEOUT)
                .within(Duration.ofSeconds(2))
                .sql(NAMES
                        + "--changeset ann:age\nset lock_timeout = '100ms';\nalter table users add column age int;\n");

        assertThat(brief.findings()).as(FaultDrills.told(brief)).isEmpty();
        assertThat(brief.trials()).allMatch(Trial::met);
    }

    @Test
    void sqliteTellsOfALockedFileAndOfAFullDiskAndNothingHasHappened() throws IOException {
        FaultReport report = on(TestServers.sqlite()).sql(NAMES);

        assertThat(report.findings()).as(FaultDrills.told(report)).isEmpty();
        assertThat(report.trials())
                .extracting(trial -> trial.fault() + " " + trial.seen().outcome())
                .containsExactly("LOCK_TIMEOUT BEFORE", "NO_ROOM BEFORE");
        assertThat(report.trials().get(0).told()).contains("SQLITE_BUSY");
        assertThat(report.trials().get(1).told()).contains("SQLITE_FULL");
        assertThat(report.notes())
                .singleElement()
                .asString()
                .contains("request-lost", "deadlock")
                .doesNotContain("lock-timeout", "no-room");
    }

    @Test
    void aFullDiskInTheMiddleOfAScriptWithoutTransactionIsNotGoneOnWith() throws IOException {
        String full = "create table copies as select a.* from users a, users b;\n";
        FaultReport report = on(TestServers.sqlite())
                .only(Fault.NO_ROOM)
                .sql(OUTSIDE + "create view named as select name from users;\n" + full);

        assertThat(FaultDrills.rules(report)).as(FaultDrills.told(report)).containsExactly(Rule.FAULT_NOT_RESUMABLE);
        assertThat(report.findings().get(0).evidence()).contains("in effect: view named: added");

        FaultReport twice = on(TestServers.sqlite())
                .only(Fault.NO_ROOM)
                .sql(OUTSIDE + "create view if not exists named as select name from users;\n" + full);

        assertThat(twice.findings()).as(FaultDrills.told(twice)).isEmpty();
        assertThat(twice.trials()).extracting(trial -> trial.seen().outcome()).containsExactly(Outcome.RESUMABLE);
    }

    @Test
    void keysThatMayBeHandedOverTwiceAreGoneOnWithAndOthersAreDamaged() throws IOException {
        FaultReport twice = keys("redis.call('SET', k, 'new')", Fault.values());

        assertThat(twice.notDrilled()).isEmpty();
        assertThat(twice.findings()).as(FaultDrills.told(twice)).isEmpty();
        assertThat(FaultDrills.of(twice, Fault.NO_ROOM).get(0).told()).contains("OOM", "reached its maxmemory");
        assertThat(FaultDrills.of(twice, Fault.WRITES_REFUSED).get(0).told()).contains("NOREPLICAS");

        FaultReport once = keys("redis.call('APPEND', k, '!')", Fault.REQUEST_LOST);

        assertThat(FaultDrills.rules(once)).as(FaultDrills.told(once)).containsExactly(Rule.FAULT_HIDDEN_DAMAGE);
        assertThat(once.findings().get(0).title())
                .isEqualTo(
                        "When the connection is reset before the server gets a statement, the next run ends as if all were"
                                + " well, and it is not");
    }

    /** Near miss: the same on a file that was made for the run. */
    @Test
    void whatSomebodyNamedIsNotDisturbedNorWhereNobodyKnowsHow() throws IOException {
        String file = "jdbc:sqlite:" + directory.toRealPath().resolve("tests.db");
        ExternalTarget target = new ExternalTarget(file, "", "", "named-tests-1f9c", Hosts.NONE, Long.MAX_VALUE);
        ClassLoader drivers = getClass().getClassLoader();
        ExternalSqliteServer.mark(target, 30, drivers);
        try (DatabaseServer named = ExternalSqliteServer.open(target, drivers)) {
            FaultReport report = on(named).sql(USERS);

            assertThat(report.trials()).isEmpty();
            assertThat(report.findings()).isEmpty();
            assertThat(report.notes())
                    .singleElement()
                    .asString()
                    .matches("No fault was tried: sqlite .* \\(external\\) was not started for this run");
        }
        FaultReport unknown = on(TestServers.h2()).sql(USERS);
        assertThat(unknown.trials()).isEmpty();
        assertThat(unknown.findings()).isEmpty();
        assertThat(unknown.notes())
                .singleElement()
                .asString()
                .startsWith("No fault was tried: nobody knows how to put one on h2 ");
        assertThat(on(TestServers.sqlite()).sql(USERS).trials()).hasSize(2);
    }

    private FaultReport keys(String change, Fault... faults) throws IOException {
        Path scripts = Files.createDirectories(directory.resolve("redis"));
        Files.writeString(
                scripts.resolve("V1__keys.up.lua"), "for i = 1, 10 do redis.call('SET', 'k:' .. i, 'old') end\n");
        Files.writeString(
                scripts.resolve("V2__change.up.lua"),
                "-- stairway: keys k:*\nfor _, k in ipairs(KEYS) do " + change + " end\n");
        return new FaultDrills(directory, TestServers.redis("7.0"), new RedisEngine(SHORT_LEASE))
                .only(faults)
                .of("redis");
    }

    private FaultDrills on(DatabaseServer server) {
        Engine engine = new LiquibaseEngine();
        return new FaultDrills(directory, server, engine);
    }
}
