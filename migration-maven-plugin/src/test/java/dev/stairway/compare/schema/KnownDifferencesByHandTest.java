package dev.stairway.compare.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.compare.schema.known.KnownDifferences;
import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.TestServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Every reason by which schemas of SQLite and PostgreSQL may differ, shown by statements alone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KnownDifferencesByHandTest {

    private JdbcDatabase sqlite;
    private JdbcDatabase postgres;

    @BeforeAll
    void start() {
        sqlite = (JdbcDatabase) TestServers.sqlite().fresh("by-hand");
        postgres = (JdbcDatabase) TestServers.postgres(18).fresh("by-hand");
    }

    @BeforeEach
    void nothingIsThere() throws SQLException {
        for (String table : List.of("c", "t")) {
            both("drop table if exists " + table);
        }
    }

    @AfterAll
    void stop() {
        sqlite.close();
        postgres.close();
    }

    @Test
    void sqliteTakesMoreThanFiftyCharacters() throws SQLException {
        both("create table t (a varchar(50))");
        accepts(sqlite, "insert into t values ('" + "x".repeat(300) + "')");
        refuses(postgres, "insert into t values ('" + "x".repeat(300) + "')", "value too long");
        assertThat(one(sqlite, "select length(a) from t")).isEqualTo("300");
    }

    @Test
    void integersOfSqliteHaveSixtyFourBitsAndKeepText() throws SQLException {
        both("create table t (a smallint)");
        accepts(sqlite, "insert into t values (9223372036854775807)");
        accepts(sqlite, "insert into t values ('many')");
        refuses(postgres, "insert into t values (9223372036854775807)", "out of range");
        refuses(postgres, "insert into t values ('many')", "invalid input syntax");
    }

    @Test
    void decimalsOfSqliteAreBinaryFractionsOfAnyLength() throws SQLException {
        both("create table t (a numeric(9, 2))");
        both("insert into t values (1.005)");
        assertThat(one(sqlite, "select a from t")).isEqualTo("1.005");
        assertThat(one(postgres, "select a from t")).isEqualTo("1.01");
        assertThat(one(sqlite, "select typeof(a) from t")).isEqualTo("real");
    }

    @Test
    void realHasEightBytesInSqlite() throws SQLException {
        both("create table t (a real)");
        both("insert into t values (1.23456789012)");
        assertThat(one(sqlite, "select a = 1.23456789012 from t")).isEqualTo("1");
        assertThat(one(postgres, "select a = 1.23456789012 from t")).isEqualTo("f");
    }

    @Test
    void aBooleanOfSqliteTakesTwo() throws SQLException {
        both("create table t (a boolean)");
        accepts(sqlite, "insert into t values (2)");
        refuses(postgres, "insert into t values (2)", "boolean");
        accepts(sqlite, "insert into t values (true)");
        assertThat(one(sqlite, "select typeof(a) from t where a = 1")).isEqualTo("integer");
    }

    @Test
    void aDateOfSqliteTakesAnyText() throws SQLException {
        both("create table t (a date, b timestamp)");
        accepts(sqlite, "insert into t values ('tomorrow evening', 'never')");
        refuses(postgres, "insert into t values ('tomorrow evening', null)", "invalid input syntax");
    }

    @Test
    void aUuidOfSqliteTakesAnyText() throws SQLException {
        both("create table t (a uuid, b json)");
        accepts(sqlite, "insert into t values ('mine', '{')");
        refuses(postgres, "insert into t (a) values ('mine')", "invalid input syntax");
        refuses(postgres, "insert into t (b) values ('{')", "invalid input syntax");
    }

    @Test
    void theRowidOfSqliteCountsWithoutBeingAsked() throws SQLException {
        both("create table t (id integer primary key)");
        accepts(sqlite, "insert into t values (null)");
        accepts(sqlite, "insert into t default values");
        assertThat(one(sqlite, "select max(id) from t")).isEqualTo("2");
        refuses(postgres, "insert into t values (null)", "null value");
    }

    @Test
    void anotherPrimaryKeyOfSqliteTakesNull() throws SQLException {
        both("create table t (id varchar(9) primary key)");
        accepts(sqlite, "insert into t values (null)");
        accepts(sqlite, "insert into t values (null)");
        refuses(postgres, "insert into t values (null)", "null value");

        both("create table c (id varchar(9) not null primary key)");
        refuses(sqlite, "insert into c values (null)", "NOT NULL");
    }

    @Test
    void foreignKeysOfSqliteHaveToBeAskedFor() throws SQLException {
        both("create table t (id integer not null primary key)");
        both("create table c (id integer references t (id))");
        accepts(sqlite, "pragma foreign_keys = off", "insert into c values (7)");
        refuses(postgres, "insert into c values (7)", "foreign key");
        assertThatThrownBy(() -> run(sqlite, "pragma foreign_keys = on", "insert into c values (8)"))
                .hasMessageContaining("FOREIGN KEY");
    }

    @Test
    void aConstraintWithoutANameGetsOneFromPostgresqlAlone() throws SQLException {
        both("create table t (id integer not null primary key, a integer check (a > 0))");
        assertThat(one(
                        postgres,
                        "select string_agg(conname, ' ' order by conname) from pg_constraint"
                                + " where conrelid = 't'::regclass and contype in ('p', 'c')"))
                .isEqualTo("t_a_check t_pkey");
        assertThat(one(sqlite, "select sql from sqlite_schema where name = 't'"))
                .doesNotContain("t_a_check", "t_pkey");
    }

    @Test
    void postgresqlCutsNames() throws SQLException {
        String name = "t_" + "x".repeat(80);
        both("create table t (a integer, constraint " + name + " check (a > 0))");
        assertThat(one(postgres, "select conname from pg_constraint where conrelid = 't'::regclass and contype = 'c'"))
                .isEqualTo(name.substring(0, 63));
        assertThat(one(sqlite, "select sql from sqlite_schema where name = 't'"))
                .contains(name);
    }

    @Test
    void aUniqueConstraintAndAUniqueIndexRefuseTheSame() throws SQLException {
        run(postgres, "create table t (a integer unique)");
        run(sqlite, "create table t (a integer)", "create unique index ux on t (a)");
        both("insert into t values (1)");
        refuses(sqlite, "insert into t values (1)", "UNIQUE");
        refuses(postgres, "insert into t values (1)", "duplicate key");
    }

    @Test
    void aTypeOfPostgresqlDoesWhatACheckDoesInSqlite() throws SQLException {
        run(postgres, "create table t (a boolean)");
        run(sqlite, "create table t (a boolean check (a in (0, 1)))");
        refuses(sqlite, "insert into t values (2)", "CHECK");
        refuses(postgres, "insert into t values (2)", "boolean");
    }

    @Test
    void aComputedColumnIsKeptOrNotAndReadsTheSame() throws SQLException {
        run(postgres, "create table t (a integer, b integer generated always as (a * 2) stored)");
        run(sqlite, "create table t (a integer, b integer generated always as (a * 2) virtual)");
        both("insert into t (a) values (4)");
        assertThat(one(postgres, "select b from t")).isEqualTo("8");
        assertThat(one(sqlite, "select b from t")).isEqualTo("8");
    }

    @Test
    void everyReasonHasAnIdOfItsOwnAndSaysWhatItMeans() {
        List<KnownDifference> all = KnownDifferences.all();
        assertThat(new HashSet<>(all.stream().map(KnownDifference::id).toList()))
                .hasSameSizeAs(all);
        assertThat(all).allSatisfy(known -> {
            assertThat(known.id()).matches("[a-z0-9]+(-[a-z0-9]+)+");
            assertThat(known.why()).hasSizeGreaterThan(60);
        });
    }

    @Test
    void thePageOfTheSiteListsEveryReasonAndNoOther() throws IOException {
        List<String> listed = Files.readAllLines(
                        Path.of(System.getProperty("basedir", ".")).resolve("../src/site/markdown/cross-db.md"))
                .stream()
                .dropWhile(line -> !line.equals("## What no migration takes away"))
                .takeWhile(line -> !line.equals("## The same rows"))
                .filter(line -> line.matches("\\| `[a-z0-9-]+` \\| [^|]+ \\|"))
                .map(line -> line.split("`")[1])
                .toList();

        assertThat(listed)
                .containsExactlyInAnyOrderElementsOf(KnownDifferences.all().stream()
                        .filter(KnownDifference::explains)
                        .map(KnownDifference::id)
                        .toList());
    }

    private void both(String sql) throws SQLException {
        run(sqlite, sql);
        run(postgres, sql);
    }

    private static void accepts(JdbcDatabase database, String... statements) throws SQLException {
        run(database, statements);
    }

    private static void refuses(JdbcDatabase database, String sql, String because) {
        assertThatThrownBy(() -> run(database, sql)).hasMessageContaining(because);
    }

    private static void run(JdbcDatabase database, String... statements) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String one(JdbcDatabase database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }
}
