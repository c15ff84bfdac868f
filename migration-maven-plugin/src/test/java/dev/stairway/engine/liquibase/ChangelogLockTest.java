package dev.stairway.engine.liquibase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.database.DatabaseServer;
import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.TestServers;
import dev.stairway.engine.ChangelogSource;
import dev.stairway.engine.EngineRun;
import dev.stairway.engine.RunLock;
import dev.stairway.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The lock of a dead owner is released, that of one who may live never is. */
class ChangelogLockTest {

    private static final String PLAIN = "build-7 (10.0.0.7)";
    private static final Duration SHORT = Duration.ofMillis(100);

    @TempDir
    private Path root;

    static List<DatabaseServer> servers() {
        return List.of(TestServers.postgres(18), TestServers.sqlite());
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aLivingRunKeepsItsLock(DatabaseServer server) throws IOException, SQLException {
        try (JdbcDatabase database = (JdbcDatabase) server.fresh("lock");
                EngineRun one = open(database);
                EngineRun other = open(database)) {
            try (RunLock held = one.lock(SHORT)) {
                assertThat(held.released()).isEmpty();
                assertHeld(other, " stairway ");
            }
            assertThat(owner(database)).isEmpty();
            try (RunLock next = other.lock(SHORT)) {
                assertThat(next.released()).isEmpty();
            }
        }
    }

    @Test
    void whereNobodyElseHasASessionTheOwnerIsDead() throws IOException, SQLException {
        try (JdbcDatabase database = (JdbcDatabase) TestServers.postgres(18).fresh("lock");
                EngineRun run = open(database)) {
            lockedBy(database, PLAIN);
            try (RunLock lock = run.lock(SHORT)) {
                assertThat(lock.released().orElseThrow())
                        .startsWith("the lock of " + PLAIN + " since ")
                        .endsWith(" was released: its owner is dead");
                assertThat(owner(database)).contains(" stairway session ");
            }
        }
    }

    @Test
    void whereSomebodyElseHasASessionHeMayBeTheOwner() throws IOException, SQLException {
        try (JdbcDatabase database = (JdbcDatabase) TestServers.postgres(18).fresh("lock");
                EngineRun run = open(database);
                Connection other = database.connect();
                Statement statement = other.createStatement()) {
            statement.execute("SET application_name = 'PostgreSQL JDBC Driver'");
            lockedBy(database, PLAIN);
            assertHeld(run, PLAIN);
            assertThat(owner(database)).isEqualTo(PLAIN);
        }
    }

    @Test
    void aSessionThatTheServerDoesNotHaveAnyMoreIsDead() throws IOException, SQLException {
        try (JdbcDatabase database = (JdbcDatabase) TestServers.postgres(18).fresh("lock");
                EngineRun run = open(database);
                Connection other = database.connect()) {
            String self = new LockOwner("postgresql", other).self();
            lockedBy(database, self.replaceAll("\\d+$", "1"));
            try (RunLock lock = run.lock(SHORT)) {
                assertThat(lock.released()).isPresent();
            }
            lockedBy(database, self);
            assertHeld(run, self);
        }
    }

    @Test
    void aProcessThatThisMachineDoesNotHaveAnyMoreIsDead() throws IOException, SQLException {
        try (JdbcDatabase database = (JdbcDatabase) TestServers.sqlite().fresh("lock");
                EngineRun run = open(database);
                Connection other = database.connect()) {
            String self = new LockOwner("sqlite", other).self();
            lockedBy(database, self.replaceFirst("process (\\d+) \\d+", "process $1 1"));
            try (RunLock lock = run.lock(SHORT)) {
                assertThat(lock.released()).isPresent();
            }
            lockedBy(database, self.replaceFirst("process (\\d+) \\d+ ", "process $1 1 another-"));
            assertHeld(run, "another-");
            lockedBy(database, self);
            assertHeld(run, self);
            lockedBy(database, PLAIN);
            assertHeld(run, PLAIN);
        }
    }

    private static void assertHeld(EngineRun run, String owner) {
        assertThatThrownBy(() -> run.lock(SHORT).close())
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("Another run holds Liquibase's lock")
                .hasMessageContaining(owner)
                .hasMessageContaining("liquibase release-locks");
    }

    private EngineRun open(JdbcDatabase database) throws IOException {
        Files.writeString(
                root.resolve("changelog.sql"), "--liquibase formatted sql\n--changeset ann:one\ncreate table one (id int);\n");
        return new LiquibaseEngine()
                .open(
                        new ChangelogSource(
                                "changelog.sql", List.of(root), getClass().getClassLoader(), Map.of(), "", ""),
                        database);
    }

    private static void lockedBy(JdbcDatabase database, String owner) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE DATABASECHANGELOGLOCK SET LOCKED = true, LOCKGRANTED = CURRENT_TIMESTAMP, LOCKEDBY = '"
                    + owner + "' WHERE ID = 1");
        }
    }

    /** Empty when nobody holds it. */
    private static String owner(JdbcDatabase database) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT LOCKEDBY FROM DATABASECHANGELOGLOCK WHERE ID = 1 AND LOCKED = true")) {
            return row.next() ? row.getString(1) : "";
        }
    }
}
