package dev.stairway.database.sqlite;

import dev.stairway.database.external.Lock;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;

/**
 * The mark in an SQLite file by which the user says that it is for tests. It names the very file, so that a copy marks
 * nothing.
 *
 * @param expires in seconds since 1970
 */
record FileMark(String token, String path, String key, long marked, long expires) {

    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    /** For clocks of file systems. */
    private static final Duration SLACK = Duration.ofMinutes(1);

    private static final String NEXT =
            "Look whether this is the file that you mean; if so, and it is empty, remove it, and"
                    + " let the goal migration:mark-disposable make it";

    /** Reads it without a lock, a journal or any other trace: https://sqlite.org/uri.html#uriimmutable */
    static FileMark read(Driver driver, NamedFile file) {
        requireFormat(file);
        String url = "jdbc:sqlite:file:" + file.path().toUri().getRawPath() + "?immutable=1&mode=ro";
        try (Connection connection = driver.connect(url, new Properties());
                Statement statement = connection.createStatement()) {
            requireAlone(statement, file);
            try (ResultSet row =
                    statement.executeQuery("SELECT token, path, file_key, marked_at, expires_at FROM stairway_mark")) {
                if (!row.next()) {
                    throw unmarked(file, "the table stairway_mark is empty");
                }
                FileMark mark = new FileMark(
                        row.getString(1), row.getString(2), row.getString(3), row.getLong(4), row.getLong(5));
                if (row.next()) {
                    throw unmarked(file, "the table stairway_mark holds several rows");
                }
                return mark;
            }
        } catch (SQLException e) {
            throw unmarked(file, String.valueOf(e.getMessage()));
        }
    }

    private static void requireFormat(NamedFile file) {
        try (java.io.InputStream in = Files.newInputStream(file.path())) {
            if (!java.util.Arrays.equals(in.readNBytes(MAGIC.length), MAGIC)) {
                throw unmarked(file, "it is no SQLite database");
            }
        } catch (IOException e) {
            throw file.unreadable(e);
        }
    }

    private static void requireAlone(Statement statement, NamedFile file) throws SQLException {
        boolean marked = false;
        StringBuilder others = new StringBuilder();
        try (ResultSet rows = statement.executeQuery(
                "SELECT type || ' ' || name, name = 'stairway_mark' AND type = 'table' FROM sqlite_schema ORDER BY 1")) {
            while (rows.next()) {
                marked |= rows.getBoolean(2);
                if (!rows.getBoolean(2)) {
                    others.append(others.isEmpty() ? "" : ", ").append(rows.getString(1));
                }
            }
        }
        if (!others.isEmpty()) {
            throw Lock.EMPTY.refuses(
                    "The named database is not empty",
                    file.where(),
                    others.toString(),
                    "Name a file that nobody uses; nothing in this one is touched");
        }
        if (!marked) {
            throw unmarked(file, "there is no table stairway_mark");
        }
    }

    private static RuntimeException unmarked(NamedFile file, String seen) {
        return Lock.MARK.refuses("Nothing in the named file says that it is for tests", file.where(), seen, NEXT);
    }

    /** Opens the lock. */
    void require(String wanted, NamedFile file, Instant now) {
        try {
            if (!key.equals(file.key()) || !path.equals(file.where())) {
                throw refuses(
                        "The mark was made for another file, of which this one is a copy", file, "it names " + path);
            }
            if (!token.equals(wanted)) {
                throw refuses(
                        "The mark in the file is not the one that the POM names", file, "<disposable> is " + wanted);
            }
            Instant made = Instant.ofEpochSecond(marked);
            if (now.isAfter(Instant.ofEpochSecond(expires)) || now.isBefore(made.minus(SLACK))) {
                throw refuses(
                        "The mark is expired or of the future",
                        file,
                        "it is valid until " + Instant.ofEpochSecond(expires));
            }
            if (file.attributes().lastModifiedTime().toInstant().isAfter(made.plus(SLACK))) {
                throw refuses("The file was written after it was marked", file, "");
            }
        } catch (IOException e) {
            throw file.unreadable(e);
        }
    }

    private static RuntimeException refuses(String what, NamedFile file, String seen) {
        return Lock.MARK.refuses(what, file.where(), seen, NEXT);
    }

    /** Makes the file, which is not there yet, with the mark in it. */
    static void make(Driver driver, NamedFile file, String token, int days, Instant now)
            throws IOException, SQLException {
        Files.createFile(file.path());
        try (Connection connection = driver.connect("jdbc:sqlite:" + file.path(), new Properties());
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("CREATE TABLE stairway_mark (token TEXT NOT NULL, path TEXT NOT NULL,"
                    + " file_key TEXT NOT NULL, marked_at INTEGER NOT NULL, expires_at INTEGER NOT NULL)");
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT INTO stairway_mark VALUES (?, ?, ?, ?, ?)")) {
                insert.setString(1, token);
                insert.setString(2, file.where());
                insert.setString(3, file.key());
                insert.setLong(4, now.getEpochSecond());
                insert.setLong(5, now.plus(Duration.ofDays(days)).getEpochSecond());
                insert.executeUpdate();
            }
        }
    }
}
