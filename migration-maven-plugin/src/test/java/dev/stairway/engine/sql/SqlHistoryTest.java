package dev.stairway.engine.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.DatabaseServer;
import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.JdbcSession;
import dev.stairway.database.TestServers;
import dev.stairway.engine.EngineRun;
import dev.stairway.engine.Migration;
import dev.stairway.engine.script.ScriptWalks;
import dev.stairway.matrix.UpgradePath;
import dev.stairway.run.CellReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The history is the tool's own, so that the tool could go on from it. */
class SqlHistoryTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void golangMigrateKeepsTheLastVersion(String product) throws SQLException {
        ScriptWalks files = new ScriptWalks(new SqlEngine(), directory)
                .file("1_a.up.sql", "create table a (id int);")
                .file("1_a.down.sql", "drop table a;")
                .file("3_b.up.sql", "create table b (id int);")
                .file("3_b.down.sql", "drop table b;");

        assertThat(rows(files, product, "select version, dirty from schema_migrations"))
                .containsExactly("[]", "[1 false]", "[3 false]", "[1 false]", "[]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void dbmateKeepsEveryVersion(String product) throws SQLException {
        ScriptWalks files = new ScriptWalks(new SqlEngine(), directory)
                .file("01_a.sql", "-- migrate:up", "create table a (id int);", "-- migrate:down", "drop table a;")
                .file("03_b.sql", "-- migrate:up", "create table b (id int);", "-- migrate:down", "drop table b;");

        assertThat(rows(files, product, "select version, '' from schema_migrations order by 1"))
                .containsExactly("[]", "[01 ]", "[01 , 03 ]", "[01 ]", "[]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql", "h2", "mariadb"})
    void whatFailsLeavesGolangMigratesDatabaseDirty(String product) throws SQLException {
        ScriptWalks files = new ScriptWalks(new SqlEngine(), directory)
                .file("1_a.up.sql", "create table a (id int);")
                .file("1_a.down.sql", "drop table nothing;")
                .file("3_b.up.sql", "create table b (id int);", "create table nowhere.b (id int);");
        String table = product.equals("h2") ? "\"schema_migrations\"" : "schema_migrations";
        String query = "select version, dirty from " + table;

        try (DatabaseServer server = ScriptWalks.server(product);
                JdbcDatabase database = (JdbcDatabase) server.fresh("history");
                EngineRun run = new SqlEngine().open(files.source(), database)) {
            List<Migration> all = run.migrations();
            step(database, session -> run.up(all.get(0), session));
            assertThat(look(database, query)).isEqualTo("[1 false]");
            assertThat(stuck(database, run)).isEmpty();
            step(database, session -> run.up(all.get(1), session));
            assertThat(look(database, query)).isEqualTo("[3 true]");
            assertThat(stuck(database, run))
                    .hasValueSatisfying(told -> assertThat(told).contains("dirty at version 3", "migrate force"));
            step(database, session -> run.markRan(all.get(0), session));
            assertThat(look(database, query)).isEqualTo("[1 false]");
            step(database, session -> run.down(all.get(0), session));
            assertThat(look(database, query)).isEqualTo("[-1 true]");
        }
    }

    /** A dump of it is no release to start from; one that is clean is. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aDirtyDatabaseIsToldWithTheNextStep(boolean dirty) throws IOException {
        Path dump = Files.writeString(
                directory.resolve("release-1.sql"),
                "PRAGMA foreign_keys=OFF;\nBEGIN TRANSACTION;\nCREATE TABLE a (id int);\n"
                        + "CREATE TABLE schema_migrations (version uint64,dirty bool);\n"
                        + "INSERT INTO schema_migrations VALUES(1," + (dirty ? 1 : 0) + ");\n"
                        + "CREATE UNIQUE INDEX version_unique ON schema_migrations (version);\nCOMMIT;\n");
        CellReport report = new ScriptWalks(new SqlEngine(), directory)
                .file("1_a.up.sql", "create table a (id int);")
                .file("1_a.down.sql", "drop table a;")
                .file("3_b.up.sql", "create table b (id int);")
                .file("3_b.down.sql", "drop table b;")
                .departing(UpgradePath.from("old", "").dumped(dump, "release-1.sql", "sqlite"))
                .walk("sqlite");

        if (dirty) {
            assertThat(report.notRun())
                    .contains("a migration has failed", "dirty at version 1", "migrate force", "take the dump again");
        } else {
            assertThat(ScriptWalks.verdicts(report)).containsExactly("1_a: not covered", "3_b: reversible");
        }
    }

    private static Optional<String> stuck(JdbcDatabase database, EngineRun run) throws SQLException {
        try (JdbcSession session = database.newSession()) {
            session.begin();
            return run.stuck(session);
        }
    }

    /** Before the first step and after each of: up, up, down, down; the second migration is the only one to be marked. */
    private static List<String> rows(ScriptWalks files, String product, String query) throws SQLException {
        List<String> seen = new ArrayList<>();
        try (DatabaseServer server = product.equals("sqlite") ? TestServers.sqlite() : TestServers.postgres(17);
                JdbcDatabase database = (JdbcDatabase) server.fresh("history");
                EngineRun run = new SqlEngine().open(files.source(), database)) {
            List<Migration> all = run.migrations();
            seen.add(look(database, query));
            step(database, run, session -> run.up(all.get(0), session), all.subList(1, 2));
            seen.add(look(database, query));
            step(database, run, session -> run.markRan(all.get(1), session), List.of());
            seen.add(look(database, query));
            step(database, run, session -> run.down(unmarked(run, all, session), session), all.subList(1, 2));
            seen.add(look(database, query));
            step(database, run, session -> run.down(all.get(0), session), all);
            seen.add(look(database, query));
        }
        return seen;
    }

    /** What was only marked has nothing to take back, so it is made first. */
    private static Migration unmarked(EngineRun run, List<Migration> all, JdbcSession session) {
        try (Statement statement = session.connection().createStatement()) {
            statement.execute("create table b (id int)");
            return all.get(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Step {
        void play(JdbcSession session);
    }

    private static void step(JdbcDatabase database, EngineRun run, Step step, List<Migration> pending)
            throws SQLException {
        step(database, step);
        try (JdbcSession session = database.newSession()) {
            session.begin();
            assertThat(Migration.ids(run.pending(session))).isEqualTo(Migration.ids(pending));
        }
    }

    private static void step(JdbcDatabase database, Step step) throws SQLException {
        try (JdbcSession session = database.newSession()) {
            session.begin();
            step.play(session);
            session.settle();
        }
    }

    private static String look(JdbcDatabase database, String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            while (found.next()) {
                String second = found.getString(2)
                        .replaceAll("(?i)^(f|0|false)$", "false")
                        .replaceAll("(?i)^(t|1|true)$", "true");
                rows.add(found.getString(1) + " " + second);
            }
        }
        return rows.toString();
    }
}
