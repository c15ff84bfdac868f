package dev.stairway.fingerprint.postgres;

import dev.stairway.fingerprint.TableHasher;
import java.util.List;

/**
 * Splits a line of COPY's text format into its fields and hands their canonical bytes to a hasher, where they are if nothing
 * in them is escaped.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-copy.html#id-1.9.3.55.9.2">Text format</a>
 */
final class CopyText {

    private final Column.Form[] forms;
    private final TableHasher hasher;
    private byte[] plain = new byte[256];
    private byte[] line;
    private int at;

    CopyText(List<Column> columns, TableHasher hasher) {
        this.forms = columns.stream().map(Column::form).toArray(Column.Form[]::new);
        this.hasher = hasher;
    }

    /** One row in UTF-8, with the line feed at its end. */
    void row(byte[] text) {
        line = text;
        at = 0;
        for (int column = 0; column < forms.length; column++) {
            field(column);
            at++;
        }
        hasher.endRow();
    }

    private void field(int column) {
        int start = at;
        while (line[at] != '\t' && line[at] != '\n') {
            if (line[at] == '\\') {
                escaped(column, start);
                return;
            }
            at++;
        }
        forms[column].hash(hasher, column, line, start, at - start);
    }

    private void escaped(int column, int start) {
        if (line[at + 1] == 'N') {
            at += 2;
            hasher.value(column, null, 0, 0);
            return;
        }
        if (plain.length < line.length) {
            plain = new byte[line.length];
        }
        int length = at - start;
        System.arraycopy(line, start, plain, 0, length);
        while (line[at] != '\t' && line[at] != '\n') {
            byte b = line[at++];
            plain[length++] = b == '\\' ? meant(line[at++]) : b;
        }
        forms[column].hash(hasher, column, plain, 0, length);
    }

    private static byte meant(byte letter) {
        return switch (letter) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'v' -> 0x0b;
            default -> letter;
        };
    }
}
