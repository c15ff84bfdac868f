package dev.stairway.operate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.backup.Backup;
import dev.stairway.database.DatabaseServer;
import dev.stairway.database.TestServers;
import dev.stairway.database.external.NamedTarget;
import dev.stairway.database.redis.RedisConnection;
import dev.stairway.database.redis.RedisDatabase;
import dev.stairway.engine.ChangelogSource;
import dev.stairway.engine.Engine;
import dev.stairway.engine.flyway.FlywayEngine;
import dev.stairway.engine.liquibase.LiquibaseEngine;
import dev.stairway.engine.redis.RedisEngine;
import dev.stairway.engine.sql.SqlEngine;
import dev.stairway.operate.OperationReport.Result;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same on SQLite and Redis, and with other engines. */
class UpgradeElsewhereTest {

    private static final String FAILS = "INSERT INTO nowhere VALUES (1)#SELECT 1";

    @TempDir
    Path work;

    private NamedTarget shop() {
        NamedTarget target = Shop.sqlite(work.resolve("shop.db"));
        Shop.sql(target, "CREATE TABLE old (id INTEGER PRIMARY KEY, said TEXT)", "INSERT INTO old VALUES (1, 'Zoë')");
        return target;
    }

    private Operations liquibase(List<String> changes) {
        return new Operations(
                new LiquibaseEngine(), Shop.changelog(work.resolve("changes"), changes), work.resolve("backups"));
    }

    private static OperationReport upgrade(Operations how, NamedTarget target) {
        return new Upgrade(how.on(target), "").run();
    }

    @Test
    void anSqliteFileGoesUpAndDownAgain() {
        NamedTarget target = shop();
        Fingerprint before = Operations.fingerprint(target);
        OperationReport up = upgrade(liquibase(Shop.GOOD), target);
        assertThat(up.result()).as(up.text()).isEqualTo(Result.DONE);
        OperationReport down = new Downgrade(liquibase(Shop.GOOD).on(target), "changelog.sql::1::ann", 0).run();
        assertThat(down.result()).as(down.text()).isEqualTo(Result.DONE);
        assertThat(down.revisionAfter()).isEqualTo("changelog.sql::1::ann");
        assertThat(new Downgrade(liquibase(Shop.GOOD).on(target), "", 2).run().reason())
                .contains("2 are to be taken back, and 1 are applied");
        assertThat(new Downgrade(liquibase(Shop.GOOD).on(target), "", 1).run().result())
                .isEqualTo(Result.DONE);
        assertThat(Operations.fingerprint(target).same(before)).isTrue();
    }

