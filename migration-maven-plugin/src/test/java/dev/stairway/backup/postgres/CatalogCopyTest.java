package dev.stairway.backup.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
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
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
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
                assertThat(notFingerprinted((JdbcDatabase) restored.database()))
                        .isEqualTo(notFingerprinted(database))
                        .containsExactly(
                                "child: {autovacuum_enabled=false}",
                                "child_stat: 700",
                                "nobodys: 0 rights",
                                "point3: 2 rights");
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
                "CREATE PUBLICATION p#publication p",
                "CREATE TABLE a (i int); REVOKE ALL ON TYPE a FROM PUBLIC#rights on the type of the rows of public.a",
                "CREATE TABLE a (i int); SET allow_system_table_mods = on; INSERT INTO pg_seclabel"
                        + " VALUES ('public.a'::regclass, 'pg_class'::regclass, 0, 'mine', 'x')#security label of table public.a",
                "SET allow_system_table_mods = on; INSERT INTO pg_shseclabel SELECT oid, 'pg_database'::regclass, 'mine', 'x'"
                        + " FROM pg_database WHERE datname = current_database()#security label of the database"
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
    void aSubscriptionIsRefusedByNameAndOneOfAnotherDatabaseIsNot() throws SQLException {
        DatabaseServer server = TestServers.postgres(18);
        try (JdbcDatabase database = (JdbcDatabase) server.fresh("refused");
                JdbcDatabase other = (JdbcDatabase) server.fresh("other")) {
            run(
                    database,
                    "CREATE SUBSCRIPTION s CONNECTION 'host=nowhere' PUBLICATION p"
                            + " WITH (connect = false, slot_name = NONE, enabled = false)");
            try {
                assertThatThrownBy(() -> new CatalogCopy(server, database, Clock.systemUTC()).take("m1", directory))
                        .hasMessageContaining("subscription s");
                assertThatCode(() -> new CatalogCopy(server, other, Clock.systemUTC())
                                .take("m1", directory.resolve("other")))
                        .doesNotThrowAnyException();
            } finally {
                // No database is dropped that has one.
                run(database, "DROP SUBSCRIPTION s");
            }
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

    /** What no fingerprint tells. */
    private static List<String> notFingerprinted(JdbcDatabase database) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        SELECT 'nobodys: ' || cardinality(proacl) || ' rights' FROM pg_proc WHERE proname = 'nobodys'
                        UNION ALL SELECT 'point3: ' || cardinality(typacl) || ' rights' FROM pg_type WHERE typname = 'point3'
                        UNION ALL SELECT 'child: ' || t.reloptions::text FROM pg_class c
                                  JOIN pg_class t ON t.oid = c.reltoastrelid WHERE c.relname = 'child'
                        UNION ALL SELECT stxname || ': ' || stxstattarget FROM pg_statistic_ext""")) {
            List<String> all = new ArrayList<>();
            while (rows.next()) {
                all.add(rows.getString(1));
            }
            all.sort(null);
            return all;
        }
    }

    private static void run(JdbcDatabase database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
