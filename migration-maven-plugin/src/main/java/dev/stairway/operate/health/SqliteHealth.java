package dev.stairway.operate.health;

import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.Room;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** SQLite: the file, its disk, and what the library finds in it. */
final class SqliteHealth {

    private static final int MOST = 5;

    /** https://sqlite.org/rescode.html#corrupt */
    private static final int CORRUPT = 11;

    private final JdbcDatabase database;
    private final Connection connection;
    private final HealthLimits limits;
    private final Path file;

    SqliteHealth(JdbcDatabase database, Connection connection, HealthLimits limits) {
        this.database = database;
        this.connection = connection;
        this.limits = limits;
        this.file = Path.of(database.url().substring("jdbc:sqlite:".length()));
    }

    List<Check> checks() throws SQLException, IOException {
        Check integrity = integrity();
        List<Check> checks = new ArrayList<>(List.of(
                Check.ok("version", "SQLite " + database.id().version() + ", journal " + text("PRAGMA journal_mode")),
                privileges(),
                disk(),
                journal(),
                integrity));
        if (integrity.verdict() == Check.Verdict.OK) {
            // Nobody reads the rows of a damaged file to its end.
            checks.add(lock());
            checks.add(references());
        }
        return checks;
    }

    private Check privileges() {
        // The journal is written beside the file: https://sqlite.org/tempfiles.html
        if (!Files.isWritable(file)) {
            return Check.failed("privileges", "the file is protected against writing", "chmod u+w " + file);
        }
        return Files.isWritable(file.getParent())
                ? Check.ok("privileges", "file and directory can be written")
                : Check.failed(
                        "privileges", "the directory is protected against writing", "chmod u+w " + file.getParent());
    }

    private Check disk() throws IOException {
        Room room = Room.of(file.getParent(), Files.size(file), Long.MAX_VALUE);
        String seen =
                "the file takes " + megabytes(room.usedBytes()) + ", " + megabytes(room.freeBytes()) + " are free";
        // A statement that rewrites every page has all of them in the journal as well.
        long needed = room.usedBytes() + limits.freeBytes();
        return room.freeBytes() >= needed
                ? Check.ok("disk", seen)
                : Check.failed(
                        "disk", seen, "Make room for " + megabytes(needed) + " on the disk of " + file.getParent());
    }

    private static String megabytes(long bytes) {
        return Math.round(bytes / 1048576.0 * 10) / 10.0 + " MiB";
    }

    private Check journal() {
        return Files.exists(file.resolveSibling(file.getFileName() + "-journal"))
                ? Check.warning(
                        "journal",
                        file.getFileName() + "-journal is there",
                        "Somebody writes now, or was killed while writing: the next who writes takes that back")
                : Check.ok("journal", "nobody was killed while writing");
    }

    private Check lock() throws SQLException {
        List<String> held = new ArrayList<>();
        if (!texts("SELECT name FROM sqlite_master WHERE type = 'table' AND lower(name) = 'databasechangeloglock'")
                .isEmpty()) {
            // Liquibase writes moments as milliseconds here.
            held.addAll(texts("SELECT LOCKEDBY || ' since ' || CASE typeof(LOCKGRANTED) WHEN 'integer'"
                    + " THEN datetime(LOCKGRANTED / 1000, 'unixepoch') || ' UTC' ELSE coalesce(LOCKGRANTED, '?') END"
                    + " FROM DATABASECHANGELOGLOCK WHERE LOCKED"));
        }
        return Check.none(
                "lock of Liquibase",
                held,
                "Wait for who has it. If that run was killed: UPDATE DATABASECHANGELOGLOCK SET LOCKED = 0, LOCKGRANTED = NULL,"
                        + " LOCKEDBY = NULL");
    }

    private Check integrity() throws SQLException {
        List<String> found = new ArrayList<>();
        try {
            texts("PRAGMA quick_check(" + MOST + ")", found);
        } catch (SQLException e) {
            // It cannot go on where the rows of a page are gone.
            if (e.getErrorCode() != CORRUPT) {
                throw e;
            }
            found.add(e.getMessage());
        }
        return found.equals(List.of("ok"))
                ? Check.ok("integrity", "ok")
                : Check.failed("integrity", String.join("; ", found), "Restore a backup: the file is damaged");
    }

    private Check references() throws SQLException {
        List<String> found = texts("SELECT \"table\" || ' row ' || coalesce(rowid, '?') || ' has no ' || parent"
                + " FROM pragma_foreign_key_check LIMIT " + MOST);
        return found.isEmpty()
                ? Check.ok("foreign keys", "all hold")
                : Check.warning(
                        "foreign keys",
                        String.join("; ", found),
                        "Mend the rows: a table that is rebuilt may refuse them");
    }

    private String text(String sql) throws SQLException {
        return texts(sql).get(0);
    }

    private List<String> texts(String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        texts(sql, texts);
        return texts;
    }

    /** @param into takes every row, also those before one that cannot be read */
    private void texts(String sql, List<String> into) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                into.add(rows.getString(1));
            }
        }
    }
}
