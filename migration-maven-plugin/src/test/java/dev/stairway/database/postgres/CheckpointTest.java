package dev.stairway.database.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.database.Checkpoint;
import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.JdbcSession;
import dev.stairway.database.TestServers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {

    private static final String STATE = """
            SELECT concat_ws(' / ', current_setting('work_mem'), current_setting('search_path'), d.datacl, d.datconnlimit,
                   shobj_description(d.oid, 'pg_database'), (SELECT last_value FROM s), (SELECT sum(id) FROM t),
                   pg_get_userbyid(d.datdba))
              FROM pg_database d WHERE datname = current_database()
            """;

    private static final String CHANGE = """
            DO $$ DECLARE d text := quote_ident(current_database()); BEGIN
            EXECUTE 'ALTER DATABASE ' || d || ' SET work_mem = %s';
            EXECUTE 'ALTER DATABASE ' || d || ' SET search_path = public, "a b"';
            EXECUTE 'COMMENT ON DATABASE ' || d || ' IS %s';
            EXECUTE 'ALTER DATABASE ' || d || ' CONNECTION LIMIT 40';
            EXECUTE '%s CONNECT ON DATABASE ' || d || ' %s PUBLIC';
            END $$
            """;

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void everything_of_the_database_itself_is_restored(int major) throws SQLException {
        try (JdbcDatabase database = (JdbcDatabase) TestServers.postgres(major).fresh("properties")) {
            run(database, "CREATE TABLE t AS SELECT generate_series(1, 100) AS id");
            run(database, "CREATE SEQUENCE s START 7");
            run(database, CHANGE.formatted("''33MB''", "''first''", "REVOKE", "FROM"));
            String before = state(database);
            assertThat(before).contains("33MB", "\"a b\"", "first", "5050", "40");
            try (Checkpoint checkpoint = database.checkpoint()) {
                run(database, CHANGE.formatted("''44MB''", "''second''", "GRANT", "TO"));
                run(database, "DELETE FROM t");
                assertThat(state(database)).isNotEqualTo(before);
                database.restore(checkpoint);
                assertThat(state(database)).isEqualTo(before);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = 18)
    void an_open_session_is_refused_and_so_is_a_foreign_checkpoint(int major) {
        try (JdbcDatabase database = (JdbcDatabase) TestServers.postgres(major).fresh("refused");
                JdbcDatabase other = (JdbcDatabase) TestServers.postgres(major).fresh("other")) {
            try (JdbcSession session = database.newSession()) {
                assertThat(session).isNotNull();
                assertThatThrownBy(database::checkpoint).isInstanceOf(IllegalStateException.class);
            }
            try (Checkpoint checkpoint = database.checkpoint()) {
                assertThatThrownBy(() -> other.restore(checkpoint)).isInstanceOf(IllegalArgumentException.class);
            }
        }
    }

    private static void run(JdbcDatabase database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String state(JdbcDatabase database) throws SQLException {
        try (JdbcSession session = database.newSession();
                Statement statement = session.connection().createStatement();
                ResultSet row = statement.executeQuery(STATE)) {
            row.next();
            return row.getString(1);
        }
    }
}
