package dev.stairway.measure.lock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.TestServers;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who has to wait for a step, in both ways of keeping a journal. */
class SqliteLockTest {

    private static final String[] SHOP = {
        "CREATE TABLE orders (id INTEGER PRIMARY KEY, amount INTEGER, note TEXT)",
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500)"
                + " INSERT INTO orders SELECT i, i, hex(randomblob(40)) FROM n"
    };
    private static final String WRITER = "database WAL_WRITE_LOCK [WRITES, DDL]";

    private static TracedSteps logsAhead() throws SQLException {
        return new TracedSteps(TestServers.sqlite(), SHOP);
    }

    private static TracedSteps rollsBack() throws SQLException {
        TracedSteps steps = logsAhead();
        List<StatementTrace> traces = steps.alone("PRAGMA journal_mode = DELETE");
        assertThat(traces)
                .as("the watching keeps nobody from having the file alone")
                .hasSize(1);
        return steps;
    }

    @Test
    void inTheLogAWriterKeepsOutWritersOnlyFromItsFirstChangeToTheEnd() throws SQLException {
        try (TracedSteps steps = logsAhead()) {
            List<StatementTrace> traces = steps.inTransaction(
                    "SELECT count(*) FROM orders",
                    "UPDATE orders SET amount = 1",
                    "CREATE INDEX orders_amount ON orders (amount)");

            assertThat(traces.get(0).locks()).as("reading").isEmpty();
            assertThat(PostgresLockTest.locks(traces.get(1))).isEqualTo(WRITER);
            assertThat(traces.get(1).locks().get(0).heldMillis())
                    .isGreaterThanOrEqualTo(traces.get(2).atMillis()
                            + traces.get(2).millis()
                            - traces.get(1).atMillis());
            assertThat(traces.get(2).locks()).as("held already").isEmpty();
            assertThat(traces)
                    .allSatisfy(trace -> assertThat(trace.transactional()).isTrue());
        }
    }

    @Test
    void withoutALogReadersHaveToWaitWhileItCommits() throws SQLException {
        try (TracedSteps steps = rollsBack()) {
            StatementTrace trace =
                    steps.inTransaction("UPDATE orders SET amount = 1").get(0);

            assertThat(PostgresLockTest.locks(trace))
                    .isEqualTo("database EXCLUSIVE [READS, WRITES, DDL]\ndatabase RESERVED [WRITES, DDL]");
            assertThat(trace.locks().get(0).heldMillis())
                    .isLessThan(trace.locks().get(1).heldMillis());
        }
    }

    @Test
    void withoutALogReadersHaveToWaitFromWhereTheChangesNoLongerFindRoomInMemory() throws SQLException {
        try (TracedSteps steps = rollsBack()) {
            List<StatementTrace> traces = steps.inTransaction(
                    "PRAGMA cache_size = 5",
                    "UPDATE orders SET note = note || 'x'",
                    "UPDATE orders SET amount = 2 WHERE id = 1");

            assertThat(PostgresLockTest.locks(traces.get(1)))
                    .isEqualTo("database EXCLUSIVE [READS, WRITES, DDL]\ndatabase RESERVED [WRITES, DDL]");
            assertThat(traces.get(1).locks().get(0).heldMillis())
                    .isGreaterThan(traces.get(1).millis());
        }
    }

    @Test
    void outsideATransactionItIsTheStatementThatHolds() throws SQLException {
        try (TracedSteps steps = logsAhead()) {
            List<StatementTrace> traces = steps.alone("VACUUM", "SELECT 1", "UPDATE orders SET amount = 3");

            assertThat(PostgresLockTest.locks(traces.get(0))).isEqualTo(WRITER);
            assertThat(traces.get(1).locks()).isEmpty();
            assertThat(PostgresLockTest.locks(traces.get(2))).isEqualTo(WRITER);
            assertThat(traces.get(2).transactional()).isFalse();
            assertThat(traces.get(2).rows()).isEqualTo(500);
            assertThat(traces.get(2).locks().get(0).heldMillis())
                    .isEqualTo(traces.get(2).millis());
        }
    }

    @Test
    void aTransactionOfTheScriptItselfIsOne() throws SQLException {
        try (TracedSteps steps = logsAhead()) {
            List<StatementTrace> traces = steps.alone(
                    "BEGIN IMMEDIATE", "UPDATE orders SET amount = 3", "COMMIT", "UPDATE orders SET amount = 4");

            assertThat(PostgresLockTest.locks(traces.get(0))).isEqualTo(WRITER);
            assertThat(traces.get(0).locks().get(0).heldMillis())
                    .isBetween(
                            traces.get(2).atMillis() - traces.get(0).atMillis(),
                            traces.get(3).atMillis() - traces.get(0).atMillis());
            assertThat(traces.get(1).locks()).isEmpty();
        }
    }

    @Test
    void aTableThatAnotherTookThePlaceOfIsWrittenAnew() throws SQLException {
        try (TracedSteps steps = logsAhead()) {
            List<StatementTrace> traces = steps.inTransaction(
                    "CREATE TABLE orders_new (id INTEGER PRIMARY KEY, amount INTEGER NOT NULL, note TEXT)",
                    "INSERT INTO orders_new SELECT * FROM orders",
                    "DROP TABLE orders",
                    "ALTER TABLE orders_new RENAME TO orders");

            assertThat(traces.get(3).rewrites()).containsExactly("orders");
            assertThat(steps.inTransaction("ALTER TABLE orders DROP COLUMN note")
                            .get(0)
                            .rewrites())
                    .containsExactly("orders");
            assertThat(steps.alone("VACUUM").get(0).rewrites()).containsExactly("orders");
        }
    }

    @Test
    void whatOnlyChangesTheSchemaWritesNothingAnew() throws SQLException {
        try (TracedSteps steps = logsAhead()) {
            assertThat(steps.inTransaction(
                            "ALTER TABLE orders ADD COLUMN flag INTEGER DEFAULT 1",
                            "ALTER TABLE orders RENAME COLUMN flag TO mark",
                            "CREATE TABLE empty (a, b)",
                            "ALTER TABLE empty DROP COLUMN b",
                            "UPDATE orders SET mark = 2"))
                    .allSatisfy(trace -> assertThat(trace.rewrites()).isEmpty());
        }
    }
}
