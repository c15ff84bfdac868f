package dev.stairway.backup.sqlite;

import dev.stairway.database.JdbcDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A copy without the free pages, while others may read: https://sqlite.org/lang_vacuum.html#vacuuminto. It is not in WAL mode,
 * whatever the database is, so that has to be said again: https://sqlite.org/wal.html#persistence_of_wal_mode
 */
final class VacuumInto implements SqliteTool.Way {

    @Override
    public String name() {
        return "vacuum-into";
    }

    @Override
    public void save(JdbcDatabase database, Path file) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("VACUUM INTO " + SqliteFile.literal(file));
            if (mode(statement, "PRAGMA main.journal_mode").equals("wal")) {
                statement.executeUpdate("ATTACH " + SqliteFile.literal(file) + " AS copy");
                mode(statement, "PRAGMA copy.journal_mode = wal");
                statement.executeUpdate("DETACH copy");
            }
        }
    }

    private static String mode(Statement statement, String sql) throws SQLException {
        try (ResultSet mode = statement.executeQuery(sql)) {
            mode.next();
            return mode.getString(1);
        }
    }

    @Override
    public void load(Path file, JdbcDatabase database) throws IOException {
        Files.copy(file, SqliteFile.of(database));
    }
}
