package dev.stairway.measure.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.database.TestServers;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What only a look from beside can see: waits, and locks outside a transaction. */
class PostgresWaitTest {

    private static final String[] SHOP = {
        "CREATE TABLE orders (id int PRIMARY KEY, amount int NOT NULL, note text)",
        "INSERT INTO orders SELECT i, i, 'n' FROM generate_series(1, 100) i",
        "CREATE INDEX orders_note ON orders (note)",
        "CREATE TYPE mood AS ENUM ('good')"
    };
    private static final String READ = "SELECT count(*) FROM orders";

    /** Locks are waited for in two ways: on the relation, and on whoever may still see what was there before. */
    private static final String WAITERS = """
            SELECT extract(epoch FROM clock_timestamp() - waitstart) * 1000 FROM pg_locks
             WHERE NOT granted AND database IS NOT DISTINCT FROM %s AND waitstart IS NOT NULL
            """;

    private static final String FOR_RELATION =
            WAITERS.formatted("(SELECT oid FROM pg_database WHERE datname = current_database())");
    private static final String FOR_SNAPSHOT = WAITERS.formatted("NULL");

    private static StatementTrace beside(TracedSteps steps, String waiters, boolean alone, String sql)
            throws SQLException {
        try (Bystander bystander = new Bystander(steps, READ, waiters, 150)) {
            List<StatementTrace> traces = alone ? steps.alone(sql) : steps.inTransaction(sql);
            assertThat(bystander.waited()).isGreaterThanOrEqualTo(150);
            assertThat(traces).hasSize(1);
            assertThat(traces.get(0).transactional()).isEqualTo(!alone);
            return traces.get(0);
        }
    }

