package dev.stairway.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.engine.MigrationStatements;
import dev.stairway.script.sql.SqlStatement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What the rules of SQLite predict to fail does fail on SQLite, and what they leave alone passes: history, a row in every
 * table, then the migrations and their ways back with foreign keys enforced, each in a transaction if it is not told otherwise.
 */
class SqliteExamplesTest {

    private static final Path EXAMPLES = Path.of(System.getProperty("basedir", "."), "src", "test", "examples");

    private static final List<String> FAILING = List.of(
            "addcol-notnull",
            "addcol-nonconst-default",
            "addcol-pk-unique",
            "addcol-stored-generated",
            "addcol-fk-default",
            "drop-column-used",
            "vacuum-in-tx");

    @TestFactory
    Stream<DynamicTest> predictionsOfFailureComeTrue() {
        return Catalogue.rules().stream()
                .map(LintRule::facts)
                .filter(facts -> FAILING.contains(facts.id()))
                .flatMap(facts -> files(facts)
                        .map(file -> DynamicTest.dynamicTest(
                                facts.id() + " " + file.getFileName(), () -> check(facts, file))));
    }

    private static Stream<Path> files(Facts facts) {
        try (Stream<Path> files = Files.list(EXAMPLES.resolve(facts.id()))) {
            return files.sorted().toList().stream();
        } catch (IOException e) {
            throw new IllegalStateException(facts.id(), e);
        }
    }

    private static void check(Facts facts, Path file) throws SQLException {
        Release release = Example.read(file, facts).release();
        boolean bad = file.getFileName().toString().startsWith("bad");
        assertThat(failure(release).isEmpty()).as("%s", failure(release)).isEqualTo(!bad);
    }

    /** What SQLite says against a release; empty when it passes. */
    private static String failure(Release release) throws SQLException {
        try (Connection sqlite = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            execute(sqlite, "PRAGMA foreign_keys = ON");
            for (MigrationStatements old : release.history()) {
                run(sqlite, old);
            }
            if (!Long.valueOf(0).equals(release.setting().rows().get("users"))) {
                fill(sqlite);
            }
            return failure(sqlite, release);
        }
    }

    private static String failure(Connection sqlite, Release release) {
        try {
            for (List<MigrationStatements> group : release.releases()) {
                for (MigrationStatements migration : group) {
                    run(sqlite, migration);
                }
            }
            for (MigrationStatements migration : backwards(release)) {
                run(sqlite, migration, migration.down());
            }
            return "";
        } catch (SQLException failed) {
            return failed.getMessage();
        }
    }

    private static List<MigrationStatements> backwards(Release release) {
        List<MigrationStatements> all = new ArrayList<>(
                release.releases().stream().flatMap(List::stream).toList());
        Collections.reverse(all);
        return all;
    }

    private static void run(Connection sqlite, MigrationStatements migration) throws SQLException {
        run(sqlite, migration, migration.up());
    }

    private static void run(Connection sqlite, MigrationStatements migration, List<SqlStatement> way)
            throws SQLException {
        boolean wrapped = migration.migration().transactional();
        if (wrapped) {
            execute(sqlite, "BEGIN");
        }
        for (SqlStatement statement : way) {
            execute(sqlite, statement.sql());
        }
        if (wrapped) {
            execute(sqlite, "COMMIT");
        }
    }

    /** One row per table, of columns that take it. */
    private static void fill(Connection sqlite) throws SQLException {
        for (String table : list(sqlite, "SELECT name FROM sqlite_schema WHERE type = 'table'", 1)) {
            List<String> columns = list(sqlite, "PRAGMA table_info(\"" + table + "\")", 2);
            String names = String.join(
                    ", ", columns.stream().map(name -> '"' + name + '"').toList());
            String values = String.join(", ", columns.stream().map(name -> "1").toList());
            // A row that a check refuses is no row: the table stays empty, and its examples fail for another reason.
            execute(sqlite, "INSERT OR IGNORE INTO \"" + table + "\" (" + names + ") VALUES (" + values + ")");
        }
    }

    private static List<String> list(Connection sqlite, String query, int column) throws SQLException {
        List<String> all = new ArrayList<>();
        try (Statement statement = sqlite.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                all.add(rows.getString(column));
            }
        }
        return all;
    }

    private static void execute(Connection sqlite, String sql) throws SQLException {
        try (Statement statement = sqlite.createStatement()) {
            statement.execute(sql);
        }
    }
}
