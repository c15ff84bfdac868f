package dev.stairway.fingerprint.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.TestServers;
import dev.stairway.fingerprint.Watched;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class ReadingCostTest {

    private static final int STEPS = 300;

    @Test
    void a_reading_costs_the_same_whatever_the_number_of_tables() throws Exception {
        try (Watched watched = Watched.on(TestServers.postgres(18))) {
            steps(watched, "warm", 200);
            double few = steps(watched, "few", STEPS);
            try (Statement statement = watched.session.connection().createStatement()) {
                for (int i = 0; i < 3000; i++) {
                    statement.execute("CREATE TABLE many_" + i + " (id int PRIMARY KEY, a text, b int)");
                    statement.execute("CREATE INDEX many_i_" + i + " ON many_" + i + " (b)");
                    if (i % 100 == 0) {
                        watched.session.connection().commit();
                    }
                }
            }
            watched.session.settle();
            watched.fingerprinter.readAll(watched.session);
            watched.session.settle();
            steps(watched, "again", 100);
            double many = steps(watched, "many", STEPS);
            System.out.printf("microseconds per reading: %.0f with few tables, %.0f with 3000%n", few, many);
            assertThat(many).isLessThan(few * 3);
        }
    }

    /** Create a table, add a column, create an index; each is read after up, after down and after up again. */
    private static double steps(Watched watched, String prefix, int count) throws SQLException {
        long nanos = 0;
        int readings = 0;
        for (int i = 0; i < count; i++) {
            String table = prefix + "_" + i;
            String[][] pairs = {
                {"CREATE TABLE " + table + " (id int PRIMARY KEY, a text)", "DROP TABLE " + table},
                {"ALTER TABLE " + table + " ADD COLUMN b int", "ALTER TABLE " + table + " DROP COLUMN b"},
                {"CREATE INDEX " + table + "_i ON " + table + " (b)", "DROP INDEX " + table + "_i"},
            };
            for (String[] pair : pairs) {
                for (String sql : new String[] {pair[0], pair[1], pair[0]}) {
                    watched.session.begin();
                    watched.fingerprinter.watch(watched.session);
                    try (Statement statement = watched.session.connection().createStatement()) {
                        statement.execute(sql);
                    }
                    long start = System.nanoTime();
                    watched.fingerprinter.read(watched.session);
                    nanos += System.nanoTime() - start;
                    readings++;
                    watched.session.settle();
                }
            }
        }
        return nanos / 1000.0 / readings;
    }
}
