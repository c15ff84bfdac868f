package dev.stairway.measure.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.database.JdbcSession;
import dev.stairway.database.TestServers;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a lock is called, how long it is held and who has to wait for it does not depend on the size of a table. */
class PostgresLockTest {

    private static final String[] SHOP = {
        "CREATE TABLE customers (id int PRIMARY KEY, name text)",
        "CREATE TABLE orders (id int PRIMARY KEY, customer int, amount int NOT NULL, note text)",
        "INSERT INTO customers SELECT i, 'c' || i FROM generate_series(1, 100) i",
        "INSERT INTO orders SELECT i, i, i, 'n' FROM generate_series(1, 100) i"
    };

    /** One line for each lock: relation, mode, who has to wait. */
    static String locks(StatementTrace trace) {
        return trace.locks().stream()
                .map(lock -> lock.relation() + " " + lock.mode() + " " + lock.blocks())
                .collect(Collectors.joining("\n"));
    }

    private static String only(int major, String sql) throws SQLException {
        try (TracedSteps steps = new TracedSteps(TestServers.postgres(major), SHOP)) {
            List<StatementTrace> traces = steps.inTransaction(sql);
            assertThat(traces).hasSize(1);
            StatementTrace trace = traces.get(0);
            assertThat(trace.sql()).isEqualTo(sql);
            assertThat(trace.transactional()).isTrue();
            return locks(trace) + (trace.rewrites().isEmpty() ? "" : "\nrewrites " + trace.rewrites());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void theStatementsOfEverydayAreClassified(int major) throws SQLException {
        String all = "public.orders AccessExclusiveLock [READS, WRITES, DDL]";
        assertThat(only(major, "ALTER TABLE orders ADD COLUMN flag boolean DEFAULT true"))
                .isEqualTo(all);
        assertThat(only(major, "ALTER TABLE orders ADD COLUMN r float DEFAULT random()"))
                .isEqualTo(all + "\npublic.orders ShareLock [WRITES, DDL]\nrewrites [public.orders]");
        assertThat(only(major, "ALTER TABLE orders ALTER COLUMN amount TYPE bigint"))
                .isEqualTo(all + "\npublic.orders ShareLock [WRITES, DDL]\nrewrites [public.orders]");
        assertThat(only(major, "ALTER TABLE orders ALTER COLUMN customer SET NOT NULL"))
                .isEqualTo(all);
        assertThat(only(major, "CREATE INDEX orders_amount ON orders (amount)"))
                .isEqualTo("public.orders ShareLock [WRITES, DDL]");
        assertThat(only(major, "ALTER TABLE orders ADD FOREIGN KEY (customer) REFERENCES customers (id)"))
                .startsWith("public.customers ShareRowExclusiveLock [WRITES, DDL]\n"
                        + "public.orders ShareRowExclusiveLock [WRITES, DDL]");
        assertThat(only(major, "ALTER TABLE orders ADD CHECK (amount > 0)")).isEqualTo(all);
        assertThat(only(major, "UPDATE orders SET amount = amount + 1"))
                .isEqualTo("public.orders RowExclusiveLock [DDL]\npublic.orders row-level lock [WRITES]");
        assertThat(only(major, "UPDATE orders SET amount = amount + 1 WHERE false"))
                .as("no row is locked")
                .isEqualTo("public.orders RowExclusiveLock [DDL]");
    }

    /** The better way for a foreign key: a moment in which writers wait, then a look that keeps nobody from working. */
    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void aConstraintThatIsValidatedLaterIsClassified(int major) throws SQLException {
        try (TracedSteps steps = new TracedSteps(TestServers.postgres(major), SHOP)) {
            StatementTrace added = steps.inTransaction(
                            "ALTER TABLE orders ADD CONSTRAINT who FOREIGN KEY (customer) REFERENCES customers NOT VALID")
                    .get(0);
            assertThat(locks(added))
                    .startsWith("public.customers ShareRowExclusiveLock [WRITES, DDL]\n"
                            + "public.orders ShareRowExclusiveLock [WRITES, DDL]");
            StatementTrace validated = steps.inTransaction("ALTER TABLE orders VALIDATE CONSTRAINT who")
                    .get(0);
            assertThat(locks(validated)).startsWith("public.orders ShareUpdateExclusiveLock [DDL]");
            assertThat(validated.locks())
                    .allSatisfy(lock -> assertThat(lock.blocks()).containsExactly(Blocked.DDL));
        }
    }

    @Test
    void whatTheStepDropsAndRenamesHasTheNameThatOthersKnow() throws SQLException {
        try (TracedSteps steps = new TracedSteps(TestServers.postgres(18), SHOP)) {
            List<StatementTrace> traces =
                    steps.inTransaction("ALTER TABLE orders RENAME TO \"Old Orders\"", "DROP TABLE \"Old Orders\"");

            assertThat(locks(traces.get(0))).isEqualTo("public.orders AccessExclusiveLock [READS, WRITES, DDL]");
            assertThat(locks(traces.get(1))).as("locked already").isEmpty();
            assertThat(locks(steps.inTransaction("DROP TABLE customers").get(0)))
                    .isEqualTo("public.customers AccessExclusiveLock [READS, WRITES, DDL]");
        }
    }

    @Test
    void whatNobodyElseCanSeeIsNotFelt() throws SQLException {
        try (TracedSteps steps = new TracedSteps(TestServers.postgres(18), SHOP)) {
            List<StatementTrace> traces = steps.inTransaction(
                    "CREATE TABLE fresh (id int PRIMARY KEY, t text)",
                    "INSERT INTO fresh SELECT i, 'x' FROM generate_series(1, 10) i",
                    "ALTER TABLE fresh ALTER COLUMN id TYPE bigint",
                    "CREATE TEMP TABLE mine AS SELECT * FROM fresh",
                    "DROP TABLE fresh");

            assertThat(traces).hasSize(5).allSatisfy(trace -> {
                assertThat(trace.locks()).isEmpty();
                assertThat(trace.rewrites()).isEmpty();
            });
            steps.inTransaction("CREATE TABLE fresh (id int)");
            assertThat(locks(steps.inTransaction("DROP TABLE fresh").get(0)))
                    .as("in the next step it is there for everybody")
                    .isEqualTo("public.fresh AccessExclusiveLock [READS, WRITES, DDL]");
        }
    }

    @Test
    void aLockIsHeldFromItsStatementToTheEndOfTheTransaction() throws SQLException {
        try (TracedSteps steps = new TracedSteps(TestServers.postgres(18), SHOP)) {
            List<StatementTrace> traces = steps.inTransaction(
                    "ALTER TABLE orders ADD COLUMN a int",
                    "SELECT pg_sleep(0.05)",
                    "ALTER TABLE customers ADD COLUMN a int");

            RelationLock first = traces.get(0).locks().get(0);
            assertThat(first.heldMillis())
                    .isGreaterThanOrEqualTo(
                            traces.get(2).atMillis() - traces.get(0).atMillis());
            RelationLock last = traces.get(2).locks().get(0);
            assertThat(last.heldMillis())
                    .isGreaterThanOrEqualTo(traces.get(2).millis())
                    .isLessThan(first.heldMillis() - 50);
        }
    }

    @Test
    void aCommitInTheMiddleFreesWhatWasHeld() throws SQLException {
        try (TracedSteps steps = new TracedSteps(TestServers.postgres(18), SHOP)) {
            List<StatementTrace> traces = steps.play(false, (session, statement) -> {
                statement.execute("ALTER TABLE orders ADD COLUMN a int");
                session.connection().commit();
                statement.execute("SELECT pg_sleep(0.05)");
                statement.execute("ALTER TABLE orders ADD COLUMN b int");
                statement.execute("COMMIT");
                statement.execute("SELECT pg_sleep(0.05)");
            });

            assertFreed(traces, 0, 1);
            assertFreed(traces, 2, 4);
        }
    }

    /** What one statement took was free before another one began. */
    private static void assertFreed(List<StatementTrace> traces, int took, int next) {
        assertThat(traces.get(took).locks())
                .singleElement()
                .satisfies(lock -> assertThat(lock.heldMillis())
                        .isLessThanOrEqualTo(
                                traces.get(next).atMillis() - traces.get(took).atMillis()));
    }

    @Test
    void whatIsRolledBackToASavepointIsFreedAndTakenAnew() throws SQLException {
        try (TracedSteps steps = new TracedSteps(TestServers.postgres(18), SHOP)) {
            List<StatementTrace> traces = steps.inTransaction(
                    "SAVEPOINT s",
                    "ALTER TABLE orders ADD COLUMN a int",
                    "ROLLBACK TO SAVEPOINT s",
                    "SELECT pg_sleep(0.05)",
                    "ALTER TABLE orders ADD COLUMN a int");

            assertThat(traces.get(1).locks())
                    .singleElement()
                    .satisfies(lock -> assertThat(lock.heldMillis()).isLessThan(50));
            assertThat(traces.get(4).locks()).hasSize(1);
        }
    }

    @Test
    void theBooksOfTheEngineAreLeftOut() throws SQLException {
        try (TracedSteps steps = new TracedSteps(TestServers.postgres(18), SHOP)) {
            List<StatementTrace> traces = steps.play(false, (session, statement) -> {
                try (JdbcSession.Scope books = session.bookkeeping()) {
                    assertThat(books).isNotNull();
                    statement.execute("LOCK TABLE customers");
                }
                statement.execute("ALTER TABLE orders ADD COLUMN a int");
            });

            assertThat(traces)
                    .singleElement()
                    .satisfies(trace -> assertThat(locks(trace))
                            .isEqualTo("public.orders AccessExclusiveLock [READS, WRITES, DDL]"));
        }
    }

    @Test
    void aStatementThatFailsIsNoReasonToFailAgain() throws SQLException {
        try (TracedSteps steps = new TracedSteps(TestServers.postgres(18), SHOP)) {
            List<StatementTrace> traces = steps.play(false, (session, statement) -> {
                Savepoint here = session.connection().setSavepoint();
                assertThatThrownBy(() -> statement.execute("DROP TABLE nothing"))
                        .hasMessageContaining("nothing");
                session.connection().rollback(here);
                statement.execute("SET TRANSACTION ISOLATION LEVEL READ COMMITTED");
                statement.execute("DROP TABLE orders");
            });

            assertThat(traces)
                    .extracting(StatementTrace::sql)
                    .contains("DROP TABLE orders")
                    .doesNotContain("DROP TABLE nothing");
        }
    }

    /** They change the rules of a transaction only before its first query. */
    @Test
    void theLookDoesNotComeBeforeTheRulesOfTheTransaction() throws SQLException {
        try (TracedSteps steps = new TracedSteps(TestServers.postgres(18), SHOP)) {
            List<StatementTrace> traces = steps.inTransaction(
                    "SET LOCAL lock_timeout = '2s'",
                    "/* all or nothing */ SET TRANSACTION ISOLATION LEVEL SERIALIZABLE",
                    "UPDATE orders SET amount = 2 WHERE id < 4");

            assertThat(traces.get(2).rows()).isEqualTo(3);
            assertThat(traces.get(2).locks())
                    .filteredOn(lock -> lock.mode().equals(LockSpan.ROWS))
                    .singleElement()
                    .satisfies(lock -> assertThat(lock.rows()).isEqualTo(3));
        }
    }

    @Test
    void anEmptiedTableIsNotWrittenAnew() throws SQLException {
        assertThat(only(18, "TRUNCATE orders"))
                .isEqualTo(
                        "public.orders AccessExclusiveLock [READS, WRITES, DDL]\npublic.orders ShareLock [WRITES, DDL]");
        assertThat(only(18, "REINDEX INDEX orders_pkey"))
                .contains("public.orders_pkey AccessExclusiveLock [READS, WRITES, DDL]")
                .contains("public.orders ShareLock [WRITES, DDL]")
                .endsWith("rewrites [public.orders_pkey]");
    }

    /** Checking a constraint takes a look at every row, unless another one has proved it. */
    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void rowsThatAStatementGoesThroughAreCounted(int major) throws SQLException {
        try (TracedSteps steps = new TracedSteps(TestServers.postgres(major), SHOP)) {
            List<StatementTrace> traces = steps.inTransaction(
                    "ALTER TABLE orders ADD CONSTRAINT known CHECK (customer IS NOT NULL) NOT VALID",
                    "ALTER TABLE orders VALIDATE CONSTRAINT known",
                    "ALTER TABLE orders ALTER COLUMN customer SET NOT NULL",
                    "ALTER TABLE orders ALTER COLUMN note SET NOT NULL",
                    "CREATE INDEX orders_amount ON orders (amount)",
                    "ALTER TABLE orders ADD FOREIGN KEY (customer) REFERENCES customers (id) NOT VALID",
                    "ALTER TABLE orders ADD FOREIGN KEY (customer) REFERENCES customers (id)");

            assertThat(traces)
                    .extracting(trace -> trace.rowsRead().getOrDefault("public.orders", 0L))
                    .containsExactly(0L, 100L, 0L, 100L, 100L, 0L, 100L);
        }
    }

    /** The server's own counts go on from one transaction, and even one session, to the next. */
    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void rowsOfEarlierTransactionsAreNotCountedAgain(int major) throws SQLException {
        try (TracedSteps steps = new TracedSteps(TestServers.postgres(major), SHOP)) {
            String[] sql = {
                "ALTER TABLE orders ADD CONSTRAINT known CHECK (customer IS NOT NULL) NOT VALID",
                "UPDATE orders SET amount = 5",
                "ALTER TABLE orders VALIDATE CONSTRAINT known",
                "ALTER TABLE orders ALTER COLUMN customer SET NOT NULL",
                "UPDATE orders SET amount = 6",
                "UPDATE orders SET amount = 6"
            };
            List<StatementTrace> traces = new ArrayList<>();
            for (String one : sql) {
                traces.addAll(steps.inTransaction(one));
            }
            assertThat(traces)
                    .extracting(trace -> trace.rowsRead().getOrDefault("public.orders", 0L))
                    .containsExactly(0L, 100L, 100L, 0L, 100L, 100L);
            assertThat(traces.get(5).locks()).anyMatch(lock -> lock.rows() == 100);

            List<StatementTrace> inOneStep = steps.play(false, (session, statement) -> {
                for (int i = 0; i < 2; i++) {
                    statement.execute("UPDATE orders SET amount = " + i);
                    session.connection().commit();
                }
            });
            assertThat(inOneStep)
                    .extracting(trace -> trace.rowsRead().getOrDefault("public.orders", 0L))
                    .containsExactly(100L, 100L);
        }
    }

    @Test
    void whatTheLookHasPreparedMayBeThrownAway() throws SQLException {
        try (TracedSteps steps = new TracedSteps(TestServers.postgres(18), SHOP)) {
            List<StatementTrace> traces = steps.alone(
                    "ALTER TABLE orders ADD COLUMN a int", "DISCARD ALL", "DEALLOCATE ALL", "DROP TABLE orders");

            assertThat(locks(traces.get(3))).isEqualTo("public.orders AccessExclusiveLock [READS, WRITES, DDL]");
            assertThat(locks(steps.inTransaction("DROP TABLE customers").get(0)))
                    .isNotEmpty();
        }
    }
}
