package dev.stairway.database.named;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/** The book of what runs have made on a named server, beside the mark. Names are random, so that one in it is proof enough. */
final class JdbcBook {

    private static final String TABLE = "stairway_made";
    private static final Pattern NAME = Pattern.compile("stairway_[0-9a-f]{32}");

    private final Connection connection;
    private final String table;

    JdbcBook(Connection connection, Manners manners) {
        this.connection = connection;
        this.table = manners.table(TABLE);
    }

    static void make(Connection connection, Manners manners) throws SQLException {
        Rows.run(
                connection,
                "CREATE TABLE " + manners.table(TABLE)
                        + " (made_name VARCHAR(64) NOT NULL PRIMARY KEY, made_run VARCHAR(64) NOT NULL, made_at NUMERIC(18))");
    }

    /** Before it is made, so that nothing can be made that is in no book. */
    void announce(String name, String run) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO " + table + " (made_name, made_run, made_at) VALUES (?, ?, ?)")) {
            insert.setString(1, name);
            insert.setString(2, run);
            insert.setLong(3, Instant.now().getEpochSecond());
            insert.executeUpdate();
        }
    }

    /** After it is gone. */
    void forget(String name) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM " + table + " WHERE made_name = ?")) {
            delete.setString(1, name);
            if (delete.executeUpdate() != 1) {
                throw new SQLException("The book " + TABLE + " was changed by somebody else: " + name);
            }
        }
    }

    /** What a run has made. Whatever else stands there is nobody's to drop. */
    List<String> of(String run) throws SQLException {
        return Rows.texts(connection, "SELECT made_name FROM " + table + " WHERE made_run = ?", run).stream()
                .filter(name -> NAME.matcher(name).matches())
                .toList();
    }

    /** Runs that have something in the book. */
    List<String> runs() throws SQLException {
        return Rows.texts(connection, "SELECT DISTINCT made_run FROM " + table).stream()
                .filter(run -> run.matches("[0-9a-f]{64}"))
                .toList();
    }
}
