package dev.stairway.measure.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.TestServers;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Products that tell less of their work, or nothing. */
class OtherWorkTest {

    private static final String TABLE =
            "CREATE TABLE t (id integer PRIMARY KEY, n integer)\n" + "INSERT INTO t VALUES (1, 1), (2, 2), (3, 3)";

    @Test
    void mariadb_tells_the_rows() throws SQLException {
        Map<Counter, Long> all = CountedStep.of(TABLE, "UPDATE t SET n = n + 1").on(TestServers.mariadb());
        assertThat(all).containsEntry(Counter.ROWS_WRITTEN, 3L).containsEntry(Counter.STATEMENTS, 1L);
        assertThat(all.get(Counter.ROWS_READ)).isBetween(3L, 6L);
        assertThat(CountedStep.of(TABLE, "UPDATE t SET n = 7 WHERE id = 2").on(TestServers.mariadb()))
                .containsEntry(Counter.ROWS_WRITTEN, 1L);
    }

    @Test
    void looking_at_mariadb_counts_nothing() throws SQLException {
        assertThat(CountedStep.of(TABLE, "").on(TestServers.mariadb()))
                .allSatisfy(
                        (counter, count) -> assertThat(count).as(counter.key()).isZero());
    }

    @Test
    void h2_tells_what_was_sent() throws SQLException {
        assertThat(CountedStep.of(TABLE, "UPDATE t SET n = n + 1\nDELETE FROM t")
                        .on(TestServers.h2()))
                .containsExactly(Map.entry(Counter.STATEMENTS, 2L));
    }
}
