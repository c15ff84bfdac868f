package dev.stairway.measure.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.TestServers;
import dev.stairway.measure.traffic.TableTraffic.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients beside statements of PostgreSQL; what blocks is held until the clients are seen to wait. */
@ParameterizedClass
@ValueSource(ints = {14, 18})
class PostgresTrafficTest {

    @Parameter
    int major;

    private JdbcDatabase database;
    private Bystander bystander;
    private Connection migration;
    private Statement step;
    private Traffic traffic;

    @BeforeEach
    void connect() throws SQLException {
        database = (JdbcDatabase) TestServers.postgres(major).fresh("traffic");
        bystander = new Bystander(database);
        bystander.run("CREATE TABLE item (id bigint PRIMARY KEY, name text, price int);"
                + "INSERT INTO item SELECT i, 'item ' || i, i % 97 FROM generate_series(1, 2000) i");
        migration = database.connect();
        step = migration.createStatement();
        start(TrafficOptions.defaults());
    }

    private void start(TrafficOptions options) {
        traffic = Traffic.on(database, options).orElseThrow();
    }

    @AfterEach
    void close() throws SQLException {
        traffic.stop();
        migration.close();
        bystander.close();
        database.close();
    }

    @Test
    void createIndexBlocksWritesAndNoReads() throws SQLException {
        bystander.run("INSERT INTO item SELECT i, 'item ' || i, i % 97 FROM generate_series(2001, 200000) i");
        begin();

        step.execute("CREATE INDEX ON item (name)");
        bystander.awaitWaiting("RowExclusiveLock", "item");
        double held = hold(() -> bystander.ask("SELECT name FROM item WHERE id = 7"));

        List<TableTraffic> met = traffic.stop();
        assertThat(of(met, Kind.WRITE).longestMillis()).isGreaterThanOrEqualTo(held);
        assertThat(of(met, Kind.READ).longestMillis()).isLessThan(held / 2);
        assertThat(met).allSatisfy(client -> assertThat(client.errors()).isZero());
    }

    @Test
    void createIndexConcurrentlyBlocksNeither() throws Exception {
        Connection old = database.connect();
        old.setAutoCommit(false);
        old.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        old.createStatement().execute("SELECT 1 FROM item LIMIT 1");
        traffic.start(List.of("item"));
        traffic.stepBegins();

        CompletableFuture<Void> built = background("CREATE INDEX CONCURRENTLY ON item (name)");
        bystander.await("SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted AND locktype = 'virtualxid')");
        double held = hold(() -> bystander.run("UPDATE item SET name = name WHERE id = 7"), () -> {});
        old.close();
        built.join();

        assertThat(traffic.stop())
                .hasSize(2)
                .allSatisfy(client -> assertThat(client.longestMillis()).isLessThan(held / 2))
                .allSatisfy(client -> assertThat(client.errors()).isZero());
    }

    @Test
    void aTableThatIsLockedForItselfBlocksBothForAsLongAsItIsLocked() throws SQLException {
        begin();

        step.execute("LOCK TABLE item IN ACCESS EXCLUSIVE MODE");
        bystander.awaitWaiting("AccessShareLock", "item");
        bystander.awaitWaiting("RowExclusiveLock", "item");
        double held = hold(() -> bystander.ask("SELECT 1"));

        assertThat(traffic.stop()).hasSize(2).allSatisfy(client -> {
            assertThat(client.longestMillis()).isGreaterThanOrEqualTo(held);
            assertThat(client.blocked())
                    .anySatisfy(blocked -> assertThat(blocked.millis()).isGreaterThanOrEqualTo(held));
            // Those that were due meanwhile waited, too.
            assertThat(client.calls()).isGreaterThan(10);
            assertThat(client.p50Millis()).isGreaterThan(10);
        });
    }

    @Test
    void addColumnWithAConstantBlocksNobodyForLong() throws SQLException {
        begin();

        step.execute("ALTER TABLE item ADD COLUMN stock int NOT NULL DEFAULT 0");
        migration.commit();
        double went = hold(() -> bystander.ask("SELECT 1"));

        assertThat(traffic.stop())
                .hasSize(2)
                .allSatisfy(client -> assertThat(client.longestMillis()).isLessThan(went / 2))
                .allSatisfy(client -> assertThat(client.errors()).isZero());
    }

