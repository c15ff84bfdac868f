package dev.stairway.operate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.DatabaseServer;
import dev.stairway.database.TestServers;
import dev.stairway.database.external.NamedTarget;
import dev.stairway.database.postgres.NamedPostgres;
import dev.stairway.database.provider.OperatedServer;
import dev.stairway.database.redis.RedisConnection;
import dev.stairway.database.redis.RedisDatabase;
import dev.stairway.engine.Applied;
import dev.stairway.engine.ChangelogSource;
import dev.stairway.engine.EngineRun;
import dev.stairway.engine.Migration;
import dev.stairway.engine.StepOutcome;
import dev.stairway.engine.liquibase.LiquibaseEngine;
import dev.stairway.operate.health.Check;
import dev.stairway.operate.health.Health;
import dev.stairway.operate.health.HealthLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On real databases, by the URL that a user gives. */
class HealthAndStatusTest {

    private static final Duration TEN = Duration.ofSeconds(10);

    @TempDir
    static Path work;

    private static NamedPostgres named;
    private static ChangelogSource shop;

    private final LiquibaseEngine liquibase = new LiquibaseEngine();

    @BeforeAll
    static void start() {
        named = NamedPostgres.start(17, work, "max_prepared_transactions = 2");
        shop = Shop.changelog(work.resolve("shop"), Shop.GOOD);
    }

    @AfterAll
    static void stop() {
        named.close();
    }

    private static Health health(NamedTarget target, HealthLimits limits, StatusReader history) {
        return new HealthAndHistory(target, TEN, Shop.class.getClassLoader(), limits).look(history);
    }

    private static Health health(NamedTarget target) {
        return health(target, HealthLimits.USUAL, null);
    }

    private StatusReader history() {
        return new StatusReader(liquibase, shop);
    }

    private Status status(NamedTarget target) {
        try (OperatedServer server = Shop.looking(target)) {
            return history().read(server);
        }
    }

    @Test
    void aFreshDatabaseIsFitAndEverythingIsPendingAndNobodyWroteToIt() {
        NamedTarget target = Shop.postgres(named, "fresh");
        int start = named.log().length();
        assertThat(health(target, HealthLimits.USUAL, history()).failed()).isEmpty();
        Status status = status(target);
        assertThat(status.history()).isFalse();
        assertThat(status.revision()).isEmpty();
        assertThat(status.pending()).hasSize(3);
        assertThat(writesTo("fresh", named.log().substring(start))).isEmpty();
        // The near miss: the same look does find a writing statement when there is one.
        Shop.sql(target, "CREATE TABLE here (id int)");
        assertThat(writesTo("fresh", named.log().substring(start))).hasSize(1);
    }

    static List<String> writesTo(String database, String log) {
        return log.lines()
                .filter(line -> line.contains("|" + database + "|"))
                .filter(
                        line -> line.matches(
                                "(?i).*(statement|execute [^:]*):\\s*(create|insert|update|delete|alter|drop|truncate|lock|copy)\\b.*"))
                .toList();
    }

    @Test
    void theHistoryIsToldWithItsDatesAndWithWhatWasEditedSince() throws SQLException {
        NamedTarget target = Shop.postgres(named, "halfway");
        apply(target, 2);
        Status status = status(target);
        assertThat(status.applied())
                .hasSize(2)
                .allMatch(Applied::known)
                .allMatch(one -> one.at().matches("\\d{4}-\\d\\d-\\d\\dT.*"));
        assertThat(Migration.ids(status.pending())).singleElement().asString().contains("3");
        assertThat(status.unlike()).isEmpty();
        assertThat(HealthAndHistory.check(status).verdict()).isEqualTo(Check.Verdict.OK);
        named.sql(
                "halfway", "UPDATE databasechangelog SET md5sum = '9:00000000000000000000000000000000' WHERE id = '1'");
        assertThat(status(target).unlike()).singleElement().asString().contains("9:0000");
        assertThat(HealthAndHistory.check(status(target)).verdict()).isEqualTo(Check.Verdict.FAILED);
    }

    private void apply(NamedTarget target, int count) throws SQLException {
        try (OperatedServer server = OperatedServer.open(
                        target,
                        dev.stairway.database.external.SessionLimits.copying(TEN),
                        Shop.class.getClassLoader());
                EngineRun run = liquibase.open(shop, server.database())) {
            for (Migration migration : run.migrations().subList(0, count)) {
                try (var session = server.database().newSession()) {
                    session.begin();
                    assertThat(run.up(migration, session)).isEqualTo(StepOutcome.executed());
                    session.settle();
                }
            }
        }
    }

    @Test
    void aLockThatSomebodyHoldsIsNamedWithItsOwner() throws SQLException {
        NamedTarget target = Shop.postgres(named, "locked");
        apply(target, 1);
        assertThat(failed(health(target))).isEmpty();
        named.sql(
                "locked",
                "UPDATE databasechangeloglock SET locked = TRUE, lockgranted = '2026-01-02 03:04:05', lockedby = 'build-7'");
        assertThat(failed(health(target))).containsExactly("lock of Liquibase");
        assertThat(health(target).failed().get(0).seen()).contains("build-7 since 2026-01-02 03:04:05");
    }

