package dev.stairway.database.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.stairway.database.Checkpoint;
import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.external.ExternalTarget;
import dev.stairway.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a real server, as a role that is no superuser. */
class ExternalPostgresServerTest {

    @TempDir
    static Path work;

    private static NamedPostgres named;
    private static ExternalTarget target;

    private List<String> before;

    @BeforeAll
    static void start() {
        named = NamedPostgres.start(17, work);
        target = named.marked("stairway_tests");
    }

    @AfterAll
    static void stop() {
        named.close();
    }

    @BeforeEach
    void look() {
        before = named.databases();
    }

    @Test
    void everyCellGetsADatabaseOfItsOwnAndAllAreDropped() throws SQLException {
        try (ExternalPostgresServer server = ExternalPostgresServer.open(target, "")) {
            assertThat(server.id().key()).isEqualTo("postgresql-17-external");
            assertThat(server.serverVersion()).startsWith("17.");
            assertThat(server.driverVersion()).endsWith("on 127.0.0.1:" + named.port());
            assertThat(server.notes()).singleElement().asString().contains("walker is no superuser", "not covered");
            try (JdbcDatabase one = (JdbcDatabase) server.fresh("a");
                    JdbcDatabase two = (JdbcDatabase) server.fresh("a");
                    Connection connection = one.connect()) {
                assertThat(one.url()).matches(".*/stairway_[0-9a-f]{32}").isNotEqualTo(two.url());
                execute(connection, "CREATE TABLE t (id int)");
            }
            assertThat(named.databases()).isEqualTo(before);
            server.fresh("not closed by its user");
        }
        assertThat(named.databases()).isEqualTo(before);
        assertThat(named.text("stairway_tests", "SELECT count(*) FROM stairway.made"))
                .isEqualTo("0");
    }

    @Test
    void aCheckpointBringsBackTablesAndWhatBelongsToTheDatabaseItself() throws SQLException {
        named.sql("postgres", "CREATE ROLE app", "GRANT SET ON PARAMETER my.tenant TO walker");
        try (ExternalPostgresServer server = ExternalPostgresServer.open(target, "17");
                JdbcDatabase database = (JdbcDatabase) server.fresh("a")) {
            String name = database.url().replaceFirst(".*/", "");
            try (Connection connection = database.connect()) {
                execute(
                        connection,
                        "CREATE TABLE t AS SELECT 1 AS id",
                        "ALTER DATABASE " + name + " SET statement_timeout TO '5000'",
                        "ALTER DATABASE " + name + " SET search_path TO \"$user\", public, \"odd name\"",
                        "ALTER DATABASE " + name + " SET \"my.tenant\" TO 'it''s'",
                        "REVOKE TEMPORARY ON DATABASE " + name + " FROM PUBLIC",
                        "GRANT CREATE ON DATABASE " + name + " TO app WITH GRANT OPTION",
                        "ALTER DATABASE " + name + " CONNECTION LIMIT 7",
                        "COMMENT ON DATABASE " + name + " IS 'it''s'");
            }
            String state = state(name);
            assertThat(state).contains("statement_timeout=5000", "\"$user\", public, \"odd name\"", "it's", "7");
            try (Checkpoint checkpoint = database.checkpoint()) {
                try (Connection connection = database.connect()) {
                    execute(
                            connection,
                            "DROP TABLE t",
                            "ALTER DATABASE " + name + " RESET ALL",
                            "COMMENT ON DATABASE " + name + " IS NULL");
                }
                database.restore(checkpoint);
                assertThat(state(name)).isEqualTo(state);
                database.restore(checkpoint);
            }
            try (Connection connection = database.connect();
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SELECT id FROM public.t")) {
                assertThat(row.next()).isTrue();
            }
        }
        assertThat(named.databases()).isEqualTo(before);
        named.sql("postgres", "DROP ROLE app", "REVOKE SET ON PARAMETER my.tenant FROM walker");
    }

    private static String state(String name) {
        return named.text(
                "postgres",
                "SELECT concat_ws(' | ', datconnlimit, shobj_description(oid, 'pg_database'),"
                        + " (SELECT string_agg(a::text, ',' ORDER BY a::text) FROM unnest(datacl) a),"
                        + " (SELECT string_agg(c, ',' ORDER BY c) FROM pg_db_role_setting s, unnest(setconfig) c"
                        + " WHERE setdatabase = d.oid)) FROM pg_database d WHERE datname = '" + name + "'");
    }

    private static void execute(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** They are for the migrations, which have them. */
    @Test
    void timeoutsOfTheRoleDoNotKeepDatabasesFromBeingMadeAndRemoved() throws SQLException {
        named.sql(
                "postgres",
                "ALTER ROLE walker SET statement_timeout = '7ms'",
                "ALTER ROLE walker SET idle_session_timeout = '60s'");
        try (ExternalPostgresServer server = ExternalPostgresServer.open(target, "17");
                JdbcDatabase database = (JdbcDatabase) server.fresh("a")) {
            database.checkpoint().close();
            try (Connection connection = database.connect();
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SHOW statement_timeout")) {
                row.next();
                assertThat(row.getString(1)).isEqualTo("7ms");
            }
        } finally {
            named.sql("postgres", "ALTER ROLE walker RESET ALL");
        }
        assertThat(named.databases()).isEqualTo(before);
    }

    /** Linux: https://www.kernel.org/doc/html/latest/networking/proc_net_tcp.html */
    @Test
    void aQuietConnectionAsksNowAndThenWhetherTheServerIsThere() throws Exception {
        Path sockets = Path.of("/proc/net/tcp6");
        assumeTrue(Files.isReadable(sockets), "only Linux shows timers of sockets");
        try (ExternalPostgresServer server = ExternalPostgresServer.open(target, "17");
                JdbcDatabase database = (JdbcDatabase) server.fresh("a");
                Connection connection = database.connect()) {
            execute(connection, "SELECT 1");
            String there = String.format(":%04X 01 ", named.port());
            assertThat(Files.readAllLines(sockets))
                    .filteredOn(line -> line.contains(there))
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(line.strip().split(" +")[5]).startsWith("02:"));
        }
    }

