package dev.stairway.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.TestServers;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteTest {

    private static final List<String> TYPES = List.of(
            "INTEGER",
            "INT",
            "TINYINT",
            "TINYINT(1)",
            "SMALLINT",
            "BIGINT",
            "UNSIGNED BIG INT",
            "TEXT",
            "VARCHAR(5)",
            "CHARACTER(20)",
            "NVARCHAR(100)",
            "CLOB",
            "BLOB",
            "REAL",
            "DOUBLE",
            "DOUBLE PRECISION",
            "FLOAT",
            "NUMERIC",
            "DECIMAL(10,5)",
            "DECIMAL(10, 2)",
            "BOOLEAN",
            "DATE",
            "DATETIME",
            "TIMESTAMP",
            "TIMESTAMP WITH TIME ZONE",
            "TIMESTAMP_LTZ",
            "TIME",
            "UUID",
            "JSON",
            "",
            "WHATEVER",
            "VARBINARY(8)");

    @Test
    void a_table_of_every_declared_type_is_filled() throws SQLException {
        try (Filled filled = new Filled(TestServers.sqlite())) {
            for (int i = 0; i < TYPES.size(); i++) {
                filled.run("CREATE TABLE t" + i + " (a " + TYPES.get(i) + " NOT NULL, b " + TYPES.get(i) + ")");
            }
            FillReport report = filled.fill(30);
            assertThat(report.unfilled()).isEmpty();
            assertThat(report.rows()).isEqualTo(30 * TYPES.size());
            assertThat(filled.number("SELECT max(length(a)) FROM t8")).isEqualTo(5);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE t (a INTEGER PRIMARY KEY, b INT NOT NULL, c REAL NOT NULL, d TEXT NOT NULL, e BLOB NOT NULL, f ANY NOT NULL) STRICT",
                "CREATE TABLE t (a TEXT PRIMARY KEY, b INT) WITHOUT ROWID",
                "CREATE TABLE t (a INTEGER PRIMARY KEY AUTOINCREMENT, b INT GENERATED ALWAYS AS (a * 2) STORED, c INT AS (a) VIRTUAL)",
                "CREATE TABLE t (Status TEXT NOT NULL CHECK (status IN ('a', 'b')), n INT NOT NULL CHECK(n BETWEEN 1 AND 3))",
                "CREATE TABLE t (a INT NOT NULL, b INT NOT NULL, CONSTRAINT later CHECK (b >= a)) /* CHECK (nonsense */",
                "CREATE TABLE t (a TEXT NOT NULL COLLATE NOCASE UNIQUE, b TEXT NOT NULL CHECK (length(b) > 2 AND b != 'CHECK ('))",
                "CREATE TABLE t (a BOOLEAN NOT NULL CHECK (a IN (0, 1)), j TEXT NOT NULL CHECK (json_valid(j)))",
                "CREATE TABLE t (a INT, b INT, PRIMARY KEY (a, b))",
                "CREATE TABLE t (a TEXT NOT NULL CHECK (typeof(a) = 'text'), b TEXT NOT NULL CHECK (b LIKE 'x%' OR b GLOB 'y*'))",
                "CREATE TABLE \"odd \"\"name\" (\"select\" INT PRIMARY KEY, [group] TEXT NOT NULL, `a b` TEXT)",
                "CREATE TABLE t (a TEXT DEFAULT 'x' NOT NULL, b INT DEFAULT 5, c TEXT DEFAULT CURRENT_TIMESTAMP)",
            })
    void a_table_is_filled(String sql) throws SQLException {
        try (Filled filled = new Filled(TestServers.sqlite()).run(sql)) {
            FillReport report = filled.fill(20);
            assertThat(report.unfilled()).isEmpty();
            assertThat(report.rows()).isEqualTo(20);
        }
    }

    @Test
    void a_check_that_nothing_meets_is_reported_with_sqlites_words() throws SQLException {
        try (Filled filled = new Filled(TestServers.sqlite())) {
            FillReport report = filled.run(
                            "CREATE TABLE dark (a TEXT NOT NULL, CONSTRAINT too_dark CHECK (hex(a) = 'x'))",
                            "CREATE TABLE near (a TEXT NOT NULL, CONSTRAINT bright CHECK (hex(a) <> 'x'))")
                    .fill(5);
            assertThat(report.unfilled()).containsOnlyKeys("dark");
            assertThat(report.unfilled().get("dark")).contains("CHECK constraint failed: too_dark");
            assertThat(report.inserted()).containsEntry("near", 5);
        }
    }

    @Test
    void a_trigger_that_rejects_rows_is_reported_with_its_message() throws SQLException {
        try (Filled filled = new Filled(TestServers.sqlite())) {
            FillReport report = filled.run(
                            "CREATE TABLE t (a INT)",
                            "CREATE TRIGGER no BEFORE INSERT ON t BEGIN SELECT RAISE(ABORT, 'not today'); END")
                    .fill(5);
            assertThat(report.unfilled().get("t")).contains("not today");
        }
    }
}
