package dev.stairway.backup.postgres;

import dev.stairway.backup.Backup;
import dev.stairway.backup.BackupTool;
import dev.stairway.backup.Origin;
import dev.stairway.backup.Restored;
import dev.stairway.backup.postgres.Catalog.Rows;
import dev.stairway.database.DatabaseServer;
import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.files.FileTrees;
import dev.stairway.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * A logical backup without any program of PostgreSQL: statements from the catalogs, and rows by COPY
 * (https://www.postgresql.org/docs/current/sql-copy.html). It refuses a database that holds what it does not know.
 */
public final class CatalogCopy implements BackupTool {

    private static final String BEFORE = "before-rows.sql";
    private static final String TABLES = "tables.sql";
    private static final String AFTER = "after-rows.sql";

    private static final String READING = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";

    /** Names come out and go in qualified; bodies may name what is made later. */
    private static final String PLAIN =
            "SET LOCAL search_path = ''; SET LOCAL check_function_bodies = off; SET LOCAL client_min_messages = warning;"
                    + " SET LOCAL DateStyle = ISO; SET LOCAL IntervalStyle = postgres; SET LOCAL extra_float_digits = 1;"
                    + " SET LOCAL TimeZone = 'UTC'; SET LOCAL row_security = off";

    private final DatabaseServer server;
    private final JdbcDatabase database;
    private final Clock clock;
    private int taken;

    public CatalogCopy(DatabaseServer server, JdbcDatabase database, Clock clock) {
        this.server = server;
        this.database = database;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "catalog-copy";
    }

    @Override
    public String product() {
        return "postgresql";
    }

    @Override
    public List<String> beyond() {
        try (Connection connection = database.connect()) {
            begin(connection, READING);
            return new Catalog(connection).uncovered();
        } catch (SQLException e) {
            throw failed("The catalogs cannot be read", database.url(), e);
        }
    }

    @Override
    public Backup take(String before, Path directory) {
        Path root = directory.resolve("backup-" + ++taken);
        try (Connection connection = database.connect()) {
            Files.createDirectories(root);
            begin(connection, READING);
            save(connection, root);
        } catch (IOException | SQLException e) {
            throw failed("The database cannot be backed up by its catalogs", database.url(), e);
        }
        return Backup.seal(
                root, "backup", new Origin(name(), product(), server.serverVersion(), clock.instant(), before));
    }

    private static void begin(Connection connection, String how) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(how);
            statement.execute(PLAIN);
        }
    }

    private void save(Connection connection, Path root) throws IOException, SQLException {
        Catalog catalog = new Catalog(connection);
        List<String> uncovered = catalog.uncovered();
        if (!uncovered.isEmpty()) {
            throw ProblemException.setup(
                    "The database holds what a backup by its catalogs does not",
                    database.url(),
                    String.join("\n", uncovered),
                    "Install the pg_dump of this version, or rely on point-in-time recovery",
                    null);
        }
        List<String> before = new ArrayList<>();
        List<String> after = new ArrayList<>();
        for (Part part : catalog.parts()) {
            (after.isEmpty() && part.rank() < Part.AFTER_ROWS ? before : after).add(part.sql());
        }
        after.addAll(catalog.details());
        Statements.write(root.resolve(BEFORE), before);
        Statements.write(root.resolve(AFTER), after);
        saveRows(connection, catalog.tables(), root);
    }

    private static void saveRows(Connection connection, List<Rows> tables, Path root) throws IOException, SQLException {
        CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
        List<String> into = new ArrayList<>();
        for (Rows rows : tables) {
            try (OutputStream out = Files.newOutputStream(rows(root, into.size()))) {
                copies.copyOut("COPY (SELECT " + rows.columns() + " FROM ONLY " + rows.table() + ") TO STDOUT", out);
            }
            into.add(rows.table() + " (" + rows.columns() + ")");
        }
        Statements.write(root.resolve(TABLES), into);
    }

    private static Path rows(Path root, int number) {
        return root.resolve("rows-" + number + ".copy");
    }

    /** All of it or nothing. */
    @Override
    public Restored restore(Backup backup) {
        backup.verify();
        JdbcDatabase made = (JdbcDatabase) server.fresh("restored");
        try (Connection connection = made.connect()) {
            begin(connection, "BEGIN");
            run(connection, Statements.read(backup.path(BEFORE)));
            loadRows(connection, backup.root());
            run(connection, Statements.read(backup.path(AFTER)));
            run(connection, List.of("COMMIT"));
            return new Restored(server, made, false);
        } catch (IOException | SQLException e) {
            made.close();
            throw failed(
                    "The backup by the catalogs cannot be restored",
                    backup.root().toString(),
                    e);
        }
    }

    private static void loadRows(Connection connection, Path root) throws IOException, SQLException {
        CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
        List<String> tables = Statements.read(root.resolve(TABLES));
        for (int i = 0; i < tables.size(); i++) {
            try (InputStream in = Files.newInputStream(rows(root, i))) {
                copies.copyIn("COPY " + tables.get(i) + " FROM STDIN", in);
            }
        }
    }

    private static void run(Connection connection, List<String> statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // What is sent is one statement each, in which a question mark is an operator.
            statement.setEscapeProcessing(false);
            for (String sql : statements) {
                try {
                    statement.execute(sql);
                } catch (SQLException e) {
                    throw new SQLException(e.getMessage() + "\n" + sql, e.getSQLState(), e);
                }
            }
        }
    }

    @Override
    public void discard(Backup backup) throws IOException {
        FileTrees.delete(backup.root());
    }

    private static ProblemException failed(String what, String where, Exception cause) {
        return ProblemException.setup(
                what,
                where,
                String.valueOf(cause.getMessage()),
                "Report it as a defect of this plugin; install the pg_dump of this version, or rely on point-in-time"
                        + " recovery meanwhile",
                cause);
    }
}
