package dev.stairway.operate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.external.NamedTarget;
import dev.stairway.database.postgres.NamedPostgres;
import dev.stairway.engine.ChangelogSource;
import dev.stairway.engine.liquibase.LiquibaseEngine;
import dev.stairway.engine.sql.SqlEngine;
import dev.stairway.operate.OperationReport.Result;
import dev.stairway.operate.health.Check;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Liquibase on a PostgreSQL of a user's, who owns his database and no more. */
class UpgradePostgresTest {

    private static final String FAILS = "CREATE TABLE late (id INT); SELECT 1 / 0#DROP TABLE late";

    @TempDir
    static Path work;

    private final NamedPostgres named = SharedPostgres.get();
    private final LiquibaseEngine liquibase = new LiquibaseEngine();

    private Operations operations(String name, List<String> changes) {
        ChangelogSource source = Shop.changelog(work.resolve(name), changes);
        return new Operations(liquibase, source, work.resolve("backups"));
    }

    /** With a row, so that there is something to lose. */
    private NamedTarget old(String name) {
        NamedTarget target = Shop.postgres(named, name);
        Shop.sql(target, "CREATE TABLE old (id INT PRIMARY KEY, said TEXT)", "INSERT INTO old VALUES (1, 'Zoë')");
        return target;
    }

    private static OperationReport upgrade(Operations how, NamedTarget target) {
        return new Upgrade(how.on(target), "").run();
    }

