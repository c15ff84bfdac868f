package dev.stairway.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.TestServers;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

class EqualAcrossDatabasesTest {

    private static final String[] SCHEMA = {
        "CREATE TYPE mood AS ENUM ('sad', 'ok')",
        "CREATE DOMAIN positive AS int CHECK (VALUE > 0)",
        "CREATE TABLE a (id serial PRIMARY KEY, name text NOT NULL DEFAULT 'x', v numeric(10,2) CHECK (v > 0), m mood DEFAULT 'ok', UNIQUE (name))",
        "CREATE TABLE b (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, a_id int NOT NULL REFERENCES a ON DELETE CASCADE, p positive, t timestamptz DEFAULT '2024-03-31 01:30:00+01')",
        "CREATE INDEX b_a ON b (a_id DESC) INCLUDE (p) WHERE p > 3",
        "CREATE VIEW va AS SELECT a.id, upper(a.name) AS name FROM a WHERE a.v > 3",
        "CREATE VIEW vq AS SELECT x.id, (SELECT count(*) FROM b WHERE b.a_id = x.id) AS n, 'x.id' AS t FROM a x",
        "CREATE VIEW vj AS SELECT a.id, b.id AS b_id FROM a JOIN b ON b.a_id = a.id",
        "CREATE VIEW vu AS SELECT id FROM a UNION SELECT id FROM b",
        "CREATE VIEW vw AS WITH c AS (SELECT id FROM a) SELECT c.id FROM c",
        "CREATE FUNCTION twice(i int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT i * 2'",
        "CREATE TABLE p (id int, k int) PARTITION BY LIST (k)",
        "CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1)",
        "GRANT SELECT ON a TO PUBLIC",
        "COMMENT ON TABLE a IS 'things'",
        "INSERT INTO a (name, v) VALUES ('one', 1.5), ('two', 2)",
    };

    @Test
    void the_same_schema_and_rows_have_the_same_digest_on_every_major() throws Exception {
        List<String> differences = new ArrayList<>();
        Difference first = null;
        for (int major : new int[] {14, 15, 16, 17, 18}) {
            try (Watched watched = Watched.on(TestServers.postgres(major))) {
                watched.keep(SCHEMA);
                Difference state = watched.known();
                first = first == null ? state : first;
                Difference difference = first.inverse().then(state);
                DifferenceText.schema(difference).forEach(line -> differences.add(major + ": " + line.sentence()));
                DifferenceText.data(difference).forEach(line -> differences.add(major + ": " + line.sentence()));
            }
        }
        assertThat(differences).isEmpty();
    }

    @Test
    void the_same_logical_values_have_the_same_digest_on_both_products() throws Exception {
        TableData postgres = values(
                "postgres",
                "CREATE TABLE v (id int PRIMARY KEY, b boolean, n numeric(12,2), d double precision, t text, c char(5), dt date, ts timestamp, tz timestamptz, raw bytea)",
                "INSERT INTO v VALUES (1, true, 10.50, 0.1, 'tab\t\"q\" \\ ü', 'ab', '2024-02-29', '2024-02-29 10:00:00.5', '2024-02-29 10:00:00+00', '\\x00ff')",
                "INSERT INTO v VALUES (2, false, 7, 1e300, '', NULL, NULL, NULL, NULL, '')",
                "INSERT INTO v VALUES (3, NULL, -0.01, 123456789012345680, NULL, '', NULL, NULL, NULL, NULL)");
        TableData sqlite = values(
                "sqlite",
                "CREATE TABLE v (id INTEGER PRIMARY KEY, b BOOLEAN, n DECIMAL(12,2), d DOUBLE, t TEXT, c CHAR(5), dt DATE, ts TIMESTAMP, tz TIMESTAMPTZ, raw BLOB)",
                "INSERT INTO v VALUES (1, 1, 10.50, 0.1, 'tab\t\"q\" \\ ü', 'ab', '2024-02-29', '2024-02-29 10:00:00.5', '2024-02-29 10:00:00+00', x'00ff')",
                "INSERT INTO v VALUES (2, 0, 7, 1e300, '', NULL, NULL, NULL, NULL, x'')",
                "INSERT INTO v VALUES (3, NULL, -0.01, 123456789012345680, NULL, '', NULL, NULL, NULL, NULL)");
        assertThat(sqlite.columns()).isEqualTo(postgres.columns());
        assertThat(sqlite.sameRows(postgres)).isTrue();
    }

    @Test
    void fifty_orders_of_the_same_rows_have_one_digest() throws Exception {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            rows.add("INSERT INTO s VALUES (" + i % 7 + ", 'v" + i + "', " + i + " / 3.0)");
        }
        try (Watched watched = Watched.on(TestServers.postgres(17))) {
            watched.keep("CREATE TABLE s (a int, b text, c float8)");
            Digest first = null;
            for (int seed = 0; seed < 50; seed++) {
                Collections.shuffle(rows, new Random(seed));
                Difference difference = watched.step(rows.toArray(String[]::new));
                first = first == null ? watched.fingerprinter.dataDigest() : first;
                assertThat(watched.fingerprinter.dataDigest()).isEqualTo(first);
                watched.session.discard();
                watched.fingerprinter.undo(difference);
            }
        }
    }

    @Test
    void settings_of_the_session_do_not_change_the_fingerprint() throws Exception {
        try (Watched watched = Watched.on(TestServers.postgres(16))) {
            watched.keep(SCHEMA);
            watched.keep(
                    "CREATE TABLE z (t timestamptz, i interval, f float8, r bytea); INSERT INTO z VALUES (now(), '1 mon', 0.1, '\\x01')");
            try (Statement statement = watched.session.connection().createStatement()) {
                statement.execute("SET TimeZone = 'Asia/Kathmandu'");
                statement.execute("SET DateStyle = 'ISO, DMY'");
                statement.execute("SET IntervalStyle = 'iso_8601'");
                statement.execute("SET extra_float_digits = -5");
                statement.execute("SET bytea_output = 'escape'");
                statement.execute("SET search_path = 'pg_catalog', 'public'");
            }
            assertThat(watched.error().isEmpty()).isTrue();
        }
    }

    private static TableData values(String product, String... statements) throws Exception {
        try (Watched watched = Watched.on(product.equals("sqlite") ? TestServers.sqlite() : TestServers.postgres(18))) {
            watched.keep(statements);
            SortedMap<String, TableData> tables = watched.fingerprinter.tables();
            return tables.get(tables.lastKey());
        }
    }
}
