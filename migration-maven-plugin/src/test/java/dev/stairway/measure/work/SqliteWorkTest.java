package dev.stairway.measure.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.DatabaseServer;
import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.JdbcSession;
import dev.stairway.database.TestServers;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SqliteWorkTest {

    private static final int ROWS = 3_000;
    private static final int REPETITIONS = 5;

    private static final String TABLE = """
            CREATE TABLE account (id integer PRIMARY KEY, name text NOT NULL, n integer, more integer)
            WITH RECURSIVE s(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM s WHERE i < 3000) INSERT INTO account SELECT i, 'name ' || i, i % 100, NULL FROM s
            """;
    private static final CountedStep MIXED = CountedStep.of(TABLE, """
            ALTER TABLE account ADD COLUMN kind text NOT NULL DEFAULT 'plain'
            CREATE INDEX account_n ON account (n)
            UPDATE account SET kind = name WHERE n < 50
            CREATE TABLE entry (id integer PRIMARY KEY REFERENCES account, t text CHECK (length(t) > 2))
            INSERT INTO entry SELECT id, name FROM account WHERE n < 50
            ALTER TABLE account DROP COLUMN more
            DELETE FROM entry WHERE id < 1000
            """);

    private final DatabaseServer server = TestServers.sqlite();

    @Test
    void the_same_step_counts_the_same_on_every_fresh_database() throws SQLException {
        Set<Map<Counter, Long>> all = new HashSet<>();
        for (int i = 0; i < REPETITIONS; i++) {
            all.add(MIXED.on(server));
        }
        assertThat(all)
                .singleElement()
                .satisfies(counted -> assertThat(counted)
                        .containsKeys(
                                Counter.WAL_BYTES,
                                Counter.VM_STEPS,
                                Counter.PAGES,
                                Counter.ROWS_WRITTEN,
                                Counter.STATEMENTS));
    }

    @Test
    void one_more_column_written_takes_more_instructions_and_no_more_rows() throws SQLException {
        Map<Counter, Long> one =
                CountedStep.of(TABLE, "UPDATE account SET n = n + 1").on(server);
        Map<Counter, Long> two = CountedStep.of(TABLE, "UPDATE account SET n = n + 1, more = id * 2")
                .on(server);
        assertThat(two.get(Counter.VM_STEPS) - one.get(Counter.VM_STEPS)).isBetween((long) ROWS, ROWS * 4L);
        assertThat(one).containsEntry(Counter.ROWS_WRITTEN, (long) ROWS);
        assertThat(two).containsEntry(Counter.ROWS_WRITTEN, (long) ROWS);
    }

    @Test
    void a_step_that_does_nothing_counts_nothing() throws SQLException {
        assertThat(CountedStep.of(TABLE, "").on(server))
                .allSatisfy(
                        (counter, count) -> assertThat(count).as(counter.key()).isZero());
    }

    @Test
    void a_page_that_is_written_twice_counts_once_as_a_page_and_twice_in_the_log() throws SQLException {
        try (JdbcDatabase database = (JdbcDatabase) server.fresh("twice")) {
            WorkMeter meter = WorkMeter.on(database).orElseThrow();
            try (JdbcSession session = database.newSession();
                    Statement statement = session.connection().createStatement()) {
                statement.execute("CREATE TABLE t (id integer PRIMARY KEY, n integer)");
                statement.execute("INSERT INTO t VALUES (1, 1)");
                session.begin();
                meter.start(session);
                statement.execute("UPDATE t SET n = 2");
                statement.execute("UPDATE t SET n = 3");
                session.settle();
                assertThat(meter.stop(session))
                        .containsEntry(Counter.PAGES, 1L)
                        .containsEntry(Counter.WAL_BYTES, 32L + 2 * (24 + 4096));
            }
        }
    }

    @Test
    void a_log_longer_than_what_is_moved_by_itself_is_there_as_a_whole() throws SQLException {
        try (JdbcDatabase database = (JdbcDatabase) server.fresh("long")) {
            WorkMeter meter = WorkMeter.on(database).orElseThrow();
            try (JdbcSession session = database.newSession();
                    Statement statement = session.connection().createStatement()) {
                statement.execute("CREATE TABLE t (id integer PRIMARY KEY, b blob)");
                session.begin();
                meter.start(session);
                for (int i = 0; i < 3; i++) {
                    statement.execute("INSERT INTO t VALUES (NULL, zeroblob(3000000))");
                }
                session.settle();
                assertThat(meter.stop(session).get(Counter.WAL_BYTES)).isGreaterThan(9_000_000);
            }
        }
    }

    @Test
    void the_session_is_afterwards_as_it_was() throws SQLException {
        try (JdbcDatabase database = (JdbcDatabase) server.fresh("after")) {
            WorkMeter meter = WorkMeter.on(database).orElseThrow();
            try (JdbcSession session = database.newSession();
                    Statement statement = session.raw().createStatement()) {
                session.begin();
                meter.start(session);
                assertThat(Rows.numbers(session.raw(), "PRAGMA wal_autocheckpoint"))
                        .containsExactly(0);
                Map<Counter, Long> counted = meter.stop(session);
                statement.execute(
                        "WITH RECURSIVE s(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM s WHERE i < 3000) SELECT count(*) FROM s");
                assertThat(Rows.numbers(session.raw(), "PRAGMA wal_autocheckpoint"))
                        .containsExactly(1000);
                assertThat(counted).containsEntry(Counter.VM_STEPS, 0L);
            }
        }
    }

    @Test
    void a_step_that_gives_up_the_log_has_no_figures_of_it() throws SQLException {
        try (JdbcDatabase database = (JdbcDatabase) server.fresh("mode")) {
            WorkMeter meter = WorkMeter.on(database).orElseThrow();
            try (JdbcSession session = database.newSession();
                    Statement statement = session.connection().createStatement()) {
                session.begin();
                meter.start(session);
                statement.execute("CREATE TABLE t (n integer)");
                statement.execute("PRAGMA journal_mode = DELETE");
                session.settle();
                assertThat(meter.stop(session)).doesNotContainKeys(Counter.WAL_BYTES, Counter.PAGES);
            }
        }
    }

    @Test
    void after_a_step_that_failed_the_next_one_is_counted_from_its_own_start() throws SQLException {
        try (JdbcDatabase database = (JdbcDatabase) server.fresh("failed")) {
            WorkMeter meter = WorkMeter.on(database).orElseThrow();
            try (JdbcSession session = database.newSession();
                    Statement statement = session.connection().createStatement()) {
                statement.execute("CREATE TABLE t (n integer)");
                session.begin();
                meter.start(session);
                statement.execute(
                        "WITH RECURSIVE s(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM s WHERE i < 3000) INSERT INTO t SELECT i FROM s");
                session.begin();
                meter.start(session);
                assertThat(meter.stop(session))
                        .containsEntry(Counter.VM_STEPS, 0L)
                        .containsEntry(Counter.WAL_BYTES, 0L);
                assertThat(Rows.numbers(session.raw(), "PRAGMA wal_autocheckpoint"))
                        .containsExactly(1000);
            }
        }
    }

    @Test
    void a_file_without_such_a_log_has_no_figures_of_it() throws SQLException {
        Map<Counter, Long> counted = CountedStep.of(
                        "PRAGMA journal_mode = DELETE\n" + TABLE, "UPDATE account SET n = 1")
                .on(server);
        assertThat(counted).doesNotContainKeys(Counter.WAL_BYTES, Counter.PAGES);
        assertThat(counted.get(Counter.VM_STEPS)).isPositive();
    }
}
