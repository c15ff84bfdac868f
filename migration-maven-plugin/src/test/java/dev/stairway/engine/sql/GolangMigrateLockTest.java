package dev.stairway.engine.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.TestServers;
import dev.stairway.engine.EngineRun;
import dev.stairway.engine.RunLock;
import dev.stairway.engine.script.ScriptWalks;
import dev.stairway.problem.ProblemException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** golang-migrate's own lock: the same numbers, so that the tool waits for this plugin and the other way round. */
class GolangMigrateLockTest {

    private static final Duration SHORT = Duration.ofMillis(100);

    @TempDir
    private Path directory;

    /** The first two are what golang-migrate v4.19.0 makes of these names. */
    @Test
    void numbersAreThoseOfTheTool() {
        assertThat(GolangMigrateLock.number("database_name")).isEqualTo(1_764_327_054L);
        assertThat(GolangMigrateLock.number("schema_name_1", "database_name")).isEqualTo(2_453_313_553L);
    }

    @Test
    void oneRunHoldsItUntilItEnds() throws SQLException {
        ScriptWalks folder =
                new ScriptWalks(new SqlEngine(), directory).file("1_users.up.sql", "create table u (id int);");
        try (JdbcDatabase database = (JdbcDatabase) TestServers.postgres(18).fresh("shop");
                EngineRun one = new SqlEngine().open(folder.source(), database);
                EngineRun other = new SqlEngine().open(folder.source(), database);
                Connection look = database.connect()) {
            try (RunLock held = one.lock(SHORT)) {
                assertThat(held.released()).isEmpty();
                String name = look.getCatalog();
                assertThat(held(look))
                        .containsExactlyInAnyOrder(
                                GolangMigrateLock.number("public", "schema_migrations", "/" + name),
                                GolangMigrateLock.number("public", "schema_migrations", name));
                assertThatThrownBy(() -> other.lock(SHORT).close())
                        .isInstanceOf(ProblemException.class)
                        .hasMessageContaining("Another run holds the lock of golang-migrate");
            }
            try (RunLock next = other.lock(Duration.ofSeconds(10))) {
                assertThat(next.released()).isEmpty();
                assertThat(held(look)).hasSize(2);
            }
        }
    }

    @Test
    void noneIsTakenWhereTheToolTakesNone() throws SQLException {
        ScriptWalks folder = new ScriptWalks(new SqlEngine(), directory)
                .set("x-no-lock", "true")
                .file("1_users.up.sql", "create table u (id int);");
        try (JdbcDatabase database = (JdbcDatabase) TestServers.postgres(18).fresh("shop");
                EngineRun one = new SqlEngine().open(folder.source(), database);
                Connection look = database.connect();
                RunLock none = one.lock(SHORT)) {
            assertThat(none).isSameAs(RunLock.NONE);
            assertThat(held(look)).isEmpty();
        }
    }

    /** Of numbers that fit into the lower half. */
    private static List<Long> held(Connection connection) throws SQLException {
        List<Long> numbers = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT objid::bigint FROM pg_locks WHERE locktype = 'advisory'"
                        + " AND classid = 0 AND database ="
                        + " (SELECT oid FROM pg_database WHERE datname = current_database())")) {
            while (rows.next()) {
                numbers.add(rows.getLong(1));
            }
        }
        return numbers;
    }
}
