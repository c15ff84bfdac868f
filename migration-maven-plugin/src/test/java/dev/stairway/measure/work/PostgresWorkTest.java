package dev.stairway.measure.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.stairway.database.DatabaseServer;
import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.JdbcSession;
import dev.stairway.database.TestServers;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** On servers that are tuned for measuring. */
@ParameterizedClass
@ValueSource(ints = {14, 15, 16, 17, 18})
class PostgresWorkTest {

    private static final int ROWS = 3_000;
    private static final int REPETITIONS = 5;
    private static final double TENTH_OF_A_PERCENT = 0.1;

    private static final String TABLE = """
            CREATE TABLE account (id integer PRIMARY KEY, name text NOT NULL, n integer, more bigint)
            INSERT INTO account SELECT i, 'name ' || i, i % 100 FROM generate_series(1, 3000) i
            """;
    private static final CountedStep MIXED = CountedStep.of(TABLE, """
            ALTER TABLE account ADD COLUMN kind text NOT NULL DEFAULT 'plain'
            CREATE INDEX account_n ON account (n)
            UPDATE account SET kind = name WHERE n < 50
            CREATE TABLE entry (id integer PRIMARY KEY REFERENCES account, t text CHECK (length(t) > 2))
            INSERT INTO entry SELECT id, name FROM account WHERE n < 50
            ALTER TABLE account ALTER COLUMN n TYPE bigint
            CREATE VIEW v AS SELECT a.id, e.t FROM account a JOIN entry e USING (id)
            DELETE FROM entry WHERE id < 1000
            """);

    private final int major;
    private final DatabaseServer server;

    PostgresWorkTest(int major) {
        this.major = major;
        this.server = TestServers.measuredPostgres(major);
    }

    @Test
    void the_same_step_counts_the_same_on_every_fresh_database() throws SQLException {
        List<Map<String, Long>> all = new ArrayList<>();
        for (int i = 0; i < REPETITIONS; i++) {
            all.add(CountedStep.gated(MIXED.on(server)));
        }
        assertThat(all).allSatisfy(counted -> requireSame(counted, all.get(0)));
        assertThat(all.get(0).keySet()).contains("walBytes", "blocks", "sizeBytes", "statements");
        assertThat(all.get(0).containsKey("rowsRead")).isEqualTo(major > 14);
    }

    @Test
    void what_another_database_writes_meanwhile_is_not_counted() throws SQLException {
        Map<String, Long> alone = CountedStep.gated(MIXED.on(server));
        try (Noise noise = Noise.on(server)) {
            long before = noise.rounds();
            requireSame(CountedStep.gated(MIXED.on(server)), alone);
            assertThat(noise.rounds()).as("rounds of noise meanwhile").isGreaterThan(before);
        }
    }

    @Test
    void one_more_column_written_is_seen_in_the_log_and_one_more_row_in_the_rows() throws SQLException {
        Map<Counter, Long> one =
                CountedStep.of(TABLE, "UPDATE account SET n = 5").on(server);
        Map<Counter, Long> two =
                CountedStep.of(TABLE, "UPDATE account SET n = 5, more = 6").on(server);
        Map<Counter, Long> another = CountedStep.of(
                        TABLE, "UPDATE account SET n = 5\nINSERT INTO account VALUES (0, '', 5, NULL)")
                .on(server);
        assertThat(two.get(Counter.WAL_BYTES) - one.get(Counter.WAL_BYTES)).isBetween(ROWS * 8L, ROWS * 20L);
        assertThat(two.get(Counter.ROWS_WRITTEN)).isEqualTo(one.get(Counter.ROWS_WRITTEN));
        if (major > 14) {
            assertThat(one).containsEntry(Counter.ROWS_WRITTEN, (long) ROWS);
            assertThat(another).containsEntry(Counter.ROWS_WRITTEN, ROWS + 1L);
        }
    }

    @Test
    void rows_that_nobody_sees_any_more_are_bloat_until_the_table_is_written_anew() throws SQLException {
        Map<Counter, Long> updated =
                CountedStep.of(TABLE, "UPDATE account SET more = 6").on(server);
        if (major == 14) {
            // Its sessions cannot be told to bring the books up to date.
            assertThat(updated).doesNotContainKey(Counter.BLOAT_BYTES);
            return;
        }
        long grown = updated.get(Counter.SIZE_BYTES);
        assertThat(updated.get(Counter.BLOAT_BYTES)).isBetween(grown / 3, grown);
        assertThat(CountedStep.of(TABLE, "ALTER TABLE account ALTER COLUMN n TYPE bigint")
                        .on(server))
                .containsEntry(Counter.BLOAT_BYTES, 0L);
        assertThat(CountedStep.of(
                                TABLE + "\nUPDATE account SET more = 6",
                                "ALTER TABLE account ALTER COLUMN n TYPE bigint")
                        .on(server)
                        .get(Counter.BLOAT_BYTES))
                .isNegative();
    }

    @Test
    void the_server_is_durable_and_does_nothing_of_its_own_and_its_books_are_not_in_the_database() throws SQLException {
        try (JdbcDatabase database = (JdbcDatabase) server.fresh("settings");
                Connection connection = database.connect()) {
            assertThat(Rows.numbers(connection, """
                            SELECT (current_setting('fsync') = 'on')::integer, (current_setting('synchronous_commit') = 'on')::integer,
                                   (current_setting('autovacuum') = 'on')::integer,
                                   (current_setting('full_page_writes') = 'on')::integer,
                                   (SELECT count(*) FROM pg_extension WHERE extname <> 'plpgsql')
                            """)).containsExactly(1, 1, 0, 0, 0);
        }
    }

    @Test
    void beside_somebody_who_stays_connected_no_rows_are_counted() throws SQLException {
        try (JdbcDatabase database = (JdbcDatabase) server.fresh("beside");
                Connection other = database.connect();
                JdbcSession session = database.newSession()) {
            WorkMeter meter = WorkMeter.on(database).orElseThrow();
            session.begin();
            meter.start(session);
            session.settle();
            assertThat(meter.stop(session))
                    .doesNotContainKeys(Counter.ROWS_READ, Counter.ROWS_WRITTEN)
                    .containsEntry(Counter.WAL_BYTES, 0L)
                    .containsEntry(Counter.BLOCKS, 0L);
            assertThat(other.isClosed()).isFalse();
        }
    }

    @Test
    void looking_counts_nothing() throws SQLException {
        assertThat(CountedStep.of(TABLE, "").on(server))
                .allSatisfy(
                        (counter, count) -> assertThat(count).as(counter.key()).isZero());
        assertThat(CountedStep.of(TABLE, "INSERT INTO account VALUES (0, '', 5, NULL)")
                        .on(server)
                        .get(Counter.WAL_BYTES))
                .isPositive();
    }

    private static void requireSame(Map<String, Long> counted, Map<String, Long> expected) {
        assertThat(counted.keySet()).isEqualTo(expected.keySet());
        expected.forEach((counter, count) ->
                assertThat(counted.get(counter)).as(counter).isCloseTo(count, withinPercentage(TENTH_OF_A_PERCENT)));
    }
}
