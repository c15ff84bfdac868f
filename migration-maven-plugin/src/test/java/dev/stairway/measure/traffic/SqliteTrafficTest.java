package dev.stairway.measure.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.JdbcSession;
import dev.stairway.database.TestServers;
import dev.stairway.measure.traffic.TableTraffic.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Clients beside statements of SQLite. A client calls every 20 ms and counts from when it was due, so it is kept waiting for at
 * least as long as the lock is held but 20 ms.
 */
@ParameterizedClass
@ValueSource(strings = {"WAL", "DELETE"})
class SqliteTrafficTest {

    /** Nanoseconds in which a client that is due 500 times a second gets its turn on any machine. */
    private static final long LONG_ENOUGH = 500_000_000;

    private static final double INTERVAL = 20;

    @Parameter
    String journal;

    private JdbcDatabase database;
    private Connection migration;
    private Statement step;
    private Traffic traffic;

    @BeforeEach
    void connect() throws SQLException {
        database = (JdbcDatabase) TestServers.sqlite().fresh("traffic");
        migration = database.connect();
        step = migration.createStatement();
        step.execute("PRAGMA journal_mode = " + journal);
        step.execute("CREATE TABLE item (id integer PRIMARY KEY, name text, price int)");
        fill(2000);
        traffic = Traffic.on(database, TrafficOptions.defaults()).orElseThrow();
    }

    private void fill(int rows) throws SQLException {
        step.execute("INSERT INTO item WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " + rows
                + ") SELECT NULL, 'item ' || i, i % 97 FROM n");
    }

    @AfterEach
    void close() throws SQLException {
        traffic.stop();
        migration.close();
        database.close();
    }

    @Test
    void createIndexBlocksWritesAndReadsOnlyWhileItCommitsOutsideOfWal() throws SQLException {
        fill(200_000);
        begin();

        step.execute("BEGIN IMMEDIATE");
        long start = System.nanoTime();
        step.execute("CREATE INDEX by_name ON item (name)");
        double held = hold(start);
        step.execute("COMMIT");

        List<TableTraffic> met = traffic.stop();
        assertThat(of(met, Kind.WRITE).longestMillis()).isGreaterThanOrEqualTo(least(held));
        assertThat(of(met, Kind.WRITE).table()).isEqualTo("main");
        if (journal.equals("WAL")) {
            assertThat(of(met, Kind.READ).longestMillis()).isLessThan(held / 2);
        }
        assertThat(met).allSatisfy(client -> assertThat(client.firstError()).isEmpty());
    }

    @Test
    void anExclusiveTransactionBlocksReadersOnlyOutsideOfWal() throws SQLException {
        begin();

        step.execute("BEGIN EXCLUSIVE");
        long start = System.nanoTime();
        double held = hold(start);
        step.execute("COMMIT");

        List<TableTraffic> met = traffic.stop();
        assertThat(of(met, Kind.WRITE).longestMillis()).isGreaterThanOrEqualTo(least(held));
        if (journal.equals("WAL")) {
            assertThat(of(met, Kind.READ).longestMillis()).isLessThan(held / 2);
        } else {
            assertThat(of(met, Kind.READ).longestMillis()).isGreaterThanOrEqualTo(least(held));
        }
    }

    @Test
    void addColumnBlocksNobodyForLong() throws SQLException {
        begin();

        step.execute("ALTER TABLE item ADD COLUMN stock int NOT NULL DEFAULT 0");
        double went = hold(System.nanoTime());

        assertThat(traffic.stop())
                .hasSize(2)
                .allSatisfy(client -> assertThat(client.longestMillis()).isLessThan(went / 2))
                .allSatisfy(client -> assertThat(client.firstError()).isEmpty());
    }

    @Test
    void aSlowReaderMakesACommitWaitOnlyOutsideOfWal() throws SQLException {
        traffic = Traffic.on(database, TrafficOptions.defaults().withSlowReader(Duration.ofMillis(400)))
                .orElseThrow();
        begin();

        long start = System.nanoTime();
        step.execute("ALTER TABLE item ADD COLUMN stock int NOT NULL DEFAULT 0");
        double took = (System.nanoTime() - start) / 1e6;

        TableTraffic reader = of(traffic.stop(), Kind.READ);
        if (journal.equals("WAL")) {
            assertThat(took).isLessThan(300);
            assertThat(reader.longestMillis()).isLessThan(300);
        } else {
            assertThat(took).isGreaterThan(300);
            assertThat(reader.longestMillis()).isGreaterThan(200);
        }
    }

