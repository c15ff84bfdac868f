package dev.stairway.fingerprint.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.Database;
import dev.stairway.database.DatabaseServer;
import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.TestServers;
import dev.stairway.fingerprint.Difference;
import dev.stairway.fingerprint.DifferenceText;
import dev.stairway.fingerprint.Fingerprinter;
import dev.stairway.fingerprint.Fingerprinters;
import dev.stairway.fingerprint.ObjectChange;
import dev.stairway.fingerprint.Watched;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Small tables that are taken for large ones. */
class LargeTablesTest {

    private static final Sizes ROWS = new Sizes(1 << 16, Long.MAX_VALUE);
    private static final Sizes BLOCKS = new Sizes(1 << 16, 1 << 16);

    /** How many large tables need not be read whole. */
    private static final String QUICK = "-- quick ";

    private static final String FILL = """
            CREATE TABLE a (id int PRIMARY KEY, v int, pad varchar(200));
            INSERT INTO a SELECT g, g % 10, repeat('a', 80) || g FROM generate_series(1, 2600) g;
            CREATE TABLE b (id int PRIMARY KEY, v int, pad text);
            INSERT INTO b SELECT g, g % 10, repeat('b', 80) FROM generate_series(1, 2600) g;
            CREATE TABLE c (id int PRIMARY KEY, b int REFERENCES b ON DELETE CASCADE ON UPDATE CASCADE, v int, pad text);
            INSERT INTO c SELECT g, g, 0, repeat('c', 80) FROM generate_series(1, 2600) g;
            CREATE FUNCTION follow() RETURNS trigger LANGUAGE plpgsql AS
              'BEGIN UPDATE c SET v = v + 1 WHERE c.b = NEW.id; RETURN NULL; END';
            CREATE FUNCTION add_to_some(low int, high int) RETURNS void LANGUAGE plpgsql AS
              'BEGIN FOR i IN low..high LOOP BEGIN
                 UPDATE a SET v = v + i WHERE id = i;
                 IF i % 3 = 0 THEN RAISE EXCEPTION ''no''; END IF;
               EXCEPTION WHEN raise_exception THEN NULL; END; END LOOP; END';
            CREATE TRIGGER follow AFTER UPDATE OF v ON b FOR EACH ROW EXECUTE FUNCTION follow();
            CREATE TABLE d (id int PRIMARY KEY, at timestamp, pad text, doc text);
            ALTER TABLE d ALTER doc SET STORAGE EXTERNAL;
            INSERT INTO d SELECT g, '2026-01-01', repeat('d', 80), repeat('doc', CASE WHEN g < 20 THEN 3000 ELSE 1 END)
              FROM generate_series(1, 2600) g;
            CREATE TABLE p (id int, k int, v int, pad text) PARTITION BY LIST (k);
            CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);
            CREATE TABLE p2 PARTITION OF p FOR VALUES IN (2);
            INSERT INTO p SELECT g, 1 + g % 2, 0, repeat('p', 80) FROM generate_series(1, 5200) g;
            CREATE UNLOGGED TABLE u (id int, v int, pad text);
            INSERT INTO u SELECT g, g, repeat('u', 80) FROM generate_series(1, 2600) g;
            CREATE MATERIALIZED VIEW m AS SELECT id, v, pad FROM b;
            CREATE UNIQUE INDEX m_id ON m (id);
            """;

