package dev.stairway.database.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.JdbcSession;
import dev.stairway.database.TestServers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqliteSessionTest {

    private JdbcDatabase database;

    @BeforeEach
    void create() throws SQLException {
        database = (JdbcDatabase) TestServers.sqlite().fresh("sessions");
        run("CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT)");
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CREATE TEMP TABLE tt (id)         | SELECT count(*) FROM temp.sqlite_master
            PRAGMA foreign_keys = OFF         | SELECT 1 - foreign_keys FROM pragma_foreign_keys
            ATTACH ':memory:' AS other        | SELECT count(*) FROM pragma_database_list WHERE name = 'other'
            INSERT INTO t VALUES (5, 'x')     | SELECT last_insert_rowid()
            INSERT INTO t VALUES (6, 'x')     | SELECT changes()
            """)
    void traces_are_gone(String left, String question) throws SQLException {
        run(left);
        assertThat(value(question)).isZero();
    }

    @Test
    void a_regular_row_stays() throws SQLException {
        run("INSERT INTO t VALUES (7, 'x')");
        assertThat(value("SELECT id FROM t")).isEqualTo(7);
    }

    @Test
    void a_result_left_open_locks_nothing_in_the_next_session() throws SQLException {
        run("INSERT INTO t VALUES (1, 'x'), (2, 'y')");
        try (JdbcSession session = database.newSession()) {
            ResultSet forgotten = session.connection().createStatement().executeQuery("SELECT * FROM t");
            assertThat(forgotten.next()).isTrue();
        }
        run("DROP TABLE t");
        database.checkpoint().close();
    }

    @Test
    void foreign_keys_are_enforced_and_the_journal_is_a_wal() throws SQLException {
        assertThat(value("SELECT foreign_keys FROM pragma_foreign_keys")).isEqualTo(1);
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet mode = statement.executeQuery("PRAGMA journal_mode")) {
            assertThat(mode.getString(1)).isEqualTo("wal");
        }
    }

    private void run(String sql) throws SQLException {
        try (JdbcSession session = database.newSession();
                Statement statement = session.connection().createStatement()) {
            statement.execute(sql);
        }
    }

    private long value(String query) throws SQLException {
        try (JdbcSession session = database.newSession();
                Statement statement = session.connection().createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
