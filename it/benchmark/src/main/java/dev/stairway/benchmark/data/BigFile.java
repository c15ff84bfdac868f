package dev.stairway.benchmark.data;

import dev.stairway.database.DatabaseServer;
import dev.stairway.database.JdbcDatabase;
import java.sql.Connection;
import java.sql.SQLException;

/** A SQLite database with one big table of the usual types and, beside it, one of 1 000 rows. */
final class BigFile {

    static final String COLUMNS = "id, name, note, amount, created";

    private static final String TABLE =
            " (id INTEGER PRIMARY KEY, name TEXT NOT NULL, note TEXT, amount DECIMAL(12,2), created TIMESTAMP)";

    private static final String ROWS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %2$d)"
            + " INSERT INTO %1$s SELECT i, 'customer number ' || i, CASE WHEN i %% 7 <> 0 THEN 'note ' || (i * 7919 %% 1000003) END,"
            + " (i %% 100000) / 100.0, datetime(1600000000 + i, 'unixepoch') FROM n";

    private static final int SMALL_ROWS = 1000;

    private BigFile() {}

    static JdbcDatabase in(DatabaseServer server, int rows) throws SQLException {
        JdbcDatabase database = (JdbcDatabase) server.fresh("big");
        try (Connection connection = database.connect()) {
            Tables.run(
                    connection,
                    "CREATE TABLE big" + TABLE,
                    String.format(ROWS, "big", rows),
                    "CREATE TABLE small" + TABLE,
                    String.format(ROWS, "small", SMALL_ROWS),
                    "PRAGMA wal_checkpoint(TRUNCATE)");
        }
        return database;
    }
}