    @Test
    void aWayBackThatFailsHalfWayIsPutBackAndOneThatIsNotThereIsRefused() {
        NamedTarget target = shop();
        List<String> changes = List.of(Shop.GOOD.get(0) + "s", Shop.GOOD.get(1), "UPDATE old SET said = 'x'");
        assertThat(new Upgrade(liquibase(changes).on(target), "2").run().result())
                .isEqualTo(Result.DONE);
        Fingerprint before = Operations.fingerprint(target);
        OperationReport fails = new Downgrade(liquibase(changes).on(target), "", 2).run();
        assertThat(fails.result()).as(fails.text()).isEqualTo(Result.TAKEN_BACK);
        assertThat(fails.reason()).contains("1::ann cannot be taken back", "the backup of before was put back");
        assertThat(fails.steps()).extracting(StepLine::result).containsExactly("EXECUTED", "FAILED");
        assertThat(fails.revisionAfter()).isEqualTo("changelog.sql::2::ann");
        assertThat(Operations.fingerprint(target).same(before)).isTrue();
        OperationReport told = new Downgrade(liquibase(changes).in("prod").on(target), "", 2).run();
        assertThat(told.result()).isEqualTo(Result.FAILED);
        assertThat(told.next()).contains("mvn migration:restore", told.backup());
        assertThat(restored(target, told.backup(), true).result()).isEqualTo(Result.DONE);
        assertThat(Operations.fingerprint(target).same(before)).isTrue();
        assertThat(upgrade(liquibase(changes), target).result()).isEqualTo(Result.DONE);
        OperationReport refused = new Downgrade(liquibase(changes).on(target), "", 1).run();
        assertThat(refused.result()).isEqualTo(Result.REFUSED);
        assertThat(refused.reason()).contains("has no way back");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 3})
    void aFailingMigrationLeavesTheFileAsItWas(int place) {
        NamedTarget target = shop();
        List<String> changes = new ArrayList<>(Shop.GOOD);
        changes.add(place, FAILS);
        Fingerprint before = Operations.fingerprint(target);
        OperationReport report = upgrade(liquibase(changes), target);
        assertThat(report.result()).as(report.text()).isEqualTo(Result.TAKEN_BACK);
        assertThat(Operations.fingerprint(target).same(before)).isTrue();
    }

    @Test
    void whatIsTooLargeToBeComparedIsNotSaidToBeAsBefore() {
        NamedTarget target = shop();
        List<String> changes = new ArrayList<>(Shop.GOOD);
        changes.add(FAILS);
        assertThat(new Upgrade(liquibase(changes).on(target), "").run().reason())
                .contains("the database is as before");
        OperationReport report = new Upgrade(liquibase(changes).unread().on(target), "").run();
        assertThat(report.result()).as(report.text()).isEqualTo(Result.TAKEN_BACK);
        assertThat(report.reason())
                .contains("nobody has compared the database with the one before", "fingerprintMegabytes")
                .doesNotContain("is as before");
    }

    @Test
    void whereThereIsNoWayBackTheBackupIsPutBack() {
        NamedTarget target = shop();
        Fingerprint before = Operations.fingerprint(target);
        OperationReport report = upgrade(liquibase(List.of("UPDATE old SET said = 'gone'", FAILS)), target);
        assertThat(report.result()).as(report.text()).isEqualTo(Result.TAKEN_BACK);
        assertThat(report.reason()).contains("the backup of before was put back");
        assertThat(Operations.fingerprint(target).same(before)).isTrue();
    }

    @Test
    void aRowThatLosesItsParentIsFoundAfterwardsAndTakenBack() {
        NamedTarget target = shop();
        Shop.sql(target, "CREATE TABLE part (old INTEGER REFERENCES old (id))", "INSERT INTO part VALUES (1)");
        Fingerprint before = Operations.fingerprint(target);
        Path directory = work.resolve("changes");
        Shop.changelog(
                directory, List.of("PRAGMA foreign_keys = off; DELETE FROM old#INSERT INTO old VALUES (1, 'Zoë')"));
        withoutTransaction(directory);
        OperationReport report = upgrade(
                new Operations(new LiquibaseEngine(), Shop.source(directory, "changelog.sql"), work.resolve("backups")),
                target);
        assertThat(report.result()).as(report.text()).isEqualTo(Result.TAKEN_BACK);
        assertThat(report.reason()).contains("foreign keys: part row 1 has no old");
        assertThat(Operations.fingerprint(target).same(before)).isTrue();
    }

    private static void withoutTransaction(Path directory) {
        try {
            Path file = directory.resolve("changelog.sql");
            Files.writeString(file, Files.readString(file).replace("ann:1", "ann:1 runInTransaction:false"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void aDryRunLeavesTheFileByteForByte() throws IOException {
        NamedTarget target = shop();
        byte[] before = Files.readAllBytes(work.resolve("shop.db"));
        OperationReport report = upgrade(liquibase(Shop.GOOD).dryRun(), target);
        assertThat(report.result()).isEqualTo(Result.DRY_RUN);
        assertThat(report.sql()).isNotEmpty();
        assertThat(Files.readAllBytes(work.resolve("shop.db"))).isEqualTo(before);
        try (Stream<Path> files = Files.list(work)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("shop.db", "changes");
        }
    }

    @Test
    void backupsAreKeptAsLongAsTheUserWantsAndADamagedOneIsRefused() throws IOException {
        NamedTarget target = shop();
        Clock now = Clock.systemUTC();
        OperationReport old = new TakeBackup(liquibase(Shop.GOOD)
                        .at(Clock.offset(now, Duration.ofDays(-31)))
                        .on(target))
                .run();
        OperationReport young = new TakeBackup(liquibase(Shop.GOOD)
                        .at(Clock.offset(now, Duration.ofDays(-29)))
                        .on(target))
                .run();
        assertThat(Path.of(old.backup())).exists();
        OperationReport last = new TakeBackup(liquibase(Shop.GOOD).on(target)).run();
        assertThat(Path.of(old.backup())).doesNotExist();
        assertThat(Path.of(young.backup())).exists();

        Fingerprint before = Operations.fingerprint(target);
        Shop.sql(target, "DELETE FROM old", "CREATE TABLE more (id INTEGER)");
        assertThat(restored(target, last.backup(), false).reason()).contains("The database is not empty");
        assertThat(restored(target, last.backup(), true).result()).isEqualTo(Result.DONE);
        assertThat(Operations.fingerprint(target).same(before)).isTrue();

        Path file = Backup.open(Path.of(young.backup())).path("database.db");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        OperationReport damaged = restored(target, young.backup(), true);
        assertThat(damaged.result()).isEqualTo(Result.REFUSED);
        assertThat(Operations.fingerprint(target).same(before)).isTrue();
    }

    private OperationReport restored(NamedTarget target, String backup, boolean replace) {
        return new Restoration(liquibase(Shop.GOOD).on(target), Path.of(backup), replace).run();
    }

    private ChangelogSource files(String location, Map<String, String> files, ClassLoader loader) {
        files.forEach((name, text) -> {
            try {
                Path file = work.resolve(location).resolve(name);
                Files.createDirectories(file.getParent());
                Files.writeString(file, text);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        return new ChangelogSource(location, List.of(work), loader, Map.of(), "", "");
    }

    @Test
    void flywayGoesUpAndAFailureIsTakenBack() throws IOException {
        try (URLClassLoader loader = flyway()) {
            both(
                    new FlywayEngine(),
                    files(
                            "db/migration",
                            Map.of(
                                    "V1__a.sql", "create table a (id int);",
                                    "U1__a.sql", "drop table a;",
                                    "V2__b.sql", "create table b (id int);",
                                    "U2__b.sql", "drop table b;"),
                            loader),
                    () -> files("db/migration", Map.of("V3__c.sql", "insert into nowhere values (1);"), loader));
        }
    }

    private static URLClassLoader flyway() throws IOException {
        try (Stream<Path> jars = Files.list(Path.of(System.getProperty("stairway.test.flyway"), "13"))) {
            List<URL> urls = new ArrayList<>();
            for (Path jar :
                    jars.filter(file -> file.toString().endsWith(".jar")).toList()) {
                urls.add(jar.toUri().toURL());
            }
            return new URLClassLoader(urls.toArray(URL[]::new), UpgradeElsewhereTest.class.getClassLoader());
        }
    }

    @Test
    void plainScriptsGoUpAndAFailureIsTakenBack() {
        both(
                new SqlEngine(),
                files(
                        "db/scripts",
                        Map.of(
                                "001_a.sql",
                                        "-- migrate:up\ncreate table a (id int);\n-- migrate:down\ndrop table a;\n",
                                "002_b.sql",
                                        "-- migrate:up\ncreate table b (id int);\n-- migrate:down\ndrop table b;\n"),
                        getClass().getClassLoader()),
                () -> files(
                        "db/scripts",
                        Map.of(
                                "003_c.sql",
                                "-- migrate:up\ninsert into nowhere values (1);\n-- migrate:down\nselect 1;\n"),
                        getClass().getClassLoader()));
    }

    private interface Further {
        ChangelogSource failing();
    }

    private void both(Engine engine, ChangelogSource source, Further further) {
        // Flyway begins on an empty database alone.
        NamedTarget target = Shop.sqlite(work.resolve("shop.db"));
        Fingerprint before = Operations.fingerprint(target);
        byte[] bytes = bytes();
        OperationReport dry = upgrade(new Operations(engine, source, work.resolve("backups")).dryRun(), target);
        assertThat(dry.result()).as(dry.text()).isEqualTo(Result.DRY_RUN);
        assertThat(dry.sql()).anyMatch(line -> line.contains("create table a"));
        assertThat(bytes()).isEqualTo(bytes);
        OperationReport up = upgrade(new Operations(engine, source, work.resolve("backups")), target);
        assertThat(up.result()).as(up.text()).isEqualTo(Result.DONE);
        assertThat(up.steps()).hasSize(2);
        Fingerprint after = Operations.fingerprint(target);
        assertThat(after.same(before)).isFalse();

        byte[] done = bytes();
        try (var server = Shop.looking(target)) {
            Status status = new StatusReader(engine, source).read(server);
            assertThat(status.history()).isTrue();
            assertThat(status.applied()).hasSize(2);
            assertThat(status.pending()).isEmpty();
        }
        assertThat(bytes()).isEqualTo(done);

        OperationReport fails = upgrade(new Operations(engine, further.failing(), work.resolve("backups")), target);
        assertThat(fails.result()).as(fails.text()).isEqualTo(Result.TAKEN_BACK);
        assertThat(Operations.fingerprint(target).same(after)).isTrue();
        OperationReport down =
                new Downgrade(new Operations(engine, source, work.resolve("backups")).on(target), "", 2).run();
        assertThat(down.result()).as(down.text()).isIn(Result.DONE, Result.REFUSED);
    }

    private byte[] bytes() {
        try {
            return Files.readAllBytes(work.resolve("shop.db"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void aRedisGoesUpAndDownAndAFailureIsPutBack() {
        DatabaseServer server = TestServers.redis("7.0");
        try (RedisDatabase database = (RedisDatabase) server.fresh("operated");
                RedisConnection user = database.connect()) {
            user.call("SET", "session:user:123", "{\"data\": \"old_format\"}", "EX", "86400");
            user.call("SET", "cache:tool:456", "x");
            NamedTarget target = new NamedTarget(
                    database.endpoint().toString(),
                    database.endpoint().user(),
                    database.endpoint().password());
            ChangelogSource source = files(
                    "redis",
                    Map.of(
                            "V1__v2.up.redis", "RENAME session:user:123 session:v2:user:123\n",
                            "V1__v2.down.redis", "RENAME session:v2:user:123 session:user:123\n"),
                    getClass().getClassLoader());
            // Commands of scripts are counted by themselves as well.
            user.call("CONFIG", "RESETSTAT");
            OperationReport dry = upgrade(redis(source).dryRun(), target);
            assertThat(dry.result()).as(dry.text()).isEqualTo(Result.DRY_RUN);
            assertThat(dry.sql()).anyMatch(line -> line.contains("RENAME"));
            assertThat(new String((byte[]) user.call("INFO", "commandstats"), StandardCharsets.UTF_8))
                    .doesNotContainPattern("cmdstat_(rename|set|hset|incr|del|hdel|pexpire|restore|flushdb):");

            OperationReport up = upgrade(redis(source), target);
            assertThat(up.result()).as(up.text()).isEqualTo(Result.DONE);
            assertThat(user.call("EXISTS", "session:v2:user:123")).isEqualTo(1L);

            ChangelogSource failing = files(
                    "redis",
                    Map.of(
                            "V2__bad.up.redis", "DEL cache:tool:456\nLPUSH session:v2:user:123 x\n",
                            "V2__bad.down.redis", "SET cache:tool:456 x\n"),
                    getClass().getClassLoader());
            OperationReport fails = upgrade(redis(failing), target);
            assertThat(fails.result()).as(fails.text()).isEqualTo(Result.TAKEN_BACK);
            assertThat(user.call("EXISTS", "cache:tool:456")).isEqualTo(1L);
            assertThat((Long) user.call("TTL", "session:v2:user:123")).isGreaterThan(80000L);

            try {
                Files.delete(work.resolve("redis/V2__bad.up.redis"));
                Files.delete(work.resolve("redis/V2__bad.down.redis"));
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            OperationReport down = new Downgrade(redis(source).on(target), "", 1).run();
            assertThat(down.result()).as(down.text()).isEqualTo(Result.DONE);
            assertThat(user.call("EXISTS", "session:user:123")).isEqualTo(1L);
        }
    }

    private Operations redis(ChangelogSource source) {
        return new Operations(new RedisEngine(), source, work.resolve("backups"));
    }
}
