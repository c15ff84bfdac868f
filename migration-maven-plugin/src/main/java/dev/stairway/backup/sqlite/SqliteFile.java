package dev.stairway.backup.sqlite;

import dev.stairway.database.JdbcDatabase;
import dev.stairway.problem.ProblemException;
import java.nio.file.Path;

/** The file behind a database of SQLite. */
final class SqliteFile {

    private static final String PREFIX = "jdbc:sqlite:";

    /** Of the backup, in its directory. */
    static final String NAME = "database.db";

    private SqliteFile() {}

    static Path of(JdbcDatabase database) {
        return Path.of(database.url().substring(PREFIX.length()));
    }

    /** Within a statement of SQLite. */
    static String literal(Path file) {
        return "'" + file.toString().replace("'", "''") + "'";
    }

    static ProblemException failed(String verb, String tool, Path where, Exception cause) {
        return ProblemException.setup(
                "The SQLite database cannot be " + verb + " with " + tool,
                where.toString(),
                String.valueOf(cause.getMessage()),
                "Check the free space of the disk, and that nobody else has the database open",
                cause);
    }
}
