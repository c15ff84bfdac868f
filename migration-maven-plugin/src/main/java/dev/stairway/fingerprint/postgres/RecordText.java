package dev.stairway.fingerprint.postgres;

import dev.stairway.fingerprint.TableHasher;
import java.util.List;

/**
 * Splits the text of a row value into its fields and hands their canonical bytes to a hasher.
 *
 * @see <a href="https://www.postgresql.org/docs/current/rowtypes.html#ROWTYPES-IO-SYNTAX">Composite type syntax</a>
 */
final class RecordText {

    private static final byte[] ONE = {'1'};
    private static final byte[] ZERO = {'0'};

    private final List<Column> columns;
    private final TableHasher hasher;
    private byte[] field = new byte[256];
    private byte[] text;
    private int at;
    private int length;
    private boolean present;

    RecordText(List<Column> columns, TableHasher hasher) {
        this.columns = columns;
        this.hasher = hasher;
    }

    /** One row in UTF-8. */
    void row(byte[] record) {
        text = record;
        at = 1;
        for (int column = 0; column < columns.size(); column++) {
            next();
            value(column, columns.get(column).form());
            at++;
        }
        hasher.endRow();
    }

    private void next() {
        if (field.length < text.length) {
            field = new byte[text.length];
        }
        length = 0;
        present = text[at] != ',' && text[at] != ')';
        boolean quoted = false;
        while (quoted || text[at] != ',' && text[at] != ')') {
            byte b = text[at++];
            if (b == '\\') {
                field[length++] = text[at++];
            } else if (b != '"') {
                field[length++] = b;
            } else if (quoted && text[at] == '"') {
                field[length++] = text[at++];
            } else {
                quoted = !quoted;
            }
        }
    }

    private void value(int column, Column.Form form) {
        if (!present) {
            hasher.value(column, null, 0, 0);
            return;
        }
        switch (form) {
            case BOOLEAN -> hasher.value(column, field[0] == 't' ? ONE : ZERO, 0, 1);
            case BYTES -> hasher.value(column, field, 2, length - 2);
            case PADDED -> hasher.value(column, field, 0, withoutBlanks());
            case TEXT -> hasher.value(column, field, 0, length);
        }
    }

    /** The blanks of {@code char(n)} are no part of the value, says the manual of the type. */
    private int withoutBlanks() {
        int end = length;
        while (end > 0 && field[end - 1] == ' ') {
            end--;
        }
        return end;
    }
}
