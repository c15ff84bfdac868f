package dev.stairway.operate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.external.NamedTarget;
import dev.stairway.database.postgres.NamedPostgres;
import dev.stairway.engine.ChangelogSource;
import dev.stairway.operate.OperationReport.Result;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Upgrade and downgrade with every engine but Liquibase, on PostgreSQL, and on SQLite where no other test does it. */
class UpgradeByEngineTest {

    @TempDir
    private Path work;

    private final NamedPostgres named = SharedPostgres.get();

    static Stream<Arguments> places() {
        return Stream.of(
                Arguments.of(Changelogs.MYBATIS, "postgresql"),
                Arguments.of(Changelogs.FLYWAY, "postgresql"),
                Arguments.of(Changelogs.SCRIPTS, "postgresql"),
                Arguments.of(Changelogs.MYBATIS, "sqlite"));
    }

    /** Empty: Flyway begins on no other. */
    private NamedTarget target(String product) {
        return product.equals("postgresql")
                ? Shop.postgres(named, work.getFileName().toString().replaceAll("\\W", "_"))
                : Shop.sqlite(work.resolve("shop.db"));
    }

    private Operations how(Changelogs kind, ChangelogSource source) {
        return new Operations(kind.engine(), source, work.resolve("backups"));
    }

    private OperationReport upgrade(Changelogs kind, ChangelogSource source, NamedTarget target) {
        return new Upgrade(how(kind, source).on(target), "").run();
    }

    private ChangelogSource two(Changelogs kind) {
        ChangelogSource source = kind.begin(work);
        kind.migration(work, 1, "CREATE TABLE a (id INTEGER PRIMARY KEY, said VARCHAR(20))", "DROP TABLE a");
        kind.migration(work, 2, "INSERT INTO a VALUES (1, 'Zoë')", "DELETE FROM a");
        return source;
    }

    @ParameterizedTest
    @MethodSource("places")
    void itGoesUpAndDownAndWhatFailsLeavesTheDatabaseAsItWas(Changelogs kind, String product) {
        NamedTarget target = target(product);
        ChangelogSource source = two(kind);
        Fingerprint empty = Operations.fingerprint(target);
        dryRun(kind, source, target);
        assertThat(Operations.fingerprint(target).same(empty)).isTrue();

        OperationReport up = upgrade(kind, source, target);
        assertThat(up.result()).as(up.text()).isEqualTo(Result.DONE);
        Fingerprint before = Operations.fingerprint(target);
        assertThat(before.same(empty)).isFalse();

        kind.migration(work, 3, "CREATE TABLE b (id INTEGER)", "DROP TABLE b");
        kind.migration(work, 4, "INSERT INTO a VALUES (2, 'x');\nINSERT INTO nowhere VALUES (1)", "DELETE FROM a");
        OperationReport fails = upgrade(kind, source, target);
        assertThat(fails.result()).as(fails.text()).isEqualTo(Result.TAKEN_BACK);
        assertThat(fails.reason()).contains("nowhere", "every migration of this run was taken back");
        assertThat(fails.steps()).extracting(StepLine::direction).containsExactly("up", "up", "down");
        assertThat(fails.before().same(fails.after())).isTrue();
        assertThat(fails.revisionAfter()).isEqualTo(up.revisionAfter());
        assertThat(Operations.fingerprint(target).same(before)).isTrue();

        kind.without(work, 3);
        kind.migration(work, 3, "UPDATE a SET said = 'gone'", "");
        OperationReport restored = upgrade(kind, source, target);
        assertThat(restored.result()).as(restored.text()).isEqualTo(Result.TAKEN_BACK);
        assertThat(restored.reason()).contains("the backup of before was put back");
        assertThat(restored.revisionAfter()).isEqualTo(up.revisionAfter());
        assertThat(Operations.fingerprint(target).same(before)).isTrue();

        kind.without(work, 3);
        kind.without(work, 4);
        down(kind, source, target, up, before);
        assertThat(Operations.fingerprint(target).same(empty)).isTrue();
    }

    private void dryRun(Changelogs kind, ChangelogSource source, NamedTarget target) {
        int start = named.log().length();
        OperationReport dry = new Upgrade(how(kind, source).dryRun().on(target), "").run();
        assertThat(dry.result()).as(dry.text()).isEqualTo(Result.DRY_RUN);
        assertThat(dry.sql()).anyMatch(line -> line.contains("CREATE TABLE a"));
        assertThat(HealthAndStatusTest.writesTo(
                        target.url().substring(target.url().lastIndexOf('/') + 1),
                        named.log().substring(start)))
                .isEmpty();
    }

