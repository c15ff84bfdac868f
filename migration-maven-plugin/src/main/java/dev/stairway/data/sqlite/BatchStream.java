package dev.stairway.data.sqlite;

import dev.stairway.data.jdbc.Names;
import dev.stairway.data.jdbc.Part;
import dev.stairway.data.model.RowStream;
import dev.stairway.data.model.Table;
import dev.stairway.data.value.Cells;
import dev.stairway.data.value.Value;
import dev.stairway.data.value.Word;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;

/** Rows through one prepared INSERT, in batches that keep the driver's memory small. */
final class BatchStream implements RowStream, Cells {

    private static final int BATCH = 1_000;

    private final Part part;
    private final PreparedStatement insert;
    private final Object[] row;
    private final double[] powers = new double[20];
    private int at;
    private int batched;

    BatchStream(Connection connection, Table table, List<String> columns) throws SQLException {
        part = new Part(connection);
        row = new Object[columns.size()];
        for (int i = 0; i < powers.length; i++) {
            powers[i] = Double.parseDouble("1e" + i);
        }
        insert = connection.prepareStatement(
                columns.isEmpty()
                        ? "INSERT INTO " + table.sqlName() + " DEFAULT VALUES"
                        : "INSERT INTO " + table.sqlName() + " (" + Names.quoted(columns) + ") VALUES ("
                                + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")");
    }

    @Override
    public Cells cells() {
        return this;
    }

    @Override
    public void endRow() throws SQLException {
        at = 0;
        for (int i = 0; i < row.length; i++) {
            insert.setObject(i + 1, row[i]);
        }
        insert.addBatch();
        batched++;
        if (batched == BATCH) {
            send();
        }
    }

    private void send() throws SQLException {
        part.begin();
        batched = 0;
        for (int count : insert.executeBatch()) {
            part.add(Math.max(0, count));
        }
    }

    @Override
    public long store() throws SQLException {
        if (batched > 0) {
            send();
        }
        return part.keep();
    }

    @Override
    public void discard() throws SQLException {
        insert.clearBatch();
        batched = 0;
        at = 0;
        part.undo();
    }

    @Override
    public void close() throws SQLException {
        insert.close();
    }

    @Override
    public void nul() {
        row[at++] = null;
    }

    @Override
    public void number(long value) {
        row[at++] = value;
    }

    @Override
    public void decimal(long unscaled, int scale) {
        // Both are exact up to 53 bits, so that the quotient is the float that SQLite's parser finds.
        row[at++] = unscaled / powers[scale];
    }

    @Override
    public void word(Word word) {
        row[at++] = word.parameter();
    }

    @Override
    public void numbered(long number, Word tail) {
        row[at++] =
                Long.toString(number, Character.MAX_RADIX) + ' ' + tail.value().text();
    }

    @Override
    public void counted(Word head, long number) {
        row[at++] = head.value().text() + Long.toString(number, Character.MAX_RADIX);
    }

    @Override
    public void plain(byte[] text, int length) {
        row[at++] = new String(text, 0, length, StandardCharsets.ISO_8859_1);
    }

    @Override
    public void value(Value value) {
        row[at++] = Word.parameter(value);
    }
}