    @ParameterizedTest
    @ValueSource(ints = {14, 15, 16})
    void what_changed_is_found_by_its_rows(int major) throws Exception {
        assertThat(blockReadings(TestServers.postgres(major), ROWS)).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 18})
    void what_changed_is_found_by_its_blocks(int major) throws Exception {
        assertThat(blockReadings(TestServers.postgres(major), BLOCKS)).isGreaterThan(20);
    }

    @Test
    void where_the_server_keeps_no_books_of_blocks_rows_are_looked_for() throws Exception {
        try (Watched watched = filled(TestServers.postgres(16), BLOCKS)) {
            watched.keep("UPDATE a SET v = v + 1 WHERE id = 5");
            watched.keep("UPDATE a SET v = v + 1 WHERE id = 5");
            assertThat(watched.error()).isEqualTo(Difference.NONE);
            assertThat(tables(watched).quickReadings()).isEqualTo(2);
            assertThat(tables(watched).blockReadings()).isZero();
        }
    }

    @Test
    void a_step_that_commits_in_its_middle_is_read_whole_unless_it_only_adds() throws Exception {
        try (Watched watched = filled(TestServers.postgres(18), BLOCKS)) {
            inTwo(watched, "INSERT INTO a VALUES (90001, 1, 'x')", "INSERT INTO a VALUES (90002, 1, 'x')");
            assertThat(watched.error()).isEqualTo(Difference.NONE);
            assertThat(tables(watched).quickReadings()).isEqualTo(1);
            inTwo(watched, "UPDATE a SET v = 77 WHERE id = 5", "DELETE FROM a WHERE id = 6");
            assertThat(watched.error()).isEqualTo(Difference.NONE);
            inTwo(watched, "UPDATE a SET v = 78 WHERE id = 5", "UPDATE b SET v = 1 WHERE id = 0");
            assertThat(watched.error()).isEqualTo(Difference.NONE);
        }
    }

    @Test
    void rows_that_somebody_else_wrote_are_found_when_they_were_added() throws Exception {
        try (Watched watched = filled(TestServers.postgres(18), ROWS)) {
            elsewhere(watched, "INSERT INTO d VALUES (90001, NULL, 'x', 'y')", "INSERT INTO d VALUES (90002)");
            watched.fingerprinter.readData(watched.session, List.of("public.d"));
            assertThat(watched.error()).isEqualTo(Difference.NONE);
            assertThat(tables(watched).quickReadings()).isEqualTo(1);
            assertThat(watched.fingerprinter.tables().get("public.d").rows()).isEqualTo(2602);
        }
    }

    @Test
    void rows_that_somebody_else_replaced_are_found_by_reading_all() throws Exception {
        try (Watched watched = filled(TestServers.postgres(18), ROWS)) {
            elsewhere(watched, "UPDATE d SET pad = 'z' WHERE id = 5");
            watched.fingerprinter.readData(watched.session, List.of("public.d"));
            assertThat(watched.error()).isEqualTo(Difference.NONE);
            elsewhere(watched, "DELETE FROM d WHERE id < 10", "INSERT INTO d SELECT g FROM generate_series(1, 9) g");
            watched.fingerprinter.readData(watched.session, List.of("public.d"));
            assertThat(watched.error()).isEqualTo(Difference.NONE);
            assertThat(tables(watched).quickReadings()).isZero();
        }
    }

    @Test
    void where_a_trigger_may_write_at_commit_all_rows_are_read() throws Exception {
        try (Watched watched = filled(TestServers.postgres(18), ROWS)) {
            watched.keep("CREATE CONSTRAINT TRIGGER late AFTER UPDATE ON d DEFERRABLE INITIALLY DEFERRED"
                    + " FOR EACH ROW EXECUTE FUNCTION follow()");
            watched.keep("UPDATE d SET pad = 'z' WHERE id = 5");
            assertThat(watched.error().data()).containsOnlyKeys("public.c");
            watched.keep("DROP TRIGGER late ON d", "UPDATE c SET v = v + 1 WHERE id = 1700");
            assertThat(watched.error()).isEqualTo(Difference.NONE);
            assertThat(tables(watched).quickReadings()).isZero();
            watched.keep("UPDATE c SET v = v + 1 WHERE id = 1700");
            assertThat(tables(watched).quickReadings()).isEqualTo(1);
        }
    }

    private static long blockReadings(DatabaseServer server, Sizes sizes) throws Exception {
        List<String> misses = new ArrayList<>();
        try (Watched watched = filled(server, sizes);
                Fingerprinter whole = Fingerprinters.open(watched.database, Set.of())) {
            whole.readAll(watched.session);
            for (String step : steps()) {
                String head = step.substring(0, step.indexOf('\n'));
                String sql = step.substring(head.length() + 1);
                if (head.startsWith(QUICK)) {
                    int quick = head.charAt(QUICK.length()) - '0';
                    check(watched, whole, sql, quick).forEach(miss -> misses.add(step + "\n   -> " + miss));
                } else {
                    elsewhere(watched, "VACUUM (" + (head.contains("freeze") ? "FREEZE" : "ANALYZE") + ") " + sql);
                }
            }
            assertThat(misses).isEmpty();
            assertThat(watched.error()).isEqualTo(Difference.NONE);
            return tables(watched).blockReadings();
        }
    }

    private static List<String> check(Watched watched, Fingerprinter whole, String sql, int quick) throws SQLException {
        List<String> misses = new ArrayList<>();
        Difference discarded = watched.discard(sql);
        int before = tables(watched).quickReadings();
        Difference kept = watched.keep(sql);
        int after = tables(watched).quickReadings();
        // PostgreSQL 14 counts rows of the last half second to the present step.
        boolean sure = !watched.database.id().version().equals("14");
        if (sure ? after - before != quick : after - before > quick) {
            misses.add("quick " + (after - before));
        }
        if (!lines(discarded).equals(lines(kept))) {
            misses.add("once " + lines(discarded) + ", then " + lines(kept));
        }
        Difference seen = kept.schema().isEmpty()
                ? whole.readData(watched.session, List.copyOf(whole.tables().keySet()))
                : whole.readAll(watched.session);
        Difference error =
                new Difference(new TreeMap<>(), kept.inverse().then(seen).data());
        if (!error.isEmpty() || !whole.dataDigest().equals(watched.fingerprinter.dataDigest())) {
            misses.add("really " + lines(error));
            watched.fingerprinter.readAll(watched.session);
        }
        return misses;
    }

    private static List<String> lines(Difference difference) {
        return DifferenceText.data(difference).stream()
                .map(ObjectChange::sentence)
                .toList();
    }

    private static void inTwo(Watched watched, String first, String second) throws SQLException {
        watched.session.begin();
        watched.fingerprinter.watch(watched.session);
        Connection connection = watched.session.connection();
        try (Statement statement = connection.createStatement()) {
            statement.execute(first);
            connection.commit();
            statement.execute(second);
            connection.commit();
        }
        watched.fingerprinter.read(watched.session);
        watched.session.settle();
    }

    private static void elsewhere(Watched watched, String... statements) throws SQLException {
        try (Connection connection = ((JdbcDatabase) watched.database).connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static Watched filled(DatabaseServer server, Sizes sizes) throws SQLException {
        Watched watched = Watched.by((database, bookkeeping) -> open(database, bookkeeping, sizes), server);
        watched.keep(FILL);
        return watched;
    }

    private static PostgresFingerprinter open(Database database, Set<String> bookkeeping, Sizes sizes) {
        return PostgresFingerprinter.open((JdbcDatabase) database, bookkeeping, sizes);
    }

    private static LargeTables tables(Watched watched) {
        return ((PostgresFingerprinter) watched.fingerprinter).largeTables();
    }

    /** Separated by a line of dashes; the first line of a step says how many tables need not be read whole. */
    private static List<String> steps() throws IOException {
        try (InputStream in = LargeTablesTest.class.getResourceAsStream("large-steps.sql")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Stream.of(text.split("\n----\n")).map(String::strip).toList();
        }
    }
}