    @Test
    void behindASlowReaderAddColumnMakesEverybodyWait() throws SQLException {
        start(TrafficOptions.defaults().withSlowReader(Duration.ofMillis(400)));
        begin();

        step.execute("ALTER TABLE item ADD COLUMN stock int NOT NULL DEFAULT 0");
        migration.commit();

        assertThat(traffic.stop())
                .hasSize(2)
                .allSatisfy(client -> assertThat(client.longestMillis()).isGreaterThan(200));
    }

    @Test
    void inADeadlockWithTheStepTheClientGivesWay() throws SQLException {
        begin();

        step.execute("UPDATE item SET price = price + 1");
        // By then the writer has looked for a deadlock, where there was none; unless the machine kept it from that.
        bystander.await("SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted AND locktype = 'transactionid'"
                + " AND waitstart < clock_timestamp() - interval '200 ms')");
        step.execute("ALTER TABLE item ADD CHECK (price >= 0)");
        migration.commit();

        TableTraffic writer = of(traffic.stop(), Kind.WRITE);
        assertThat(writer.deadlocks()).isEqualTo(1);
        assertThat(writer.errors()).isEqualTo(1);
        assertThat(writer.firstError()).isIn("gave way in a deadlock with the migration", "deadlock detected (40P01)");
    }

    @Test
    void aDeadlockThatTheServerEndsIsCountedForTheWorkload() throws Exception {
        bystander.run("CREATE TABLE shop (id int PRIMARY KEY, name text); INSERT INTO shop VALUES (1, 'one')");
        start(TrafficOptions.defaults().withWorkload(List.of(new WorkloadFile("order.sql", """
                        -- waits between its two rows until the test lets it go on
                        UPDATE item SET price = 5 WHERE id = 1;
                        SELECT pg_advisory_xact_lock_shared(1);
                        UPDATE shop SET name = 'other' WHERE id = 1;
                        """))));
        traffic.start(List.of());
        migration.setAutoCommit(false);
        bystander.ask("SELECT pg_advisory_lock(1)");
        bystander.await("SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted AND locktype = 'advisory')");
        traffic.stepBegins();

        step.execute("UPDATE shop SET name = 'mine' WHERE id = 1");
        CompletableFuture<Void> second = background("UPDATE item SET price = 6 WHERE id = 1");
        bystander.await("SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted AND locktype = 'transactionid')");
        bystander.ask("SELECT pg_advisory_unlock(1)");
        second.join();
        migration.commit();

        TableTraffic workload = traffic.stop().get(0);
        assertThat(workload.table()).isEqualTo("order.sql");
        assertThat(workload.kind()).isEqualTo(Kind.WORKLOAD);
        assertThat(workload.deadlocks()).isEqualTo(1);
        assertThat(workload.errors()).isEqualTo(1);
        assertThat(bystander.ask("SELECT price FROM item WHERE id = 1")).isEqualTo("6");
        assertThat(bystander.ask("SELECT name FROM shop")).isEqualTo("mine");
    }

    @Test
    void aWorkloadThatFailsIsAnErrorOfEveryCallAndShowsNoValue() throws SQLException {
        start(TrafficOptions.defaults()
                .withWorkload(List.of(
                        new WorkloadFile("wrong.sql", "SELECT 'secret'::int"), new WorkloadFile("no.sql", "--"))));
        traffic.start(List.of());
        traffic.stepBegins();
        hold(() -> bystander.ask("SELECT 1"));

        assertThat(traffic.stop()).singleElement().satisfies(workload -> {
            assertThat(workload.errors()).isPositive();
            assertThat(workload.firstError()).isEqualTo("SQLSTATE 22P02");
        });
    }

    @Test
    void aTableThatIsDroppedIsAnErrorOfItsClientsWhichThenEnd() throws SQLException {
        begin();

        step.execute("DROP TABLE item");
        bystander.awaitWaiting("AccessShareLock", "item");
        bystander.awaitWaiting("RowExclusiveLock", "item");
        migration.commit();
        awaitNoClients(1);

        assertThat(traffic.stop()).hasSize(2).allSatisfy(client -> {
            assertThat(client.errors()).isEqualTo(1);
            assertThat(client.firstError()).isEqualTo("relation \"public.item\" does not exist (42P01)");
        });
    }