    private void down(
            Changelogs kind, ChangelogSource source, NamedTarget target, OperationReport up, Fingerprint before) {
        kind.changeDown(work, 1, "DROP TABLE a", "DROP TABLE nowhere");
        OperationReport fails = new Downgrade(how(kind, source).on(target), "", 2).run();
        assertThat(fails.result()).as(fails.text()).isEqualTo(Result.TAKEN_BACK);
        assertThat(fails.reason()).contains("cannot be taken back", "the backup of before was put back");
        assertThat(fails.steps()).extracting(StepLine::result).containsExactly("EXECUTED", "FAILED");
        assertThat(fails.revisionAfter()).isEqualTo(up.revisionAfter());
        assertThat(Operations.fingerprint(target).same(before)).isTrue();
        kind.changeDown(work, 1, "DROP TABLE nowhere", "DROP TABLE a");
        OperationReport done =
                new Downgrade(how(kind, source).on(target), "", up.steps().size()).run();
        assertThat(done.result()).as(done.text()).isEqualTo(Result.DONE);
        assertThat(done.steps()).hasSameSizeAs(up.steps());
    }

    @Test
    void inProductionItStaysAsItIsAndWithoutAWayBackADowngradeIsRefused() {
        NamedTarget target = target("sqlite");
        ChangelogSource source = two(Changelogs.MYBATIS);
        assertThat(upgrade(Changelogs.MYBATIS, source, target).result()).isEqualTo(Result.DONE);
        Fingerprint before = Operations.fingerprint(target);
        Changelogs.MYBATIS.migration(work, 3, "UPDATE a SET said = 'gone'", "");
        Changelogs.MYBATIS.migration(work, 4, "INSERT INTO nowhere VALUES (1)", "");
        OperationReport told =
                new Upgrade(how(Changelogs.MYBATIS, source).in("production").on(target), "").run();
        assertThat(told.result()).as(told.text()).isEqualTo(Result.FAILED);
        assertThat(told.next()).contains("mvn migration:restore", told.backup());
        assertThat(Operations.fingerprint(target).same(before)).isFalse();
        OperationReport refused = new Downgrade(how(Changelogs.MYBATIS, source).on(target), "", 1).run();
        assertThat(refused.result()).as(refused.text()).isEqualTo(Result.REFUSED);
        assertThat(refused.reason()).contains("has no way back");
        assertThat(refused.backup()).isEmpty();
        OperationReport back =
                new Restoration(how(Changelogs.MYBATIS, source).on(target), Path.of(told.backup()), true).run();
        assertThat(back.result()).as(back.text()).isEqualTo(Result.DONE);
        assertThat(Operations.fingerprint(target).same(before)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "sqlite"})
    void whatABootstrapScriptDidIsNotLeftBehind(String product) {
        NamedTarget target = target(product);
        ChangelogSource source = two(Changelogs.MYBATIS);
        Fingerprint empty = Operations.fingerprint(target);
        Changelogs.MYBATIS.file(
                work, "scripts/bootstrap.sql", "CREATE TABLE early (id INTEGER);\nINSERT INTO nowhere VALUES (1);\n");
        OperationReport refused = upgrade(Changelogs.MYBATIS, source, target);
        assertThat(refused.result()).as(refused.text()).isEqualTo(Result.REFUSED);
        assertThat(refused.reason()).contains("The bootstrap script fails", "nowhere");
        assertThat(Operations.fingerprint(target).same(empty)).isTrue();

        Changelogs.MYBATIS.file(work, "scripts/bootstrap.sql", "CREATE TABLE early (id INTEGER);\n");
        Changelogs.MYBATIS.migration(work, 3, "INSERT INTO nowhere VALUES (1)", "DELETE FROM a");
        OperationReport restored = upgrade(Changelogs.MYBATIS, source, target);
        assertThat(restored.result()).as(restored.text()).isEqualTo(Result.TAKEN_BACK);
        assertThat(restored.reason()).contains("the backup of before was put back");
        assertThat(restored.before().same(restored.after())).isTrue();
        assertThat(Operations.fingerprint(target).same(empty)).isTrue();
        Changelogs.MYBATIS.without(work, 3);
        OperationReport done = upgrade(Changelogs.MYBATIS, source, target);
        assertThat(done.result()).as(done.text()).isEqualTo(Result.DONE);
    }
}
