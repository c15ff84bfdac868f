package dev.stairway.fingerprint.postgres;

import dev.stairway.fingerprint.TableHasher;
import java.util.List;

/**
 * Splits the text of a row value into its fields and hands their canonical bytes to a hasher.
 *
 * @see <a href="https://www.postgresql.org/docs/current/rowtypes.html#ROWTYPES-IO-SYNTAX">Composite type syntax</a>
 */
final class RecordText {

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
        if (present) {
            form.hash(hasher, column, field, 0, length);
        } else {
            hasher.value(column, null, 0, 0);
        }
    }
}
