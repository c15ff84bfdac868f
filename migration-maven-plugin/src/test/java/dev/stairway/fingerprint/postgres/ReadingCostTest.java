package dev.stairway.fingerprint.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.TestServers;
import dev.stairway.fingerprint.Watched;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadingCostTest {

    private static final int TABLES = 3000;
    private static final int STEPS = 40;

    @Test
    void a_reading_costs_the_same_whatever_the_number_of_tables() throws Exception {
        try (Watched watched = Watched.on(TestServers.postgres(18))) {
            median(watched, "warm");
            long few = median(watched, "few");
            fill(watched);
            median(watched, "again");
            long many = median(watched, "many");
            System.out.printf("median reading: %d us with few tables, %d us with %d%n", few, many, TABLES);
            // A scan of the catalogs would be twenty times as slow; the rest is what else the machine does.
            assertThat(many).isLessThan(few * 3);
        }
    }

    private static void fill(Watched watched) throws SQLException {
        try (Statement statement = watched.session.connection().createStatement()) {
            for (int i = 0; i < TABLES; i++) {
                statement.execute("CREATE TABLE filler" + i + " (id int PRIMARY KEY, b int)");
                statement.execute("CREATE INDEX filler_b" + i + " ON filler" + i + " (b)");
                if (i % 100 == 0) {
                    watched.session.connection().commit();
                }
            }
        }
        watched.session.settle();
        watched.fingerprinter.readAll(watched.session);
        watched.session.settle();
    }

    /** Create a table, add a column, create an index, each up, down and up again; microseconds per reading. */
    private static long median(Watched watched, String prefix) throws SQLException {
        List<Long> nanos = new ArrayList<>();
        for (int i = 0; i < STEPS; i++) {
            String table = prefix + "_" + i;
            String[][] pairs = {
                {"CREATE TABLE " + table + " (id int PRIMARY KEY, a text)", "DROP TABLE " + table},
                {"ALTER TABLE " + table + " ADD COLUMN b int", "ALTER TABLE " + table + " DROP COLUMN b"},
                {"CREATE INDEX " + table + "_i ON " + table + " (b)", "DROP INDEX " + table + "_i"},
            };
            for (String[] pair : pairs) {
                for (String sql : new String[] {pair[0], pair[1], pair[0]}) {
                    nanos.add(reading(watched, sql));
                }
            }
        }
        Collections.sort(nanos);
        return nanos.get(nanos.size() / 2) / 1000;
    }

    private static long reading(Watched watched, String sql) throws SQLException {
        watched.session.begin();
        watched.fingerprinter.watch(watched.session);
        try (Statement statement = watched.session.connection().createStatement()) {
            statement.execute(sql);
        }
        long start = System.nanoTime();
        watched.fingerprinter.read(watched.session);
        long nanos = System.nanoTime() - start;
        watched.session.settle();
        return nanos;
    }
}
