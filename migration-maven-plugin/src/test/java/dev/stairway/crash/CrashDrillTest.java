package dev.stairway.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.crash.CrashReport.Outcome;
import dev.stairway.crash.CrashReport.State;
import dev.stairway.database.DatabaseServer;
import dev.stairway.engine.liquibase.LiquibaseEngine;
import dev.stairway.finding.Finding;
import dev.stairway.finding.Rule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that is killed at every statement of a migration, and what the next run makes of what that left. */
class CrashDrillTest {

    private static final String USERS = """
            --changeset ann:users
            create table users (id int primary key, name varchar(50) not null);
            """;

    private static DatabaseServer server;

    @TempDir
    private Path directory;

    @BeforeAll
    static void start() {
        server = Crashes.server("postgresql", "18");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aTransactionIsWhollyThereOrNotAtAll() throws IOException {
        CrashReport report = drill().sql(USERS + """
                --changeset ann:names
                alter table users add column short varchar(5);
                update users set short = substr(name, 1, 5);
                create index users_short on users (short);
                """);

        assertThat(report.notDrilled()).isEmpty();
        assertThat(report.kills()).hasSizeGreaterThanOrEqualTo(5);
        assertThat(report.kills()).allSatisfy(kill -> {
            assertThat(kill.outcome()).as(Crashes.told(report)).isEqualTo(Outcome.BEFORE);
            assertThat(kill.inEffect()).isEmpty();
            assertThat(kill.readyNanos()).isPositive();
        });
        assertThat(Crashes.rules(report)).containsExactly(Rule.CRASH_LEAVES_LOCK);
        assertThat(report.kills()).allSatisfy(kill -> assertThat(kill.released())
                .contains(" stairway session ")
                .endsWith(" was released: its owner is dead"));
    }

    @Test
    void statementsOutsideATransactionAreInEffectAndTheNextRunFails() throws IOException {
        CrashReport report = drill().sql(USERS + """
                --changeset ann:indexes runInTransaction:false
                create index concurrently users_name on users (name);
                alter table users add column age int;
                """);

        assertThat(report.kills()).extracting(kill -> kill.outcome()).contains(Outcome.BEFORE, Outcome.NOT_RESUMABLE);
        assertThat(Crashes.rules(report)).as(Crashes.told(report)).containsExactly(Rule.CRASH_NOT_RESUMABLE, Rule.CRASH_LEAVES_LOCK);
        Finding finding = report.findings().get(0);
        assertThat(finding.title()).isEqualTo("When the server is killed, the next run fails");
        assertThat(finding.evidence())
                .anySatisfy(
                        line -> assertThat(line).contains("before statement").contains("alter table users"))
                .contains("found: a part of it in effect, or all of it and not recorded")
                .contains("in effect: index public.users_name on public.users: added")
                .anySatisfy(
                        line -> assertThat(line).startsWith("the next run: ").contains("already exists"));
        assertThat(finding.remedy()).contains("DROP INDEX public.users_name; then: liquibase update");
    }

    @Test
    void statementsThatMayRunTwiceAreGoneOnWith() throws IOException {
        CrashReport report = drill().sql(USERS + """
                --changeset ann:indexes runInTransaction:false
                alter table users add column if not exists age int;
                drop index concurrently if exists users_name;
                create index concurrently users_name on users (name);
                """);

        assertThat(Crashes.rules(report)).as(Crashes.told(report)).containsExactly(Rule.CRASH_LEAVES_LOCK);
        assertThat(report.kills())
                .extracting(kill -> kill.state() + " " + kill.outcome())
                .contains(State.BETWEEN + " " + Outcome.RESUMABLE);
    }

    @Test
    void anInvalidIndexThatTheNextRunTakesForAWholeOneIsDamage() throws IOException {
        String slow = USERS + """
                --changeset ann:slow splitStatements:false
                create function slow(text) returns text language plpgsql immutable as
                'begin perform pg_sleep(0.05); return $1; end';
                """;
        CrashOptions inside = new CrashOptions(1, List.of(), List.of(), 7, 2, 3, false);

        CrashReport hidden = drill().with(inside).sql(slow + """
                --changeset ann:indexes runInTransaction:false
                create index concurrently if not exists users_name on users (slow(name));
                """);

        assertThat(Crashes.rules(hidden)).as(Crashes.told(hidden)).containsExactly(Rule.CRASH_HIDDEN_DAMAGE, Rule.CRASH_LEAVES_LOCK);
        assertThat(hidden.findings().get(0).evidence())
                .anySatisfy(line -> assertThat(line).contains(" us into statement 1 of 3: create index concurrently"))
                .contains("after the next run: index public.users_name on public.users: valid was yes, is no");
        assertThat(hidden.findings().get(0).remedy())
                .contains("DROP INDEX CONCURRENTLY public.users_name; then: liquibase update");

        CrashReport dropped = drill().with(inside).sql(slow + """
                --changeset ann:indexes runInTransaction:false
                drop index concurrently if exists users_name;
                create index concurrently users_name on users (slow(name));
                """);

        assertThat(Crashes.rules(dropped)).as(Crashes.told(dropped)).containsExactly(Rule.CRASH_LEAVES_LOCK);
    }

    private Crashes drill() {
        return new Crashes(directory, server, new LiquibaseEngine());
    }
}
