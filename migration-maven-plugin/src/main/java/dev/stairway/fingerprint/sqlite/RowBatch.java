package dev.stairway.fingerprint.sqlite;

import java.util.List;

/** Some rows as the driver gave them, to be rendered and hashed by another thread. */
final class RowBatch {

    private static final int MOST_ROWS = 1024;
    /** Rows may hold megabytes each. */
    private static final long MOST_BYTES = 1 << 20;

    private final Object[] values;
    private final boolean[] plain = new boolean[MOST_ROWS];
    private final int columns;
    private int rows;
    private long bytes;

    RowBatch(int columns) {
        this.columns = columns;
        this.values = new Object[MOST_ROWS * columns];
    }

    void value(int column, Object value) {
        values[rows * columns + column] = value;
        if (value instanceof byte[] some) {
            bytes += some.length;
        } else if (value instanceof String text) {
            bytes += text.length();
        }
    }

    /** @param isPlain true when every value has the storage class that its column is declared for */
    void endRow(boolean isPlain) {
        plain[rows++] = isPlain;
    }

    boolean isFull() {
        return rows == MOST_ROWS || bytes >= MOST_BYTES;
    }

    void clear() {
        rows = 0;
        bytes = 0;
    }

    /** Renders a row into the hasher's canonical bytes, value by value. */
    void fold(List<SqliteTable.Column> types, dev.stairway.fingerprint.TableHasher hasher) {
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                Object value = values[row * columns + column];
                byte[] bytes = value == null
                        ? null
                        : canonical(value, plain[row], types.get(column).type());
                hasher.value(column, bytes, 0, bytes == null ? 0 : bytes.length);
            }
            hasher.endRow();
        }
    }

    private static byte[] canonical(Object value, boolean plain, LogicalType type) {
        if (value instanceof Broken broken) {
            return broken.bytes();
        }
        return plain && type.storage() == LogicalType.Storage.TEXT
                ? type.canonicalText((byte[]) value)
                : type.canonical(value);
    }

    /** Text that is no UTF-8. */
    record Broken(byte[] bytes) {}
}
