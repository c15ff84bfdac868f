package dev.stairway.backup.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.backup.Backup;
import dev.stairway.backup.Restored;
import dev.stairway.backup.Sources;
import dev.stairway.database.DatabaseServer;
import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.TestServers;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What it covers comes back with an equal fingerprint, and what it does not cover is refused by name. */
class CatalogCopyTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void everyKindOfObjectThatItCoversComesBack(int major) throws SQLException, IOException {
        DatabaseServer server = TestServers.postgres(major);
        try (JdbcDatabase database = (JdbcDatabase) server.fresh("covered")) {
            run(
                    database,
                    new String(
                            CatalogCopyTest.class
                                    .getResourceAsStream("covered.sql")
                                    .readAllBytes(),
                            java.nio.charset.StandardCharsets.UTF_8));
            CatalogCopy tool = new CatalogCopy(server, database, Clock.systemUTC());
            Backup backup = tool.take("m1", directory);
            try (Restored restored = tool.restore(backup)) {
                assertThat(Sources.differences(database, restored.database())).isEmpty();
            }
            tool.discard(backup);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TYPE span AS RANGE (subtype = int4)#type public.span",
                "CREATE AGGREGATE total (int) (sfunc = int4pl, stype = int)#aggregate public.total(integer)",
                "CREATE TABLE a (i int); CREATE TABLE b () INHERITS (a)#table public.b",
                "CREATE COLLATION mine FROM \"C\"#collation public.mine",
                "ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO PUBLIC#default acl",
                "SELECT lo_create(0)#large object",
                "CREATE PUBLICATION p#publication p"
            })
    void whatItDoesNotCoverIsRefusedByName(String refused) throws SQLException {
        DatabaseServer server = TestServers.postgres(18);
        try (JdbcDatabase database = (JdbcDatabase) server.fresh("refused")) {
            run(database, refused.split("#")[0]);
            CatalogCopy tool = new CatalogCopy(server, database, Clock.systemUTC());
            assertThatThrownBy(() -> tool.take("m1", directory))
                    .hasMessageStartingWith("The database holds what a backup by its catalogs does not")
                    .hasMessageContaining(refused.split("#")[1]);
        }
    }

    @Test
    void anEmptyDatabaseComesBackWithoutTheSchemaThatWasDropped() throws SQLException {
        DatabaseServer server = TestServers.postgres(18);
        try (JdbcDatabase database = (JdbcDatabase) server.fresh("empty")) {
            run(database, "DROP SCHEMA public; CREATE SCHEMA \"my own\"");
            CatalogCopy tool = new CatalogCopy(server, database, Clock.systemUTC());
            try (Restored restored = tool.restore(tool.take("m1", directory))) {
                assertThat(Sources.differences(database, restored.database())).isEmpty();
            }
        }
    }

    private static void run(JdbcDatabase database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
