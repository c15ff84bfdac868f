package dev.stairway.engine.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.engine.Position;
import dev.stairway.engine.script.ScriptWalks;
import dev.stairway.finding.Finding;
import dev.stairway.finding.Rule;
import dev.stairway.run.CellReport;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both layouts through the whole walk; every planted defect has the near miss beside it. */
class SqlWalkTest {

    @TempDir
    private Path directory;

    private ScriptWalks golang() {
        return new ScriptWalks(new SqlEngine(), directory)
                .file("000001_users.up.sql", "create table users (id int primary key, name varchar(50) not null);")
                .file("000001_users.down.sql", "drop table users;");
    }

    private ScriptWalks dbmate() {
        return new ScriptWalks(new SqlEngine(), directory)
                .file(
                        "20240101120000_users.sql",
                        "-- migrate:up",
                        "create table users (id int primary key, name varchar(50) not null);",
                        "-- migrate:down",
                        "drop table users;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql", "h2", "mariadb"})
    void pairsOfGolangMigrateAreWalked(String product) {
        CellReport report = golang().file(
                        "000002_email.up.sql",
                        "alter table users add column email varchar(80);",
                        "create unique index users_email on users (email);")
                .file(
                        "000002_email.down.sql",
                        product.equals("mariadb") ? "drop index users_email on users;" : "drop index users_email;",
                        "alter table users drop column email;")
                .walk(product);

        assertThat(ScriptWalks.verdicts(report))
                .containsExactly("000001_users: reversible", "000002_email: reversible");
        assertThat(report.passed()).as(report.toString()).isTrue();
        assertThat(report.descent().migrations()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql", "h2", "mariadb"})
    void aWrongDownIsFoundAndTheOtherStaysGreen(String product) {
        CellReport report = golang().file(
                        "000002_email.up.sql",
                        "alter table users add column email varchar(80);",
                        "alter table users add column phone varchar(80);")
                .file("000002_email.down.sql", "alter table users drop column email;")
                .walk(product);

        assertThat(ScriptWalks.verdicts(report))
                .containsExactly("000001_users: reversible", "000002_email: rollback incomplete");
        assertThat(finding(report, Rule.ROLLBACK_INCOMPLETE).position())
                .isEqualTo(new Position("changelog/000002_email.down.sql", 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql", "h2", "mariadb"})
    void downsThatAreMissingOrEmptyOrCommentsAreToldApart(String product) {
        CellReport report = golang().file("2_a.up.sql", "create table a (id int);")
                .file("3_b.up.sql", "create table b (id int);")
                .file("3_b.down.sql")
                .file("4_c.up.sql", "create table c (id int);")
                .file("4_c.down.sql", "-- drop table c;")
                .walk(product);

        assertThat(ScriptWalks.verdicts(report))
                .containsExactly(
                        "000001_users: reversible",
                        "2_a: irreversible",
                        "3_b: rollback incomplete",
                        "4_c: rollback incomplete");
        assertThat(report.findings().stream().map(Finding::rule))
                .contains(Rule.ROLLBACK_EMPTY)
                .doesNotContain(Rule.ROLLBACK_EXECUTES_NOTHING);
    }

    @Test
    void theLineOfTheStatementThatFailsIsNamed() {
        CellReport report = golang().file("2_a.up.sql", "create table a (id int);")
                .file("2_a.down.sql", "-- back", "drop table a;", "alter table users", "  drop column nothing;")
                .walk("postgresql");

        assertThat(ScriptWalks.step(report, "2_a").verdict().label()).isEqualTo("rollback fails");
        Finding found = finding(report, Rule.ROLLBACK_FAILS);
        assertThat(found.evidence().get(0))
                .isEqualTo("changelog/2_a.down.sql:3: ERROR: column \"nothing\" of relation \"users\" does not exist");
        assertThat(found.position()).isEqualTo(new Position("changelog/2_a.down.sql", 3));
    }

    @Test
    void aStatementAloneInItsFileHasNoTransactionAroundIt() {
        CellReport report = golang().file("2_i.up.sql", "create index concurrently i on users (name);")
                .file("2_i.down.sql", "drop index concurrently i;")
                .walk("postgresql");

        assertThat(ScriptWalks.verdicts(report)).containsExactly("000001_users: reversible", "2_i: reversible");
        assertThat(ScriptWalks.step(report, "2_i").migration().transactional()).isFalse();
    }

    @Test
    void twoStatementsInOneFileAreOneTransactionAsPostgresMakesIt() {
        ScriptWalks walks = golang().file(
                        "2_i.up.sql",
                        "create index concurrently i on users (name);",
                        "create index concurrently j on users (id);")
                .file("2_i.down.sql", "drop index i;", "drop index j;");

        assertThat(ScriptWalks.step(walks.walk("postgresql"), "2_i").reason())
                .contains("CREATE INDEX CONCURRENTLY cannot run inside a transaction block");
        assertThat(ScriptWalks.verdicts(walks.set("x-multi-statement", "true").walk("postgresql")))
                .contains("2_i: reversible");
    }

    @Test
    void aFileMayCommitByItself() {
        CellReport report = golang().file(
                        "2_a.up.sql", "begin;", "create table a (id int);", "commit;", "create table b (id int);")
                .file("2_a.down.sql", "begin;", "drop table a;", "drop table b;", "commit;")
                .walk("postgresql");

        assertThat(ScriptWalks.verdicts(report)).containsExactly("000001_users: reversible", "2_a: reversible");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql", "h2", "mariadb"})
    void filesOfDbmateAreWalked(String product) {
        CellReport report = dbmate().file(
                        "20240102120000_email.sql",
                        "-- Adds an address",
                        "-- migrate:up",
                        "alter table users add column email varchar(80);",
                        "",
                        "-- migrate:down",
                        "alter table users drop column email;")
                .walk(product);

        assertThat(ScriptWalks.verdicts(report))
                .containsExactly("20240101120000_users: reversible", "20240102120000_email: reversible");
        assertThat(report.passed()).as(report.toString()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql", "h2", "mariadb"})
    void aWrongDownOfDbmateIsFoundInItsLine(String product) {
        CellReport report = dbmate().file(
                        "20240102120000_email.sql",
                        "-- migrate:up",
                        "alter table users add column email varchar(80);",
                        "-- migrate:down",
                        "-- alter table users drop column email;",
                        "",
                        "drop table nothing;")
                .walk(product);

        assertThat(finding(report, Rule.ROLLBACK_FAILS).position())
                .isEqualTo(new Position("changelog/20240102120000_email.sql", 6));
    }

    @Test
    void dbmateRunsWithoutTransactionOnlyWhenAskedTo() {
        CellReport report = dbmate().file(
                        "2_i.sql",
                        "-- migrate:up transaction:false",
                        "create index concurrently i on users (name);",
                        "-- migrate:down transaction:false",
                        "drop index concurrently i;")
                .file(
                        "3_j.sql",
                        "-- migrate:up",
                        "create index concurrently j on users (name);",
                        "-- migrate:down",
                        "drop index j;")
                .walk("postgresql");

        assertThat(ScriptWalks.verdicts(report))
                .containsExactly("20240101120000_users: reversible", "2_i: reversible", "3_j: migration fails");
    }

    @Test
    void theHistoryMayHaveAnotherName() {
        CellReport report = golang().set("x-migrations-table", "Moves").walk("postgresql");

        assertThat(ScriptWalks.verdicts(report)).containsExactly("000001_users: reversible");
        assertThat(report.passed()).isTrue();
    }

    private static Finding finding(CellReport report, Rule rule) {
        return report.findings().stream()
                .filter(found -> found.rule() == rule)
                .findFirst()
                .orElseThrow(() -> new AssertionError(report.findings().toString()));
    }
}
