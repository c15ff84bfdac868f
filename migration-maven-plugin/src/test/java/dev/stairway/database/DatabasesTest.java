package dev.stairway.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DatabasesTest {

    static Stream<DatabaseServer> servers() {
        return Stream.of(TestServers.postgres(18), TestServers.postgres(14), TestServers.sqlite());
    }

    @ParameterizedTest
    @MethodSource("servers")
    void a_restored_checkpoint_has_the_old_rows_and_can_be_restored_again(DatabaseServer server) throws SQLException {
        try (JdbcDatabase database = (JdbcDatabase) server.fresh("checkpoint")) {
            execute(database, "CREATE TABLE t (id integer PRIMARY KEY)", "INSERT INTO t VALUES (1), (2)");
            try (Checkpoint checkpoint = database.checkpoint()) {
                execute(database, "DROP TABLE t");
                database.restore(checkpoint);
                assertThat(number(database, "SELECT count(*) FROM t")).isEqualTo(2);
                execute(database, "INSERT INTO t VALUES (3)");
                assertThat(number(database, "SELECT count(*) FROM t")).isEqualTo(3);
                database.restore(checkpoint);
                assertThat(number(database, "SELECT count(*) FROM t")).isEqualTo(2);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void two_fresh_databases_do_not_see_each_other(DatabaseServer server) throws SQLException {
        try (JdbcDatabase one = (JdbcDatabase) server.fresh("same name");
                JdbcDatabase other = (JdbcDatabase) server.fresh("same name")) {
            execute(one, "CREATE TABLE t (id integer)");
            execute(other, "CREATE TABLE t (id integer)", "INSERT INTO t VALUES (7)");
            assertThat(number(one, "SELECT count(*) FROM t")).isZero();
        }
    }

    static void execute(JdbcDatabase database, String... statements) throws SQLException {
        try (JdbcSession session = database.newSession()) {
            for (String sql : statements) {
                try (Statement statement = session.connection().createStatement()) {
                    statement.execute(sql);
                }
            }
        }
    }

    static long number(JdbcDatabase database, String query) throws SQLException {
        try (JdbcSession session = database.newSession()) {
            return number(session.connection(), query);
        }
    }

    static long number(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