    private static void assertWaited(StatementTrace trace, RelationLock lock) {
        assertThat(lock.waitedMillis()).isBetween(75.0, trace.millis());
        assertThat(lock.heldMillis()).isGreaterThanOrEqualTo(lock.waitedMillis());
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void aLockThatHadToBeWaitedForSaysHowLong(int major) throws SQLException {
        try (TracedSteps steps = new TracedSteps(TestServers.postgres(major), SHOP)) {
            StatementTrace trace = beside(steps, FOR_RELATION, false, "ALTER TABLE orders ADD COLUMN flag int");

            assertThat(PostgresLockTest.locks(trace))
                    .isEqualTo("public.orders AccessExclusiveLock [READS, WRITES, DDL]");
            assertWaited(trace, trace.locks().get(0));
            assertThat(steps.inTransaction("ALTER TABLE orders ADD COLUMN more int")
                            .get(0)
                            .locks())
                    .as("nobody reads any more")
                    .allSatisfy(lock -> assertThat(lock.waitedMillis()).isZero());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void anIndexMadeConcurrentlyLetsClientsWork(int major) throws SQLException {
        try (TracedSteps steps = new TracedSteps(TestServers.postgres(major), SHOP)) {
            StatementTrace trace =
                    beside(steps, FOR_SNAPSHOT, true, "CREATE INDEX CONCURRENTLY orders_amount ON orders (amount)");

            assertThat(PostgresLockTest.locks(trace)).startsWith("public.orders ShareUpdateExclusiveLock [DDL]");
            assertThat(trace.locks()).noneMatch(lock -> lock.blocks(Blocked.WRITES) || lock.blocks(Blocked.READS));
            assertThat(trace.locks().get(0).heldMillis()).isBetween(75.0, trace.millis());
            assertThat(trace.rewrites()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void aTableThatIsWrittenAnewOutsideATransactionLetsNobodyIn(int major) throws SQLException {
        try (TracedSteps steps = new TracedSteps(TestServers.postgres(major), SHOP)) {
            StatementTrace trace = beside(steps, FOR_RELATION, true, "VACUUM FULL orders");

            assertThat(PostgresLockTest.locks(trace))
                    .startsWith("public.orders AccessExclusiveLock [READS, WRITES, DDL]");
            assertWaited(trace, trace.locks().get(0));
            assertThat(trace.rewrites()).containsExactly("public.orders");
        }
    }

    @Test
    void evenWhenItIsOverBeforeAnybodyLooks() throws SQLException {
        try (TracedSteps steps = new TracedSteps(TestServers.postgres(18), SHOP)) {
            List<StatementTrace> traces = steps.alone("VACUUM FULL orders", "VACUUM orders");

            assertThat(traces.get(0).rewrites()).containsExactly("public.orders");
            assertThat(traces.get(0).locks()).anyMatch(lock -> lock.blocks(Blocked.READS));
            assertThat(traces.get(1).rewrites()).isEmpty();
        }
    }

    /** The server would make a transaction for it anyhow. */
    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void whatMayRunInATransactionIsWatchedInOneOfItsOwn(int major) throws SQLException {
        try (TracedSteps steps = new TracedSteps(TestServers.postgres(major), SHOP)) {
            List<StatementTrace> traces = steps.play(true, (session, statement) -> {
                statement.execute("ALTER TABLE orders ADD COLUMN flag int");
                assertThatThrownBy(() -> statement.execute("ALTER TABLE orders ADD COLUMN flag int"))
                        .hasMessageContaining("already exists");
                statement.execute("ALTER TABLE orders ALTER COLUMN amount TYPE bigint");
                statement.execute("UPDATE orders SET flag = 1");
                statement.execute("CREATE INDEX CONCURRENTLY orders_amount ON orders (amount)");
                statement.execute("BEGIN");
                statement.execute("DROP INDEX orders_note");
                statement.execute("ROLLBACK");
            });

            assertThat(PostgresLockTest.locks(traces.get(0)))
                    .isEqualTo("public.orders AccessExclusiveLock [READS, WRITES, DDL]");
            assertThat(traces.get(1).rewrites()).containsExactly("public.orders");
            assertThat(traces.get(2).locks()).anyMatch(lock -> lock.rows() == 100);
            assertThat(traces.get(2).locks())
                    .allSatisfy(lock -> assertThat(lock.heldMillis())
                            .isLessThanOrEqualTo(
                                    traces.get(3).atMillis() - traces.get(2).atMillis()));
            assertThat(PostgresLockTest.locks(traces.get(5)))
                    .isEqualTo("public.orders AccessExclusiveLock [READS, WRITES, DDL]");
            assertThat(steps.inTransaction("DROP INDEX orders_note"))
                    .as("the step has rolled back itself")
                    .hasSize(1);
        }
    }

    @Test
    void anotherValueOfAnEnumLocksNoTable() throws SQLException {
        try (TracedSteps steps = new TracedSteps(TestServers.postgres(18), SHOP)) {
            StatementTrace trace =
                    steps.alone("ALTER TYPE mood ADD VALUE 'bad'").get(0);

            assertThat(trace.transactional()).isFalse();
            assertThat(trace.locks()).isEmpty();
        }
    }

    /** A statement that gives up soon and tries again lets others in between. */
    @Test
    void ofSeveralTriesTheLongestWaitCounts() throws SQLException {
        try (TracedSteps steps = new TracedSteps(TestServers.postgres(18), SHOP);
                Bystander bystander = new Bystander(
                        steps, READ, "SELECT 1000 FROM pg_stat_activity WHERE application_name = 'fourth'", 1000)) {
            StatementTrace trace = steps.inTransaction("""
                            DO $$
                            BEGIN
                                SET LOCAL lock_timeout = '50ms';
                                FOR try IN 1..1000 LOOP
                                    BEGIN
                                        ALTER TABLE orders ADD COLUMN flag int;
                                        EXIT;
                                    EXCEPTION WHEN lock_not_available THEN
                                        IF try = 4 THEN
                                            SET LOCAL application_name = 'fourth';
                                        END IF;
                                    END;
                                END LOOP;
                            END $$""").get(0);

            assertThat(bystander.waited()).isPositive();
            assertThat(trace.millis()).isGreaterThan(200);
            assertThat(trace.locks().get(0).mode()).isEqualTo("AccessExclusiveLock");
            assertThat(trace.locks().get(0).waitedMillis()).isBetween(5.0, 150.0);
        }
    }
}
