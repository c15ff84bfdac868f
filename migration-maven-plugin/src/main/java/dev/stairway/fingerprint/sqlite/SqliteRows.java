package dev.stairway.fingerprint.sqlite;

import dev.stairway.fingerprint.TableData;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Reads the rows of a table as a stream.
 *
 * <p>Every call of the driver crosses into native code, which is what reading costs. So one expression per row tells
 * whether all values have the storage class that their columns are declared for; then each is asked for once
 * instead of for its class and then for its value.
 */
final class SqliteRows {

    /** What the driver makes of bytes that are no UTF-8. */
    private static final char REPLACEMENT = '\uFFFD';
    /** SQLite refuses deeper expressions: https://www.sqlite.org/limits.html. */
    private static final int MOST_TESTED = 500;

    private final List<SqliteTable.Column> columns;
    private final boolean tested;

    private SqliteRows(List<SqliteTable.Column> columns, boolean utf8) {
        this.columns = columns;
        this.tested = utf8
                && columns.size() <= MOST_TESTED
                && columns.stream().anyMatch(column -> column.type().storage() != null);
    }

    static TableData read(Connection connection, SqliteTable table) throws SQLException {
        boolean utf8 = Pragmas.text(connection, "encoding").equals("UTF-8");
        SqliteRows reader = new SqliteRows(table.columns(), utf8);
        String sql = "SELECT " + reader.list() + " FROM main." + Pragmas.quote(table.storedName());
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql);
                RowPipe pipe = new RowPipe(table)) {
            RowBatch batch = pipe.first();
            while (rows.next()) {
                reader.row(rows, batch);
                if (batch.isFull()) {
                    batch = pipe.next(batch);
                }
            }
            return pipe.finish(batch);
        }
    }

    private String list() {
        String list = columns.stream().map(c -> Pragmas.quote(c.name())).collect(Collectors.joining(","));
        if (!tested) {
            return list;
        }
        String test = columns.stream()
                .filter(column -> column.type().storage() != null)
                .map(column -> "typeof(" + Pragmas.quote(column.name()) + ") IN ('"
                        + column.type().storage().name().toLowerCase(Locale.ROOT) + "','null')")
                .collect(Collectors.joining(" AND "));
        return list + "," + test;
    }

    private void row(ResultSet rows, RowBatch batch) throws SQLException {
        boolean plain = tested && rows.getInt(columns.size() + 1) == 1;
        for (int i = 0; i < columns.size(); i++) {
            LogicalType.Storage storage = plain ? columns.get(i).type().storage() : null;
            batch.value(i, storage == null ? any(rows, i + 1) : plain(rows, i + 1, storage));
        }
        batch.endRow(plain);
    }

    private static Object plain(ResultSet rows, int column, LogicalType.Storage storage) throws SQLException {
        if (storage == LogicalType.Storage.TEXT) {
            return rows.getBytes(column);
        }
        long value = rows.getLong(column);
        return value == 0 && rows.wasNull() ? null : (Object) value;
    }

    private static Object any(ResultSet rows, int column) throws SQLException {
        Object value = rows.getObject(column);
        boolean broken = value instanceof String text && text.indexOf(REPLACEMENT) >= 0;
        return broken ? new RowBatch.Broken(rows.getBytes(column)) : value;
    }
}
