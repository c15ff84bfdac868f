package dev.stairway.data.postgres;

import dev.stairway.data.jdbc.Part;
import dev.stairway.data.model.RowStream;
import dev.stairway.data.model.Store;
import dev.stairway.data.model.Table;
import dev.stairway.data.value.Cells;
import dev.stairway.data.value.Value;
import dev.stairway.data.value.ValueCells;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The same rows through INSERT, for tables where COPY would do something else: those with rules or row security. */
final class InsertStream implements RowStream {

    private static final int BATCH = 500;

    private final Store store;
    private final Part part;
    private final Table table;
    private final List<String> columns;
    private final ValueCells cells = new ValueCells();
    private final List<List<Value>> rows = new ArrayList<>();

    InsertStream(Store store, Connection connection, Table table, List<String> columns) {
        this.store = store;
        this.part = new Part(connection);
        this.table = table;
        this.columns = columns;
    }

    @Override
    public Cells cells() {
        return cells;
    }

    @Override
    public void endRow() throws SQLException {
        rows.add(cells.take());
        if (rows.size() >= BATCH) {
            send();
        }
    }

    private void send() throws SQLException {
        part.begin();
        Store.Batch batch = new Store.Batch(table, List.of(new Store.Rows(columns, List.copyOf(rows))), false);
        rows.clear();
        part.add(store.insert(List.of(batch)).get(0).rows());
    }

    @Override
    public long store() throws SQLException {
        if (!rows.isEmpty()) {
            send();
        }
        return part.keep();
    }

    @Override
    public void discard() throws SQLException {
        rows.clear();
        part.undo();
    }

    @Override
    public void close() {
        rows.clear();
    }
}