    private static List<String> failed(Health health) {
        return health.failed().stream().map(Check::name).toList();
    }

    @Test
    void whatAnUpgradeWouldWaitForIsFound() throws SQLException {
        NamedTarget target = Shop.postgres(named, "busy");
        named.sql("busy", "CREATE TABLE t (id int)", "INSERT INTO t VALUES (1), (1)");
        HealthLimits now = new HealthLimits(Duration.ZERO, 0, 0);
        assertThat(failed(health(target, now, null))).isEmpty();
        try (Connection hidden = named.superuser("busy")) {
            assertThat(hidden.isValid(1)).isTrue();
            assertThat(health(target).table()).anyMatch(line -> line.contains("1 sessions of others are hidden"));
        }
        named.sql("busy", "GRANT SELECT ON t TO walker");
        try (Connection idle = named.as("walker", "busy");
                Statement statement = idle.createStatement()) {
            idle.setAutoCommit(false);
            statement.execute("LOCK TABLE t IN ACCESS SHARE MODE");
            assertThat(failed(health(target, now, null))).containsExactly("long transactions");
            // A minute is longer than this test.
            assertThat(failed(health(target))).isEmpty();
            statement.execute("PREPARE TRANSACTION 'left behind'");
        }
        assertThat(failed(health(target, now, null))).containsExactly("prepared transactions");
        named.sql("busy", "ROLLBACK PREPARED 'left behind'");
        try (Connection connection = named.superuser("busy");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE UNIQUE INDEX CONCURRENTLY twice ON t (id)");
        } catch (SQLException expected) {
            assertThat(expected.getSQLState()).isEqualTo("23505");
        }
        assertThat(failed(health(target))).containsExactly("invalid indexes");
    }

    @Test
    void aMissingPrivilegeIsToldWithItsGrant() {
        NamedTarget target = Shop.postgres(named, "foreign");
        named.sql("postgres", "CREATE ROLE guest LOGIN PASSWORD '" + NamedPostgres.PASSWORD + "'");
        NamedTarget guest = new NamedTarget(target.url(), "guest", NamedPostgres.PASSWORD);
        assertThat(health(guest).failed())
                .extracting(Check::next)
                .containsExactly("GRANT CREATE, USAGE ON SCHEMA public TO guest");
        named.sql("foreign", "GRANT CREATE, USAGE ON SCHEMA public TO guest");
        assertThat(health(guest).failed()).isEmpty();
    }

    @Test
    void whoCannotConnectIsToldWhyAndThePasswordIsNot() {
        NamedTarget target = Shop.postgres(named, "closed");
        assertThat(health(new NamedTarget(target.url(), target.user(), "canary-wrong-1"))
                        .table()
                        .toString())
                .contains("password authentication failed", "serverId")
                .doesNotContain("canary-wrong-1");
        assertThat(health(new NamedTarget("jdbc:postgresql://127.0.0.1:1/shop", "ann", "canary-wrong-1"))
                        .table()
                        .toString())
                .contains("can be reached from here")
                .doesNotContain("canary-wrong-1");
        assertThat(health(new NamedTarget(named.url("not_there"), target.user(), NamedPostgres.PASSWORD))
                        .table()
                        .toString())
                .contains("does not exist", "Create the database");
    }

    @Test
    void anSqliteFileStaysByteForByteAndItsDamagesAreTold(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("shop.db");
        NamedTarget target = Shop.sqlite(file);
        Shop.sql(target, "CREATE TABLE a (id INTEGER PRIMARY KEY)", "CREATE TABLE b (a INTEGER REFERENCES a (id))");
        byte[] before = Files.readAllBytes(file);
        assertThat(health(target, HealthLimits.USUAL, history()).failed()).isEmpty();
        assertThat(status(target).pending()).hasSize(3);
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        try (var files = Files.list(directory)) {
            assertThat(files).containsExactly(file);
        }
        assertThat(failed(health(target, new HealthLimits(TEN, 0, Long.MAX_VALUE / 4), null)))
                .containsExactly("disk");
        Shop.sql(target, "INSERT INTO b VALUES (7)");
        assertThat(health(target).checks())
                .filteredOn(check -> check.verdict() == Check.Verdict.WARNING)
                .extracting(Check::seen)
                .containsExactly("b row 1 has no a");
        assertThat(health(new NamedTarget("jdbc:sqlite:" + directory.resolve("none.db"), "", ""))
                        .healthy())
                .isFalse();
    }

    @Test
    void aRedisIsLookedAt() {
        DatabaseServer server = TestServers.redis("7.0");
        try (RedisDatabase database = (RedisDatabase) server.fresh("operated")) {
            NamedTarget target = new NamedTarget(
                    database.endpoint().toString(),
                    database.endpoint().user(),
                    database.endpoint().password());
            assertThat(health(target).table()).noneMatch(line -> line.contains("FAILED"));
            try (RedisConnection connection = database.connect()) {
                connection.call("SET", "{stairway}:lock", "x", "PX", "60000");
            }
            assertThat(failed(health(target))).containsExactly("lock of the engine");
            assertThat(health(new NamedTarget(target.url(), target.user(), "canary-wrong-2"))
                            .table()
                            .toString())
                    .contains("FAILED")
                    .doesNotContain("canary-wrong-2");
        }
    }
}
