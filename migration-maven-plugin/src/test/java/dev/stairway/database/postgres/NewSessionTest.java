package dev.stairway.database.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.JdbcSession;
import dev.stairway.database.TestServers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What one session leaves behind must not be seen in the next. */
class NewSessionTest {

    private JdbcDatabase database;

    @BeforeEach
    void create() {
        database = (JdbcDatabase) TestServers.postgres(18).fresh("sessions");
        // The first session opens the physical connection, so that the second one is a reset one.
        assertThat(value("SELECT 1")).isEqualTo("1");
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            temporary table    | CREATE TEMP TABLE tt (id int)                      | SELECT to_regclass('tt')                        |
            setting            | SET work_mem = '77MB'                              | SHOW work_mem                                   | 4MB
            search path        | SET search_path = pg_catalog                       | SHOW search_path                                | "$user", public
            own setting        | SET my.flag = 'on'                                 | SELECT current_setting('my.flag', true)         |
            own setting by f() | SELECT set_config('my.flag', 'on', false)          | SELECT current_setting('my.flag', true)         |
            role               | SET ROLE pg_read_all_data                          | SELECT current_user                             | postgres
            authorization      | SET SESSION AUTHORIZATION pg_read_all_data         | SELECT session_user                             | postgres
            prepared statement | PREPARE "my p" AS SELECT 1                         | SELECT count(*) FROM pg_prepared_statements WHERE from_sql AND name NOT LIKE 'stairway%' | 0
            prepared by DO     | DO $$ BEGIN EXECUTE 'PREPARE p2 AS SELECT 1'; END $$ | SELECT count(*) FROM pg_prepared_statements WHERE from_sql AND name NOT LIKE 'stairway%' | 0
            advisory lock      | SELECT pg_advisory_lock(42)                        | SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid() | 0
            LISTEN             | LISTEN news                                        | SELECT count(*) FROM pg_listening_channels()    | 0
            held cursor        | DECLARE c CURSOR WITH HOLD FOR SELECT 1            | SELECT count(*) FROM pg_cursors WHERE name = 'c' | 0
            read only          | SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY | SHOW default_transaction_read_only            | off
            """)
    void traces_are_gone(String name, String left, String question, String expected) throws SQLException {
        String before = value(question);
        run(left);
        assertThat(value(question)).as(name).isEqualTo(expected).isEqualTo(before);
    }

    @Test
    void only_a_statement_of_the_bookkeeping_is_kept_by_the_server() throws SQLException {
        String kept = "SELECT count(*) FROM pg_prepared_statements WHERE NOT from_sql AND statement = 'SELECT %d'";
        for (int i = 0; i < 2; i++) {
            try (JdbcSession session = database.newSession();
                    PreparedStatement own = session.prepareBookkeeping("SELECT 41");
                    PreparedStatement other = session.connection().prepareStatement("SELECT 42")) {
                own.execute();
                other.execute();
            }
        }
        assertThat(value(kept.formatted(41))).isEqualTo("1");
        assertThat(value(kept.formatted(42))).isEqualTo("0");
    }

    @Test
    void a_regular_table_stays() throws SQLException {
        run("CREATE TABLE kept (id int)");
        assertThat(value("SELECT to_regclass('kept')")).isEqualTo("kept");
    }

    @Test
    void the_last_value_of_a_sequence_is_not_known() throws SQLException {
        run("CREATE SEQUENCE s");
        run("SELECT nextval('s')");
        assertThatThrownBy(() -> value("SELECT currval('s')")).hasMessageContaining("not yet defined");
        assertThatThrownBy(() -> value("SELECT lastval()")).hasMessageContaining("not yet defined");
        assertThat(value("SELECT nextval('s')")).isEqualTo("2");
    }

    @Test
    void a_setting_bound_to_the_database_is_in_force() throws SQLException {
        run("DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET work_mem = ''33MB''', current_database()); END $$");
        assertThat(value("SHOW work_mem")).isEqualTo("33MB");
        run("DO $$ BEGIN EXECUTE format('ALTER DATABASE %I RESET work_mem', current_database()); END $$");
        assertThat(value("SHOW work_mem")).isEqualTo("4MB");
    }

    @Test
    void an_open_transaction_is_rolled_back() throws SQLException {
        try (JdbcSession session = database.newSession()) {
            session.connection().setAutoCommit(false);
            execute(session.connection(), "CREATE TABLE gone (id int)");
        }
        assertThat(value("SELECT to_regclass('gone')")).isNull();
    }

    @Test
    void an_ordinary_step_keeps_the_physical_connection_and_a_broken_one_is_replaced() throws SQLException {
        String pid = value("SELECT pg_backend_pid()");
        run("CREATE TABLE t (id int)");
        assertThat(value("SELECT pg_backend_pid()")).isEqualTo(pid);
        assertThatThrownBy(() -> run("SELECT pg_terminate_backend(pg_backend_pid())"))
                .isInstanceOf(SQLException.class);
        assertThat(value("SELECT pg_backend_pid()")).isNotEqualTo(pid);
    }

    @Test
    void a_statement_repeated_in_many_sessions_survives_a_change_of_its_table() throws SQLException {
        run("CREATE TABLE changing (a int)");
        for (int session = 0; session < 10; session++) {
            try (JdbcSession open = database.newSession();
                    var select = open.connection().prepareStatement("SELECT * FROM changing");
                    ResultSet rows = select.executeQuery()) {
                assertThat(rows.getMetaData().getColumnCount()).isEqualTo(session + 1);
            }
            run("ALTER TABLE changing ADD COLUMN c" + session + " int");
        }
    }

    @Test
    void a_session_starts_in_auto_commit_mode_and_knows_its_driver() throws SQLException {
        try (JdbcSession session = database.newSession()) {
            assertThat(session.connection().getAutoCommit()).isTrue();
            assertThat(session.connection().unwrap(org.postgresql.PGConnection.class))
                    .isNotNull();
            assertThat(session.connection().getMetaData().getConnection()).isSameAs(session.connection());
        }
    }

    @Test
    void work_done_through_the_unwrapped_driver_is_held_too() throws SQLException {
        run("CREATE TABLE copied (id int)");
        try (JdbcSession session = database.newSession()) {
            session.connection().setAutoCommit(false);
            session.begin();
            var copy = session.connection()
                    .unwrap(org.postgresql.PGConnection.class)
                    .getCopyAPI();
            copy.copyIn("COPY copied FROM STDIN", new java.io.StringReader("1\n2\n"));
            session.connection().commit();
            session.connection().rollback();
            session.settle();
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
        assertThat(value("SELECT count(*) FROM copied")).isEqualTo("2");
    }

    @Test
    void two_sessions_at_once_are_refused() {
        try (JdbcSession session = database.newSession()) {
            assertThat(session).isNotNull();
            assertThatThrownBy(database::newSession).isInstanceOf(IllegalStateException.class);
        }
    }

    private void run(String sql) throws SQLException {
        try (JdbcSession session = database.newSession()) {
            execute(session.connection(), sql);
        }
    }

    private String value(String query) {
        try (JdbcSession session = database.newSession();
                Statement statement = session.connection().createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
