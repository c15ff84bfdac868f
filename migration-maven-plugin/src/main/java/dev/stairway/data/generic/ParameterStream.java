package dev.stairway.data.generic;

import dev.stairway.data.model.RowStream;
import dev.stairway.data.model.Table;
import dev.stairway.data.value.Cells;
import dev.stairway.data.value.Value;
import dev.stairway.data.value.Word;
import dev.stairway.database.generic.facts.Spelling;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;

/** Rows through one prepared INSERT, in batches that keep the driver's memory small. */
final class ParameterStream implements RowStream, Cells {

    private static final int BATCH = 1_000;

    private final Connection connection;
    private final PreparedStatement insert;
    private final Binder binder;
    private final List<Value> row = new ArrayList<>();
    private Savepoint part;
    private int batched;
    private long stored;

    ParameterStream(Connection connection, Table table, List<String> columns, Spelling spelling) throws SQLException {
        this.connection = connection;
        this.binder = new Binder(table, columns);
        this.insert = connection.prepareStatement(InsertText.of(table, columns, spelling));
    }

    @Override
    public Cells cells() {
        return this;
    }

    @Override
    public void endRow() throws SQLException {
        binder.bind(insert, row);
        row.clear();
        insert.addBatch();
        batched++;
        if (batched == BATCH) {
            send();
        }
    }

    private void send() throws SQLException {
        if (part == null) {
            part = connection.setSavepoint();
        }
        int rows = batched;
        batched = 0;
        stored += BatchCounts.sum(insert.executeBatch(), rows);
    }

    @Override
    public long store() throws SQLException {
        if (batched > 0) {
            send();
        }
        if (part != null) {
            connection.releaseSavepoint(part);
        }
        part = null;
        long rows = stored;
        stored = 0;
        return rows;
    }

    @Override
    public void discard() throws SQLException {
        insert.clearBatch();
        row.clear();
        batched = 0;
        stored = 0;
        if (part != null) {
            Savepoint begun = part;
            part = null;
            connection.rollback(begun);
        }
    }

    @Override
    public void close() throws SQLException {
        insert.close();
    }

    @Override
    public void nul() {
        row.add(Value.NULL);
    }

    @Override
    public void number(long value) {
        row.add(Value.number(Long.toString(value)));
    }

    @Override
    public void decimal(long unscaled, int scale) {
        row.add(Value.number(BigDecimal.valueOf(unscaled, scale).toPlainString()));
    }

    @Override
    public void word(Word word) {
        row.add(word.value());
    }

    @Override
    public void numbered(long number, Word tail) {
        row.add(Value.text(
                Long.toString(number, Character.MAX_RADIX) + ' ' + tail.value().text()));
    }

    @Override
    public void counted(Word head, long number) {
        row.add(Value.text(head.value().text() + Long.toString(number, Character.MAX_RADIX)));
    }

    @Override
    public void plain(byte[] text, int length) {
        row.add(Value.text(new String(text, 0, length, StandardCharsets.ISO_8859_1)));
    }

    @Override
    public void value(Value value) {
        row.add(value);
    }
}
