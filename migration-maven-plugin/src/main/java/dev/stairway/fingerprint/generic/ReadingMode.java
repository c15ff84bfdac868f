package dev.stairway.fingerprint.generic;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Settings under which a session reads the same values whatever a migration has set; what was set before is put back.
 *
 * @see <a href="https://mariadb.com/kb/en/sql-mode/">SQL_MODE of MariaDB</a>, of which one pads texts and one quotes names
 */
record ReadingMode(Connection connection, String end) implements AutoCloseable {

    static ReadingMode begin(Connection connection, String product) throws SQLException {
        boolean mysqlFamily = product.equals("mariadb") || product.equals("mysql");
        if (!mysqlFamily) {
            return new ReadingMode(connection, "");
        }
        run(
                connection,
                "SET @stairway_zone = @@session.time_zone, @stairway_mode = @@session.sql_mode,"
                        + " @stairway_group = @@session.group_concat_max_len, time_zone = '+00:00', sql_mode = '',"
                        + " group_concat_max_len = 1048576");
        return new ReadingMode(
                connection,
                "SET time_zone = @stairway_zone, sql_mode = @stairway_mode, group_concat_max_len = @stairway_group");
    }

    @Override
    public void close() throws SQLException {
        if (!end.isEmpty()) {
            run(connection, end);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