    @Test
    void transactionsThatReadAndThenWriteAreNotDisturbed() throws SQLException {
        try (JdbcSession session = database.newSession()) {
            traffic = Traffic.on(database, TrafficOptions.defaults().withCallsPerSecond(500))
                    .orElseThrow();
            traffic.start(List.of("item"));
            session.begin();
            traffic.stepBegins(session);
            session.connection().setAutoCommit(false);
            try (Statement work = session.connection().createStatement()) {
                long start = System.nanoTime();
                for (int i = 0; i < 200 || System.nanoTime() - start < LONG_ENOUGH; i++) {
                    work.executeQuery("SELECT count(*) FROM item").close();
                    work.executeUpdate("UPDATE item SET price = price + 1 WHERE id = 7");
                    session.settle();
                }
            }
        }

        assertThat(of(traffic.stop(), Kind.WRITE).calls()).isPositive();
    }

    @Test
    void aTableThatIsDroppedIsAnErrorOfItsReaderWhichThenEnds() throws SQLException {
        begin();

        step.execute("DROP TABLE item");
        hold(System.nanoTime());

        List<TableTraffic> met = traffic.stop();
        TableTraffic reader = of(met, Kind.READ);
        assertThat(reader.errors()).isEqualTo(1);
        assertThat(reader.firstError()).isEqualTo("no such table: item");
        assertThat(reader.calls()).isLessThan(of(met, Kind.WRITE).calls());
        assertThat(of(met, Kind.WRITE).errors()).isZero();
    }

    @Test
    void aColumnThatIsDroppedIsAnErrorAfterWhichTheReaderKnowsTheTableAnew() throws SQLException {
        begin();

        step.execute("ALTER TABLE item DROP COLUMN price");
        hold(System.nanoTime());

        TableTraffic reader = of(traffic.stop(), Kind.READ);
        assertThat(reader.errors()).isEqualTo(1);
        assertThat(reader.firstError()).isEqualTo("no such column: price");
        assertThat(reader.calls()).isGreaterThan(5);
    }

    @Test
    void everyKindOfTableHasItsReader() throws SQLException {
        step.execute(
                "CREATE TABLE \"odd \"\"one\" (\"the 'key'\" text, n int, PRIMARY KEY (\"the 'key'\", n)) WITHOUT ROWID");
        step.execute("INSERT INTO \"odd \"\"one\" VALUES ('it''s', 1)");
        step.execute("CREATE TABLE named (rowid text, a int AS (1) STORED, code text PRIMARY KEY)");
        step.execute("INSERT INTO named (rowid, code) VALUES ('x', 'c')");
        step.execute("CREATE TABLE empty (id int)");
        step.execute("CREATE VIEW looked AS SELECT * FROM item");
        traffic.start(List.of("main.item", "odd \"one", "named", "empty", "looked", "absent"));
        traffic.stepBegins();
        hold(System.nanoTime());

        List<TableTraffic> met = traffic.stop();
        assertThat(met.stream().map(client -> client.kind() + " " + client.table()))
                .containsExactly("READ item", "READ odd \"one", "READ named", "READ empty", "WRITE main");
        assertThat(met).allSatisfy(client -> {
            assertThat(client.firstError()).isEmpty();
            assertThat(client.calls()).isPositive();
        });
    }

    @Test
    void clientsThatWaitForWhatOutlivesTheStepEndWithoutAnError() throws SQLException {
        begin();
        step.execute("BEGIN IMMEDIATE");
        long start = System.nanoTime();
        double held = hold(start);

        TableTraffic writer = of(traffic.stop(), Kind.WRITE);
        step.execute("ROLLBACK");

        assertThat(writer.errors()).isZero();
        assertThat(writer.longestMillis()).isGreaterThanOrEqualTo(least(held));
    }

    private void begin() {
        traffic.start(List.of("item"));
        traffic.stepBegins();
    }

    /** Reads for a while. Returns how long ago something began; milliseconds. */
    private double hold(long since) throws SQLException {
        long start = System.nanoTime();
        do {
            step.executeQuery("SELECT count(*) FROM sqlite_master").close();
        } while (System.nanoTime() - start < 200_000_000);
        return (System.nanoTime() - since) / 1e6;
    }

    private static TableTraffic of(List<TableTraffic> met, Kind kind) {
        return met.stream().filter(client -> client.kind() == kind).findFirst().orElseThrow();
    }

    /** A client whose next request was due while it was blocked sends it a little later on a busy machine. */
    private static double least(double held) {
        return held - Math.max(INTERVAL + 5, 0.15 * held);
    }
}
