package dev.stairway.fingerprint.sqlite;

import dev.stairway.fingerprint.TableData;
import dev.stairway.fingerprint.TableHasher;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;

/** Reads the rows of a table as a stream. */
final class SqliteRows {

    /** What the driver makes of bytes that are no UTF-8. */
    private static final char REPLACEMENT = '\uFFFD';

    private SqliteRows() {}

    static TableData read(Connection connection, SqliteTable table) throws SQLException {
        List<SqliteTable.Column> columns = table.columns();
        TableHasher hasher = new TableHasher(
                table.name(), columns.stream().map(SqliteTable.Column::name).toList(), table.key());
        String list = columns.stream().map(c -> Pragmas.quote(c.name())).collect(Collectors.joining(","));
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT " + list + " FROM main." + Pragmas.quote(table.storedName()))) {
            while (rows.next()) {
                for (int i = 0; i < columns.size(); i++) {
                    byte[] bytes = value(rows, i + 1, columns.get(i).type());
                    hasher.value(i, bytes, 0, bytes == null ? 0 : bytes.length);
                }
                hasher.endRow();
            }
        }
        return hasher.finish();
    }

    private static byte[] value(ResultSet rows, int column, LogicalType type) throws SQLException {
        Object value = rows.getObject(column);
        if (value == null) {
            return null;
        }
        boolean broken = value instanceof String text && text.indexOf(REPLACEMENT) >= 0;
        return broken ? rows.getBytes(column) : type.canonical(value);
    }
}
