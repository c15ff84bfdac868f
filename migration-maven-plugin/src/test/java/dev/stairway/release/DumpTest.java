package dev.stairway.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.TestServers;
import dev.stairway.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DumpTest {

    private static final String POSTGRES =
            "--\n-- PostgreSQL database dump\n--\n\n-- Dumped from database version 16.3\n\n";
    private static final String SQLITE = "PRAGMA foreign_keys=OFF;\nBEGIN TRANSACTION;\n";

    @TempDir
    private Path directory;

    @Test
    void theProductAndTheServerAreReadFromTheFirstLines() throws Exception {
        assertThat(dump(POSTGRES)).satisfies(dump -> {
            assertThat(dump.product()).isEqualTo("postgresql");
            assertThat(dump.major()).isEqualTo(16);
        });
        assertThat(dump(SQLITE).product()).isEqualTo("sqlite");
        assertThat(dump("BEGIN TRANSACTION;\n").product()).isEqualTo("sqlite");
    }

    @Test
    void whatIsNoSqlOrOfNoKnownProductIsToldWithTheCommandThatWritesIt() {
        refused("PGDMP\1\16\0", "custom format", "pg_dump --format=plain");
        refused("\u001f\u008b\b", "is packed", "gunzip");
        refused("SQLite format 3\0", "database file of SQLite", ".dump > release.sql");
        refused("--\n-- PostgreSQL database cluster dump\n--\n", "whole server (pg_dumpall)", "pg_dump --format=plain");
        refused("-- MariaDB dump 10.19\n", "it starts with: -- MariaDB dump", "leave <dump> out");
    }

    @Test
    void rowsOfCopyComeAsTheyWereWhateverIsInThem() throws Exception {
        String text = POSTGRES + """
                CREATE FUNCTION public.two() RETURNS integer LANGUAGE plpgsql AS $_$
                begin
                  -- a comment; with a semicolon
                  return 2;
                end $_$;
                --
                -- Data for Name: t; Type: TABLE DATA
                --
                CREATE TABLE public.t (a integer, b text);
                COPY public.t (a, b) FROM stdin;
                1\tx; DROP TABLE t;
                2\t\\N
                3\ta\\tb\\nc\\\\d 'ä
                \\.


                COPY public.t (a, b) FROM stdin;
                \\.

                SELECT pg_catalog.setval('public.s', 7, true);
                """.replace("SELECT pg_catalog", "CREATE SEQUENCE public.s;\nSELECT pg_catalog");
        try (JdbcDatabase database = (JdbcDatabase) TestServers.postgres(18).fresh("dump")) {
            Dumps.load(file(text), "release.sql", database);

            assertThat(asked(database, "SELECT string_agg(a || coalesce(b, '-'), '|' ORDER BY a) FROM t"))
                    .isEqualTo("1x; DROP TABLE t;|2-|3a\tb\nc\\d 'ä");
            assertThat(asked(database, "SELECT two() || '/' || last_value FROM s"))
                    .isEqualTo("2/7");
        }
    }

    @Test
    void triggersAndTextsOfSqliteComeAsTheyWere() throws Exception {
        String text = SQLITE + """
                CREATE TABLE t (a integer primary key autoincrement, b text);
                INSERT INTO t VALUES(1,'x;
                y''z');
                CREATE TRIGGER g AFTER INSERT ON t BEGIN UPDATE t SET b = 'seen' WHERE a = new.a; END;
                DELETE FROM sqlite_sequence;
                INSERT INTO sqlite_sequence VALUES('t',41);
                COMMIT;
                """;
        try (JdbcDatabase database = (JdbcDatabase) TestServers.sqlite().fresh("dump")) {
            Dumps.load(file(text), "release.sql", database);

            assertThat(asked(database, "SELECT b FROM t")).isEqualTo("x;\ny'z");
            try (Connection connection = database.connect();
                    Statement statement = connection.createStatement()) {
                statement.executeUpdate("INSERT INTO t (b) VALUES ('new')");
            }
            assertThat(asked(database, "SELECT a || b FROM t WHERE a > 1")).isEqualTo("42seen");
        }
    }

    @Test
    void aDumpThatMakesItsOwnDatabaseIsTold() {
        assertThatThrownBy(() -> load(POSTGRES + "CREATE DATABASE shop;\n\\connect shop\n"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("it makes a database of its own")
                .hasMessageContaining("without --create");
    }

    @Test
    void aDumpInAnotherEncodingIsTold() {
        assertThatThrownBy(() -> load(POSTGRES + "SET client_encoding = 'LATIN1';\n"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("release.sql:7")
                .hasMessageContaining("--encoding=UTF8");
    }

    @Test
    void aRowThatTheServerRefusesIsToldWithTheLineOfItsCopy() {
        assertThatThrownBy(() ->
                        load(POSTGRES + "CREATE TABLE public.t (a integer);\nCOPY public.t (a) FROM stdin;\nx\n\\.\n"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("release.sql:8")
                .hasMessageContaining("invalid input syntax for type integer");
    }

    @Test
    void aDumpOfSqliteThatIsCutOffIsTold() {
        assertThatThrownBy(() -> {
                    try (JdbcDatabase database =
                            (JdbcDatabase) TestServers.sqlite().fresh("dump")) {
                        Dumps.load(file(SQLITE + "CREATE TABLE t (a);\n"), "release.sql", database);
                    }
                })
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("ends before its COMMIT");
    }

    private void load(String text) throws IOException {
        try (JdbcDatabase database = (JdbcDatabase) TestServers.postgres(18).fresh("dump")) {
            Dumps.load(file(text), "release.sql", database);
        }
    }

    private static String asked(JdbcDatabase database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private void refused(String head, String what, String next) {
        assertThatThrownBy(() -> Dump.of(bytes(head), "release.sql"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(what)
                .hasMessageContaining(next);
    }

    private Dump dump(String text) throws IOException {
        return Dump.of(file(text), "release.sql");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("release.sql"), text);
    }

    private Path bytes(String latin) throws IOException {
        return Files.write(directory.resolve("release.sql"), latin.getBytes(StandardCharsets.ISO_8859_1));
    }
}