    @Test
    void itAppliesWhatIsPendingWithABackupAndLooksAfterwards() {
        NamedTarget target = old("good");
        Operations how = operations("good", Shop.GOOD);
        OperationReport report = upgrade(how, target);
        assertThat(report.result()).as(report.text()).isEqualTo(Result.DONE);
        assertThat(report.steps()).extracting(StepLine::result).containsExactly("EXECUTED", "EXECUTED", "EXECUTED");
        assertThat(report.revisionBefore()).isEmpty();
        assertThat(report.revisionAfter()).contains("3");
        assertThat(report.before().same(report.after())).isFalse();
        assertThat(report.validation().checks())
                .filteredOn(check -> check.verdict() == Check.Verdict.OK)
                .extracting(Check::name)
                .contains("revision", "pending", "schema", "invalid indexes", "constraints");
        assertThat(Path.of(report.backup())).exists();
        assertThat(how.said)
                .anyMatch(line -> line.startsWith("Upgrade of " + target.place() + " (staging) from nothing"));
        assertThat(named.text("good", "SELECT locked::text FROM databasechangeloglock"))
                .isEqualTo("false");
        assertThat(upgrade(operations("good", Shop.GOOD), target).result()).isEqualTo(Result.NOTHING_TO_DO);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void aFailingMigrationLeavesTheDatabaseAsItWas(int place) {
        NamedTarget target = old("fails" + place);
        List<String> changes = new ArrayList<>(Shop.GOOD);
        changes.add(place, FAILS);
        Fingerprint before = Operations.fingerprint(target);
        OperationReport report = upgrade(operations("fails" + place, changes), target);
        assertThat(report.result()).as(report.text()).isEqualTo(Result.TAKEN_BACK);
        assertThat(report.reason()).contains("division by zero", "was taken back");
        assertThat(Operations.fingerprint(target).same(before)).isTrue();
        assertThat(report.before().same(report.after())).isTrue();
        assertThat(report.steps())
                .filteredOn(line -> line.direction().equals("down"))
                .hasSize(place);
        assertThat(report.revisionAfter()).isEmpty();
    }

    @Test
    void whereAMigrationHasNoWayBackTheBackupIsPutBack() {
        NamedTarget target = old("restored");
        List<String> changes = List.of(
                "UPDATE old SET said = 'gone'; CREATE VIEW seen AS SELECT * FROM old",
                "CREATE TYPE mood AS ENUM ('good'); CREATE TABLE late (id SERIAL, mood mood)",
                FAILS);
        Fingerprint before = Operations.fingerprint(target);
        OperationReport report = upgrade(operations("restored", changes), target);
        assertThat(report.result()).as(report.text()).isEqualTo(Result.TAKEN_BACK);
        assertThat(report.reason()).contains("the backup of before was put back");
        assertThat(report.before().same(report.after())).isTrue();
        assertThat(Operations.fingerprint(target).same(before)).isTrue();
        // It takes the corrected changelog at once.
        OperationReport again = upgrade(operations("restored", changes.subList(0, 2)), target);
        assertThat(again.result()).as(again.text()).isEqualTo(Result.DONE);
    }

    @Test
    void inProductionNothingIsTakenBackAndTheNextCommandIsTold() {
        NamedTarget target = old("production");
        List<String> changes = new ArrayList<>(Shop.GOOD);
        changes.add(2, FAILS);
        OperationReport report = upgrade(operations("production", changes).in("production"), target);
        assertThat(report.result()).isEqualTo(Result.FAILED);
        assertThat(report.next())
                .contains("mvn migration:downgrade", target.place(), "-Dmigration.environment=production", "count=2");
        assertThat(report.steps()).extracting(StepLine::direction).containsOnly("up");
        assertThat(named.text("production", "SELECT count(*) FROM databasechangelog"))
                .isEqualTo("2");
        OperationReport back =
                new Downgrade(operations("production", changes).in("production").on(target), "", 2).run();
        assertThat(back.result()).as(back.text()).isEqualTo(Result.DONE);
        assertThat(back.revisionAfter()).isEmpty();
    }

    @Test
    void whatRanOutsideATransactionIsPutBackFromTheBackup() {
        NamedTarget target = old("concurrently");
        Shop.sql(target, "INSERT INTO old VALUES (2, 'Zoë')");
        Path directory = work.resolve("concurrently");
        Shop.changelog(directory, List.of("CREATE UNIQUE INDEX CONCURRENTLY once ON old (said)"));
        try {
            Path file = directory.resolve("changelog.sql");
            Files.writeString(file, Files.readString(file).replace("ann:1", "ann:1 runInTransaction:false"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        Fingerprint before = Operations.fingerprint(target);
        OperationReport report = upgrade(
                new Operations(liquibase, Shop.source(directory, "changelog.sql"), work.resolve("backups")), target);
        assertThat(report.result()).as(report.text()).isEqualTo(Result.TAKEN_BACK);
        assertThat(report.reason()).contains("could not create unique index");
        assertThat(Operations.fingerprint(target).same(before)).isTrue();
        assertThat(named.text("concurrently", "SELECT count(*) FROM pg_index WHERE NOT indisvalid"))
                .isEqualTo("0");
    }

    @Test
    void aDryRunTellsTheStatementsAndTheServersLogProvesThatItWroteNothing() throws IOException {
        NamedTarget target = old("dry");
        Fingerprint before = Operations.fingerprint(target);
        int start = named.log().length();
        OperationReport report = upgrade(operations("dry", Shop.GOOD).dryRun(), target);
        String log = named.log().substring(start);
        assertThat(report.result()).isEqualTo(Result.DRY_RUN);
        assertThat(report.sql())
                .anyMatch(line -> line.startsWith("CREATE TABLE customer"))
                .hasSize(6);
        assertThat(HealthAndStatusTest.writesTo("dry", log)).isEmpty();
        assertThat(log).contains("|dry|");
        assertThat(Operations.fingerprint(target).same(before)).isTrue();
        assertThat(named.text("dry", "SELECT count(*) FROM pg_class WHERE relname LIKE 'databasechangelog%'"))
                .isEqualTo("0");
        try (Stream<Path> files = Files.list(work.resolve("backups"))) {
            assertThat(files).noneMatch(file -> file.toString().endsWith("_dry"));
        }
    }

    @Test
    void whoSaysNoChangesNothing() {
        NamedTarget target = old("no");
        Fingerprint before = Operations.fingerprint(target);
        OperationReport report = upgrade(operations("no", Shop.GOOD).refusing(), target);
        assertThat(report.result()).isEqualTo(Result.REFUSED);
        assertThat(Operations.fingerprint(target).same(before)).isTrue();
        assertThat(named.text("no", "SELECT count(*) FROM pg_class WHERE relname LIKE 'databasechangelog%'"))
                .isEqualTo("0");
    }

    @Test
    void aLockOfAnotherRunIsToldAndNothingIsChanged() {
        NamedTarget target = old("held");
        assertThat(new Upgrade(operations("held", Shop.GOOD).on(target), "changelog.sql::1::ann")
                        .run()
                        .steps())
                .hasSize(1);
        named.sql("held", "UPDATE databasechangeloglock SET locked = TRUE, lockgranted = now(), lockedby = 'build-7'");
        OperationReport report = upgrade(operations("held", Shop.GOOD), target);
        assertThat(report.result()).isEqualTo(Result.REFUSED);
        assertThat(report.reason()).contains("lock of Liquibase", "build-7 since");
        assertThat(named.text("held", "SELECT count(*) FROM databasechangelog")).isEqualTo("1");
    }

    @Test
    void aTableThatSomebodyLocksStopsTheUpgradeInTimeAndItIsTriedAgain() throws SQLException {
        NamedTarget target = old("waiting");
        List<String> changes = List.of("ALTER TABLE old ADD COLUMN more INT#ALTER TABLE old DROP COLUMN more");
        Fingerprint before = Operations.fingerprint(target);
        try (Connection user = named.as("walker", "waiting");
                Statement statement = user.createStatement()) {
            user.setAutoCommit(false);
            statement.execute("SELECT * FROM old");
            OperationReport report =
                    upgrade(operations("waiting", changes).withoutBackup().retrying(2), target);
            assertThat(report.result()).as(report.text()).isEqualTo(Result.TAKEN_BACK);
            assertThat(report.reason()).contains("lock timeout");
            assertThat(report.steps()).extracting(StepLine::attempts).containsExactly(3);
        }
        assertThat(Operations.fingerprint(target).same(before)).isTrue();
        assertThat(upgrade(operations("waiting", changes), target).result()).isEqualTo(Result.DONE);
    }

    @Test
    void itStopsWhenItsTimeIsOver() {
        NamedTarget target = old("slow");
        OperationReport report = upgrade(
                operations("slow", List.of(Shop.GOOD.get(0), "SELECT pg_sleep(20)#SELECT 1"))
                        .withoutBackup()
                        .within(Duration.ofSeconds(3)),
                target);
        assertThat(report.result()).as(report.text()).isEqualTo(Result.TAKEN_BACK);
        assertThat(report.reason()).contains("statement timeout");
        assertThat(report.steps()).extracting(StepLine::direction).containsExactly("up", "up", "down");
    }

    @Test
    void plainScriptsAreToldByADryRunBeforeAndAfterTheirTableIsThere() throws IOException {
        NamedTarget target = old("scripts");
        Path folder = work.resolve("scripts/db/scripts");
        Files.createDirectories(folder);
        Files.writeString(
                folder.resolve("001_a.sql"),
                "-- migrate:up\ncreate table a (id int);\n-- migrate:down\ndrop table a;\n");
        ChangelogSource source = Shop.source(work.resolve("scripts"), "db/scripts");
        Operations how = new Operations(new SqlEngine(), source, work.resolve("backups"));
        int start = named.log().length();
        assertThat(upgrade(how.dryRun(), target).sql()).hasSize(2);
        OperationReport done = upgrade(new Operations(new SqlEngine(), source, work.resolve("backups")), target);
        assertThat(done.result()).as(done.text()).isEqualTo(Result.DONE);
        Files.writeString(folder.resolve("002_b.sql"), "-- migrate:up\nselect 1 / 0;\n-- migrate:down\nselect 1;\n");
        int between = named.log().length();
        OperationReport dry =
                upgrade(new Operations(new SqlEngine(), source, work.resolve("backups")).dryRun(), target);
        assertThat(dry.result()).as(dry.text()).isEqualTo(Result.DRY_RUN);
        assertThat(dry.sql()).hasSize(2);
        assertThat(HealthAndStatusTest.writesTo("scripts", named.log().substring(between)))
                .isEmpty();
        assertThat(HealthAndStatusTest.writesTo("scripts", named.log().substring(start, between)))
                .isNotEmpty();
        OperationReport fails = upgrade(new Operations(new SqlEngine(), source, work.resolve("backups")), target);
        assertThat(fails.result()).as(fails.text()).isEqualTo(Result.TAKEN_BACK);
        assertThat(fails.revisionAfter()).isEqualTo("001_a");
    }

    @Test
    void aSecondRunOfThisPluginIsKeptAway() throws SQLException {
        NamedTarget target = old("second");
        try (Connection first = named.as("walker", "second");
                Statement statement = first.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(1398034779, 1970301)");
            OperationReport report = upgrade(operations("second", Shop.GOOD), target);
            assertThat(report.result()).isEqualTo(Result.REFUSED);
            assertThat(report.reason()).contains("Another run has the lock of this database");
        }
        assertThat(upgrade(operations("second", Shop.GOOD), target).result()).isEqualTo(Result.DONE);
    }

    @Test
    void aBackupGoesBackInOneTransactionOrNotAtAll() {
        NamedTarget target = old("back");
        Operations how = operations("back", Shop.GOOD);
        Fingerprint before = Operations.fingerprint(target);
        OperationReport taken = new TakeBackup(how.on(target)).run();
        assertThat(taken.result()).as(taken.text()).isEqualTo(Result.DONE);
        Shop.sql(
                target,
                "DELETE FROM old",
                "CREATE SCHEMA more",
                "CREATE DOMAIN more.age AS INT CHECK (VALUE > 0)",
                "CREATE TABLE kept (id INT GENERATED ALWAYS AS IDENTITY, age more.age)",
                "CREATE FUNCTION f() RETURNS INT LANGUAGE sql AS 'SELECT 1'",
                "CREATE MATERIALIZED VIEW seen AS SELECT * FROM kept");
        assertThat(restored(how, target, taken, false).reason()).contains("The database is not empty");
        named.sql("back", "CREATE SCHEMA theirs");
        Fingerprint between = Operations.fingerprint(target);
        OperationReport fails = restored(how, target, taken, true);
        assertThat(fails.result()).isEqualTo(Result.FAILED);
        assertThat(fails.reason()).contains("the database is as it was", "must be owner");
        assertThat(Operations.fingerprint(target).same(between)).isTrue();
        named.sql("back", "DROP SCHEMA theirs");
        OperationReport done = restored(how, target, taken, true);
        assertThat(done.result()).as(done.text()).isEqualTo(Result.DONE);
        assertThat(Operations.fingerprint(target).same(before)).isTrue();
        NamedTarget other = Shop.postgres(named, "back_elsewhere");
        assertThat(restored(how, other, taken, false).result()).isEqualTo(Result.DONE);
        assertThat(Operations.fingerprint(other).same(before)).isTrue();
    }

    private static OperationReport restored(
            Operations how, NamedTarget target, OperationReport taken, boolean replace) {
        return new Restoration(how.on(target), Path.of(taken.backup()), replace).run();
    }

    @Test
    void whoMayNotAndWhoCannotConnectChangesNothingAndNoPasswordIsTold() {
        NamedTarget target = old("guarded");
        named.sql("postgres", "CREATE ROLE guest LOGIN PASSWORD '" + NamedPostgres.PASSWORD + "'");
        Fingerprint before = Operations.fingerprint(target);
        for (NamedTarget wrong : List.of(
                new NamedTarget(target.url(), "guest", NamedPostgres.PASSWORD),
                new NamedTarget(target.url(), "walker", "canary-wrong-3"),
                new NamedTarget("jdbc:postgresql://127.0.0.1:1/guarded", "walker", "canary-wrong-3"))) {
            Operations how = operations("guarded", Shop.GOOD);
            OperationReport report = upgrade(how, wrong);
            assertThat(report.result()).isEqualTo(Result.REFUSED);
            assertThat(report.text()).containsPattern("may not create|password authentication failed|refused");
            assertThat(report + " " + how.said).doesNotContain("canary-");
        }
        assertThat(Operations.fingerprint(target).same(before)).isTrue();
    }
}