    @Test
    void aColumnThatIsDroppedIsAnErrorAfterWhichTheClientsKnowTheTableAnew() throws SQLException {
        begin();

        step.execute("ALTER TABLE item DROP COLUMN name");
        bystander.awaitWaiting("AccessShareLock", "item");
        bystander.awaitWaiting("RowExclusiveLock", "item");
        migration.commit();
        hold(() -> bystander.ask("SELECT 1"));

        List<TableTraffic> met = traffic.stop();
        assertThat(met).hasSize(2).allSatisfy(client -> {
            assertThat(client.errors()).isEqualTo(1);
            assertThat(client.firstError()).isEqualTo("column \"name\" does not exist (42703)");
            assertThat(client.calls()).isGreaterThan(5);
        });
    }

    @Test
    void dataStayAsTheyAreThoughTriggersWork() throws SQLException {
        bystander.run("""
                CREATE TABLE log (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY);
                CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS
                  'BEGIN INSERT INTO log DEFAULT VALUES; NEW.price = NEW.price + 1; RETURN NEW; END';
                CREATE TRIGGER note BEFORE UPDATE ON item FOR EACH ROW EXECUTE FUNCTION note();
                """);
        String before = bystander.ask("SELECT md5(string_agg(i::text, ',' ORDER BY id)) FROM item i");
        traffic.start(List.of("item", "log"));
        traffic.stepBegins();
        bystander.await("SELECT nextval('log_id_seq') > 5");

        assertThat(traffic.stop())
                .hasSize(4)
                .allSatisfy(client -> assertThat(client.firstError()).isEmpty());
        assertThat(bystander.ask("SELECT md5(string_agg(i::text, ',' ORDER BY id)) FROM item i"))
                .isEqualTo(before);
        assertThat(bystander.ask("SELECT count(*) FROM log")).isEqualTo("0");
    }

    @Test
    void anIdleServerIsMeasuredBeforeTheStep() {
        traffic.start(List.of("item"));

        assertThat(traffic.stop()).hasSize(2).allSatisfy(client -> {
            assertThat(client.calls()).isZero();
            assertThat(client.p50Millis()).isNull();
            assertThat(client.idleP99Millis()).isPositive();
            assertThat(client.idleLongestMillis()).isGreaterThanOrEqualTo(client.idleP99Millis());
        });
    }

    @Test
    void everyKindOfTableHasItsClients() throws SQLException {
        bystander.run("""
                CREATE SCHEMA "Odd one";
                CREATE TABLE "Odd one"."A.b" ("the \"\"key\"\"" text, n int, PRIMARY KEY (n, "the \"\"key\"\""));
                INSERT INTO "Odd one"."A.b" VALUES ('it''s', 1), ('\\x', 2);
                CREATE TABLE keyless (a int, b int GENERATED ALWAYS AS (a + 1) STORED);
                INSERT INTO keyless VALUES (1);
                CREATE TABLE empty (id int PRIMARY KEY);
                CREATE TABLE parted (id int PRIMARY KEY) PARTITION BY RANGE (id);
                CREATE TABLE part PARTITION OF parted FOR VALUES FROM (0) TO (9);
                INSERT INTO parted VALUES (1), (2);
                CREATE TABLE counted (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY);
                INSERT INTO counted DEFAULT VALUES;
                CREATE MATERIALIZED VIEW seen AS SELECT * FROM item;
                CREATE VIEW looked AS SELECT * FROM item;
                """);
        traffic.start(List.of(
                "Odd one.A.b",
                "public.keyless",
                "empty",
                "parted",
                "counted",
                "seen",
                "looked",
                "nowhere.item",
                "absent"));
        traffic.stepBegins();
        hold(() -> bystander.ask("SELECT 1"));

        List<TableTraffic> met = traffic.stop();
        assertThat(met.stream().map(client -> client.kind() + " " + client.table()))
                .containsExactly(
                        "READ Odd one.A.b",
                        "WRITE Odd one.A.b",
                        "READ public.keyless",
                        "WRITE public.keyless",
                        "READ public.empty",
                        "WRITE public.empty",
                        "READ public.parted",
                        "WRITE public.parted",
                        "READ public.counted",
                        "WRITE public.counted",
                        "READ public.seen");
        assertThat(met).allSatisfy(client -> {
            assertThat(client.firstError()).isEmpty();
            assertThat(client.calls()).isPositive();
        });
        assertThat(bystander.ask("SELECT count(*) FROM counted")).isEqualTo("1");
    }

