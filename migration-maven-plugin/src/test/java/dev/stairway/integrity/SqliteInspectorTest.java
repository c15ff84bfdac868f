package dev.stairway.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.Database;
import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.TestServers;
import dev.stairway.integrity.Check.Place;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every promise is broken behind SQLite's back, and kept in the same shape. */
class SqliteInspectorTest {

    private static final String TABLES = """
            create table P (id integer primary key, code text unique);
            create table c (k text primary key, p_id int references p);
            insert into p values (1, 'a'), (2, 'b'), (3, 'c'), (4, 'd'), (5, 'e');
            insert into c values ('x', 1), ('y', 4), ('z', 5);
            """;

    @Test
    void rows_that_refer_to_nothing_are_found() throws SQLException {
        assertThat(broken(TABLES + "pragma foreign_keys = off; delete from p where id > 3"))
                .singleElement()
                .satisfies(orphans -> {
                    assertThat(orphans.check().place()).isEqualTo(new Place(Kind.ORPHANED_ROWS, "c", "(p_id) to p"));
                    assertThat(orphans.rows()).isEqualTo(2);
                    assertThat(orphans.examples()).containsExactly("k=y", "k=z");
                });
        assertThat(broken(TABLES + "delete from p where id = 3")).isEmpty();
    }

    @Test
    void a_parent_without_a_unique_key_is_found() throws SQLException {
        String tables = """
                create table p (id int, code text%s);
                create table c (id integer primary key, code text references p (code));
                """;

        assertThat(broken(tables.formatted("")))
                .extracting(v -> v.check().place())
                .containsExactly(new Place(Kind.FOREIGN_KEY_UNUSABLE, "c", "(code) to p (code)"));
        assertThat(broken(tables.formatted(" unique"))).isEmpty();
    }

    @Test
    void what_was_written_while_checks_were_ignored_is_found() throws SQLException {
        String rows = "create table t (id integer primary key, n int check (n > 0));"
                + " pragma ignore_check_constraints = on; insert into t values (1, %d), (2, 5);";

        assertThat(broken(rows.formatted(-1))).singleElement().satisfies(check -> {
            assertThat(check.check().place()).isEqualTo(new Place(Kind.CHECK_VIOLATED, "t", ""));
            assertThat(check.rows()).isEqualTo(1);
        });
        assertThat(broken(rows.formatted(1))).isEmpty();
    }

    @Test
    void what_a_written_schema_does_not_hold_is_found() throws SQLException {
        String rows = "create table t (id integer primary key, n any, m text) %s; insert into t values (1, 'x', %s);"
                + " pragma writable_schema = on; update sqlite_schema set sql = '%s' where name = 't';"
                + " pragma writable_schema = reset;";

        assertThat(broken(rows.formatted(
                        "strict", "'m'", "create table t (id integer primary key, n int, m text) strict")))
                .extracting(v -> v.check().kind())
                .containsExactly(Kind.TYPE_VIOLATED);
        assertThat(broken(
                        rows.formatted("", "null", "create table t (id integer primary key, n any, m text not null)")))
                .extracting(v -> v.check().kind())
                .containsExactly(Kind.NOT_NULL_VIOLATED);
        assertThat(broken(rows.formatted("", "'m'", "create table t (id integer primary key, n any, m text not null)")))
                .isEmpty();
    }

    @Test
    void a_counter_behind_the_highest_key_is_found() throws SQLException {
        String rows = "create table \"My T\" (id integer primary key autoincrement, a int);"
                + " insert into \"My T\" (a) values (1), (2), (3);";

        assertThat(broken(rows + "delete from sqlite_sequence")).singleElement().satisfies(v -> {
            assertThat(v.check().place()).isEqualTo(new Place(Kind.KEYS_REUSED, "\"My T\"", "sqlite_sequence"));
            assertThat(v.examples()).containsExactly("the counter is at 0, the highest key is 3");
        });
        assertThat(broken(rows + "delete from \"My T\" where id = 3")).isEmpty();
    }

    @Test
    void a_question_that_takes_too_long_is_told() throws SQLException {
        try (Database database = TestServers.sqlite().fresh("slow");
                Connection connection = ((JdbcDatabase) database).connect()) {
            run(connection, "create table t (id integer primary key, n int check (n > 0))");
            run(
                    connection,
                    "insert into t (n) with recursive i (n) as (select 1 union all select n + 1 from i where n < 300000)"
                            + " select n from i");
            Inspector inspector = new dev.stairway.integrity.sqlite.SqliteInspector(0);
            List<Check> checks = inspector.checks(connection, null);
            Map<Check, Answer> answers = inspector.ask(connection, checks);

            assertThat(answers.values()).extracting(Answer::notAsked).contains("it takes longer than 0 ms");
        }
    }

    private static List<Violation> broken(String sql) throws SQLException {
        try (Database database = TestServers.sqlite().fresh("integrity")) {
            try (Connection connection = ((JdbcDatabase) database).connect()) {
                run(connection, sql);
            }
            try (Connection connection = ((JdbcDatabase) database).connect()) {
                return Looks.at(database, connection, null);
            }
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String each : sql.split(";\\s*")) {
                statement.execute(each);
            }
        }
    }
}
