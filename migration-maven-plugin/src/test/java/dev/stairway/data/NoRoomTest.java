package dev.stairway.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.stairway.data.postgres.PostgresStore;
import dev.stairway.data.profile.Profile;
import dev.stairway.data.sqlite.SqliteStore;
import dev.stairway.database.DatabaseServer;
import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.TestServers;
import dev.stairway.problem.Problem;
import dev.stairway.problem.ProblemException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NoRoomTest {

    private static final String TABLES =
            "CREATE TABLE few (id bigint PRIMARY KEY); CREATE TABLE many (id bigint PRIMARY KEY,"
                    + " few_id bigint NOT NULL REFERENCES few (id), note text)";

    /** A server whose disk has room for so many rows only, as far as anybody can tell who is told so by the server. */
    private static final String FULL_DISK = """
            CREATE FUNCTION fill_up() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
              IF NEW.id > 1200 THEN
                RAISE 'could not extend file "base/1/2": No space left on device' USING ERRCODE = 'disk_full';
              END IF;
              RETURN NEW;
            END $$;
            CREATE TRIGGER fill_up BEFORE INSERT ON many FOR EACH ROW EXECUTE FUNCTION fill_up()
            """;

    @Test
    void postgresql_that_runs_out_of_room_is_told_with_figures_and_keeps_nothing() throws SQLException {
        try (JdbcDatabase database = fresh(TestServers.postgres(18), TABLES, FULL_DISK)) {
            Problem problem = failure(new SchemaFiller(new PostgresStore(database), 1, Profile.NONE), 5_000);
            assertThat(problem.where()).isEqualTo("table public.many");
            assertThat(problem.evidence()).contains("No space left on device").contains("after 500 of 5,000 rows");
            assertThat(count(database, "few")).isZero();
            assertThat(count(database, "many")).isZero();
            assertThat(number(database, "SELECT pg_relation_size('few') + pg_relation_size('many')"))
                    .isZero();
        }
    }

    @Test
    void sqlite_that_runs_out_of_room_is_told_with_figures_and_keeps_nothing() throws SQLException {
        try (JdbcDatabase database = fresh(TestServers.sqlite(), TABLES)) {
            Problem problem = failure(new SchemaFiller(new SqliteStore(limited(database)), 1, Profile.NONE), 200_000);
            assertThat(problem.where()).isEqualTo("table many");
            assertThat(problem.evidence())
                    .contains("database or disk is full")
                    .containsPattern("after [1-9][0-9,]+ of 200,000 rows; all of them need about [0-9,]+ MB");
            assertThat(problem.next()).contains("make room");
            assertThat(count(database, "few")).isZero();
            assertThat(count(database, "many")).isZero();
        }
    }

    @Test
    void with_room_for_all_rows_nothing_is_told() throws SQLException {
        try (JdbcDatabase database = fresh(TestServers.sqlite(), TABLES);
                Filler filler = new SchemaFiller(new SqliteStore(limited(database)), 1, Profile.NONE)) {
            assertThat(filler.fill(2_000, Set.of()).unfilled()).isEmpty();
            assertThat(count(database, "many")).isEqualTo(2_000);
        }
    }

    private static Problem failure(Filler open, int rows) {
        try (Filler filler = open) {
            ProblemException failure = catchThrowableOfType(ProblemException.class, () -> filler.fill(rows, Set.of()));
            assertThat(failure).isNotNull();
            assertThat(failure.blame()).isEqualTo(ProblemException.Blame.SETUP);
            assertThat(failure.problem().what())
                    .isEqualTo("The database ran out of room while rows were generated; all of them were taken back");
            return failure.problem();
        }
    }

    private static JdbcDatabase fresh(DatabaseServer server, String... scripts) throws SQLException {
        JdbcDatabase database = (JdbcDatabase) server.fresh("room");
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String script : scripts) {
                statement.executeUpdate(script);
            }
        }
        return database;
    }

    /** Gives its connections the pages of some ten megabytes and no more: https://sqlite.org/pragma.html#pragma_max_page_count. */
    private static JdbcDatabase limited(JdbcDatabase database) {
        return (JdbcDatabase) Proxy.newProxyInstance(
                NoRoomTest.class.getClassLoader(), new Class<?>[] {JdbcDatabase.class}, (proxy, method, arguments) -> {
                    try {
                        Object result = method.invoke(database, arguments);
                        if (result instanceof Connection connection) {
                            try (Statement statement = connection.createStatement()) {
                                statement.execute("PRAGMA max_page_count = 2500");
                            }
                        }
                        return result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static long count(JdbcDatabase database, String table) throws SQLException {
        return number(database, "SELECT count(*) FROM " + table);
    }

    private static long number(JdbcDatabase database, String query) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