    @Test
    void clientsThatWaitForWhatOutlivesTheStepEndWithoutAnError() throws SQLException {
        begin();
        step.execute("LOCK TABLE item IN ACCESS EXCLUSIVE MODE");
        bystander.awaitWaiting("AccessShareLock", "item");
        bystander.awaitWaiting("RowExclusiveLock", "item");

        List<TableTraffic> met = traffic.stop();

        assertThat(met).hasSize(2).allSatisfy(client -> {
            assertThat(client.errors()).isZero();
            assertThat(client.longestMillis()).isPositive();
        });
        awaitNoClients(0);
    }

    @Test
    void aClientThatGivesUpAsksAgainAndItsWaitGoesOn() throws SQLException {
        start(TrafficOptions.defaults().withTimeout(Duration.ofMillis(50)));
        begin();

        step.execute("LOCK TABLE item IN ACCESS EXCLUSIVE MODE");
        bystander.awaitWaiting("AccessShareLock", "item");
        bystander.awaitWaiting("RowExclusiveLock", "item");
        double held = hold(() -> bystander.ask("SELECT 1"));

        assertThat(traffic.stop()).hasSize(2).allSatisfy(client -> {
            assertThat(client.errors()).isPositive();
            assertThat(client.firstError()).contains("timeout");
            assertThat(client.longestMillis()).isGreaterThanOrEqualTo(held);
        });
    }

    @Test
    void aClientThatIsEndedByTheServerConnectsAnew() throws SQLException {
        begin();

        bystander.ask("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
                + " WHERE application_name = 'stairway traffic' AND datname = current_database()");
        hold(() -> bystander.ask("SELECT 1"));

        assertThat(traffic.stop()).hasSize(2).allSatisfy(client -> {
            assertThat(client.errors()).isEqualTo(1);
            assertThat(client.firstError()).contains("57P01");
            assertThat(client.calls()).isGreaterThan(5);
        });
    }

    @Test
    void clientsCanBeStartedAgain() {
        traffic.start(List.of("item"));
        assertThat(traffic.stop()).hasSize(2);
        assertThat(traffic.stop()).isEmpty();

        traffic.start(List.of("item"));
        assertThat(traffic.stop()).hasSize(2);
    }

    private void begin() throws SQLException {
        traffic.start(List.of("item"));
        migration.setAutoCommit(false);
        traffic.stepBegins();
    }

    /** Does something again and again for a while, then commits. Returns for how long; milliseconds. */
    private double hold(Action during) throws SQLException {
        return hold(during, () -> {
            if (!migration.getAutoCommit()) {
                migration.commit();
            }
        });
    }

    private double hold(Action during, Action then) throws SQLException {
        long start = System.nanoTime();
        do {
            during.run();
        } while (System.nanoTime() - start < 200_000_000);
        double held = (System.nanoTime() - start) / 1e6;
        then.run();
        return held;
    }

    private CompletableFuture<Void> background(String sql) {
        return CompletableFuture.runAsync(() -> {
            try {
                step.execute(sql);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** @param others connections that look after clients */
    private void awaitNoClients(int others) throws SQLException {
        bystander.await("SELECT count(*) = " + others + " FROM pg_stat_activity"
                + " WHERE application_name = 'stairway traffic' AND datname = current_database()");
    }

    private static TableTraffic of(List<TableTraffic> met, Kind kind) {
        return met.stream().filter(client -> client.kind() == kind).findFirst().orElseThrow();
    }

    @FunctionalInterface
    private interface Action {
        void run() throws SQLException;
    }
}
