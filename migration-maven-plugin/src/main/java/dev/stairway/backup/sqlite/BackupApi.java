package dev.stairway.backup.sqlite;

import dev.stairway.database.JdbcDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Page by page while others may read and write: https://sqlite.org/backup.html. The driver has statements for it:
 * https://github.com/xerial/sqlite-jdbc/blob/master/USAGE.md
 */
final class BackupApi implements SqliteTool.Way {

    @Override
    public String name() {
        return "backup-api";
    }

    @Override
    public void save(JdbcDatabase database, Path file) throws SQLException {
        run(database, "backup to " + quoted(file));
    }

    @Override
    public void load(Path file, JdbcDatabase database) throws SQLException {
        run(database, "restore from " + quoted(file));
    }

    private static void run(JdbcDatabase database, String command) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(command);
        }
    }

    /** The driver knows both quotation marks, and no way to write one within. */
    private static String quoted(Path file) throws SQLException {
        String text = file.toString();
        if (text.contains("\"") && text.contains("'")) {
            throw new SQLException("the driver takes no path with both kinds of quotation marks: " + text);
        }
        return text.contains("\"") ? "'" + text + "'" : '"' + text + '"';
    }
}
