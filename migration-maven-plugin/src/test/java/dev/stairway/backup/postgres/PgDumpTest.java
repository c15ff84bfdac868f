package dev.stairway.backup.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.stairway.backup.Backup;
import dev.stairway.backup.Restored;
import dev.stairway.database.DatabaseServer;
import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.TestServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the programs of this machine, where it has those of a version that is embedded. */
class PgDumpTest {

    @TempDir
    private Path directory;

    @Test
    void whatWasDumpedComesBackInADatabaseOfItsOwn() throws SQLException, IOException {
        DatabaseServer server = server();
        try (JdbcDatabase database = (JdbcDatabase) server.fresh("dumped")) {
            run(database, "CREATE TABLE t (id int PRIMARY KEY, n text); INSERT INTO t VALUES (1, 'Zoë'), (2, null)");
            PgDump tool = tool(server, database);
            Backup backup = tool.take("m1", directory);
            run(database, "DROP TABLE t");
            try (Restored restored = tool.restore(backup)) {
                assertThat(text(
                                (JdbcDatabase) restored.database(),
                                "SELECT string_agg(t::text, ' ' ORDER BY id) FROM t"))
                        .isEqualTo("(1,Zoë) (2,)");
            }
            tool.discard(backup);
            assertThat(directory).isEmptyDirectory();
        }
    }

    @Test
    void whatTheProgramSaysIsToldWithoutThePassword() throws SQLException, IOException {
        DatabaseServer server = server();
        try (JdbcDatabase database = (JdbcDatabase) server.fresh("dumped")) {
            run(database, "CREATE TABLE t (id int); INSERT INTO t VALUES (1)");
            PgDump tool = tool(server, database);
            Path file = tool.take("m1", directory).path("database.dump");
            Files.write(file, new byte[] {1, 2, 3});
            Backup broken = Backup.seal(
                    file.getParent(),
                    "backup",
                    Backup.open(file.resolveSibling("backup.manifest"))
                            .manifest()
                            .origin());
            assertThatThrownBy(() -> tool.restore(broken))
                    .hasMessageContaining("The backup cannot be restored with pg_restore")
                    .hasMessageContaining("pg_restore: error: ");
        }
    }

    @Test
    void aDirectoryWithoutProgramsOfTheVersionHasNone() throws IOException {
        Files.writeString(directory.resolve("pg_dump"), "");
        assertThat(PgPrograms.find("9", directory.toString())).isEmpty();
        assertThat(PgPrograms.find("9", "")).isEmpty();
    }

    private static DatabaseServer server() {
        for (int major = 18; major >= 14; major--) {
            if (PgPrograms.find(Integer.toString(major)).isPresent()) {
                return TestServers.postgres(major);
            }
        }
        assumeThat(Optional.empty()).as("pg_dump of a version that is embedded").isPresent();
        throw new AssertionError("not reached");
    }

    private static PgDump tool(DatabaseServer server, JdbcDatabase database) {
        PgPrograms programs = PgPrograms.find(server.id().version()).orElseThrow();
        return new PgDump(programs, server, database, Clock.systemUTC());
    }

    private static void run(JdbcDatabase database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String text(JdbcDatabase database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