    @Test
    void aRunFindsWhatAKilledOneLeftAndDropsOnlyWhatIsProven() {
        String run = "ab".repeat(32);
        String proven = "stairway_" + "1".repeat(32);
        String exchanged = "stairway_" + "2".repeat(32);
        String unknown = "stairway_" + "3".repeat(32);
        for (String name : List.of(proven, exchanged, unknown)) {
            named.sql("postgres", "CREATE DATABASE " + name + " OWNER walker");
        }
        named.sql(
                "stairway_tests",
                "INSERT INTO stairway.made SELECT datname, oid, '" + run + "' FROM pg_database WHERE datname = '"
                        + proven + "'",
                "INSERT INTO stairway.made VALUES ('" + exchanged + "', 4711, '" + run + "')");

        try (ExternalPostgresServer server = ExternalPostgresServer.open(target, "")) {
            assertThat(server.notes())
                    .anyMatch(note -> note.contains(proven) && note.contains("was dropped"))
                    .anyMatch(note -> note.contains(exchanged) && note.contains("not proven"))
                    .anyMatch(note -> note.contains(unknown) && note.contains("left alone"));
        }
        assertThat(named.databases()).contains(exchanged, unknown).doesNotContain(proven);
        named.sql("postgres", "DROP DATABASE " + exchanged, "DROP DATABASE " + unknown);
        named.sql("stairway_tests", "DELETE FROM stairway.made");
    }

    @Test
    void whatALivingRunHasMadeIsNotTouchedByAnother() {
        try (ExternalPostgresServer first = ExternalPostgresServer.open(target, "");
                JdbcDatabase database = (JdbcDatabase) first.fresh("a")) {
            try (ExternalPostgresServer second = ExternalPostgresServer.open(target, "")) {
                assertThat(second.notes()).noneMatch(note -> note.contains("stairway_"));
            }
            assertThat(named.databases()).contains(database.url().replaceFirst(".*/", ""));
        }
    }

    @Test
    void nothingIsDroppedOnceTheBookIsGoneOrAnotherDatabaseHasTheName() {
        ExternalPostgresServer server = ExternalPostgresServer.open(target, "");
        JdbcDatabase database = (JdbcDatabase) server.fresh("a");
        String name = database.url().replaceFirst(".*/", "");
        named.sql("postgres", "DROP DATABASE " + name, "CREATE DATABASE " + name);

        assertThatThrownBy(database::close)
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("lock-5-identity")
                .hasMessageContaining("another database");
        named.sql("stairway_tests", "DELETE FROM stairway.made");
        assertThatThrownBy(database::close).hasMessageContaining("not in the book");
        server.close();
        assertThat(named.databases()).contains(name);
        named.sql("postgres", "DROP DATABASE " + name);
    }

    @Test
    void nothingIsMadeOrDroppedOnceTheMarkIsGone() {
        ExternalPostgresServer server = ExternalPostgresServer.open(target, "");
        JdbcDatabase database = (JdbcDatabase) server.fresh("a");
        String name = database.url().replaceFirst(".*/", "");
        named.sql("stairway_tests", "CREATE TABLE kept AS SELECT * FROM stairway.mark", "DELETE FROM stairway.mark");

        assertThatThrownBy(() -> server.fresh("b")).hasMessageContaining("lock-5-identity");
        assertThatThrownBy(database::close).hasMessageContaining("lock-5-identity");
        assertThat(named.databases()).contains(name);

        named.sql("stairway_tests", "INSERT INTO stairway.mark SELECT * FROM kept", "DROP TABLE kept");
        server.close();
        assertThat(named.databases()).isEqualTo(before);
    }

    @Test
    void aRoleThatMayNotCreateDatabasesIsToldWhatItNeeds() {
        named.sql("postgres", "ALTER ROLE walker NOCREATEDB");
        try {
            assertThatThrownBy(() -> ExternalPostgresServer.open(target, ""))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("ALTER ROLE \"walker\" CREATEDB");
        } finally {
            named.sql("postgres", "ALTER ROLE walker CREATEDB");
        }
    }

    @Test
    void anotherMajorThanAskedForIsRefused() {
        assertThatThrownBy(() -> ExternalPostgresServer.open(target, "15")).hasMessageContaining("asked for 15");
    }

    @Test
    void aWrongPasswordIsToldWithoutIt() {
        ExternalTarget wrong = new ExternalTarget(
                target.url(), "walker", "wrong-canary", NamedPostgres.MARK, target.hosts(), target.maxServerBytes());

        assertThatThrownBy(() -> ExternalPostgresServer.open(wrong, ""))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("password authentication failed")
                .satisfies(refusal ->
                        assertThat(refusal + " " + refusal.getCause()).doesNotContain("wrong-canary"));
        assertThat(wrong.toString()).doesNotContain("wrong-canary");
    }
}
