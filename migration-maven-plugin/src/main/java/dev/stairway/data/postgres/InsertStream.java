package dev.stairway.data.postgres;

import dev.stairway.data.model.RowStream;
import dev.stairway.data.model.Store;
import dev.stairway.data.model.Table;
import dev.stairway.data.value.Cells;
import dev.stairway.data.value.Value;
import dev.stairway.data.value.ValueCells;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The same rows through INSERT, for tables where COPY would do something else: those with rules or row security. */
final class InsertStream implements RowStream {

    private static final int BATCH = 500;
    private static final String SAVEPOINT = "stairway_insert";

    private final Store store;
    private final Connection connection;
    private final Table table;
    private final List<String> columns;
    private final ValueCells cells = new ValueCells();
    private final List<List<Value>> rows = new ArrayList<>();
    private boolean open;
    private long stored;

    InsertStream(Store store, Connection connection, Table table, List<String> columns) {
        this.store = store;
        this.connection = connection;
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
        if (!open) {
            run("SAVEPOINT " + SAVEPOINT);
            open = true;
        }
        Store.Batch batch = new Store.Batch(table, List.of(new Store.Rows(columns, List.copyOf(rows))), false);
        rows.clear();
        stored += store.insert(List.of(batch)).get(0).rows();
    }

    private void run(String statement) throws SQLException {
        try (Statement plain = connection.createStatement()) {
            plain.execute(statement);
        }
    }

    @Override
    public long store() throws SQLException {
        if (!rows.isEmpty()) {
            send();
        }
        if (!open) {
            return 0;
        }
        run("RELEASE SAVEPOINT " + SAVEPOINT);
        return end();
    }

    private long end() {
        long result = stored;
        open = false;
        stored = 0;
        return result;
    }

    @Override
    public void discard() throws SQLException {
        rows.clear();
        if (open) {
            end();
            run("ROLLBACK TO SAVEPOINT " + SAVEPOINT + "; RELEASE SAVEPOINT " + SAVEPOINT);
        }
    }

    @Override
    public void close() {
        rows.clear();
    }
}
