package dev.stairway.data.sqlite;

import dev.stairway.data.jdbc.JdbcStore;
import dev.stairway.data.jdbc.Names;
import dev.stairway.data.jdbc.StatementText;
import dev.stairway.data.model.RowStream;
import dev.stairway.data.model.Table;
import dev.stairway.data.value.Value;
import dev.stairway.database.JdbcDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Store over SQLite: statement by statement, for there is no round trip to save. */
public final class SqliteStore extends JdbcStore {

    private static final Pattern CODE = Pattern.compile("^\\[SQLITE_\\w+\\] +");

    private static final StatementText TEXT = new StatementText(Sql::constant, "rowid");

    private static final List<String> LOST =
            List.of("SQLITE_BUSY", "SQLITE_IOERR", "SQLITE_FULL", "SQLITE_CORRUPT", "SQLITE_READONLY");

    private SchemaReader schema;

    public SqliteStore(JdbcDatabase database) {
        super(database, "PRAGMA foreign_keys = ON", CODE);
    }

    @Override
    protected void opened(Connection fresh) {
        schema = new SchemaReader(fresh);
    }

    @Override
    public void deferReferences() throws SQLException {
        // Lasts until the transaction ends; see https://sqlite.org/pragma.html#pragma_defer_foreign_keys.
        run("PRAGMA defer_foreign_keys = ON");
    }

    @Override
    public Map<String, Table> tables() throws SQLException {
        return schema.all();
    }

    @Override
    public Map<String, Table> tables(Collection<String> names) throws SQLException {
        Map<String, Table> tables = new TreeMap<>();
        for (String name : names) {
            schema.named(name).ifPresent(table -> tables.put(table.name(), table));
        }
        return tables;
    }

    @Override
    public Map<String, Integer> counts(Collection<Table> tables, int limit) throws SQLException {
        Map<String, Integer> counts = new HashMap<>();
        for (Table table : tables) {
            String sql = "SELECT count(*) FROM (SELECT 1 FROM " + table.sqlName() + " LIMIT " + limit + ")";
            counts.put(table.name(), query(sql, row -> row.getInt(1)).get(0));
        }
        return counts;
    }

    @Override
    public List<List<List<Value>>> values(List<Selection> selections) throws SQLException {
        List<List<List<Value>>> values = new ArrayList<>();
        for (Selection selection : selections) {
            List<String> columns = selection.columns();
            String list = columns.stream()
                    .map(name -> "quote(" + Names.quoted(name) + ")")
                    .collect(Collectors.joining(", "));
            String sql = "SELECT " + list + " FROM " + selection.table().sqlName() + " ORDER BY "
                    + Names.quoted(columns) + " LIMIT " + selection.limit();
            values.add(query(sql, row -> row(row, columns.size())));
        }
        return values;
    }

    private static List<Value> row(ResultSet rows, int columns) throws SQLException {
        List<Value> row = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
            row.add(Sql.value(rows.getString(i)));
        }
        return row;
    }

    private <T> List<T> query(String sql, RowReader<T> reader) throws SQLException {
        try (Statement statement = statement()) {
            return rows(statement.executeQuery(sql), reader);
        }
    }

    @Override
    public List<Stored> insert(List<Batch> batches) throws SQLException {
        run("SAVEPOINT " + SAVEPOINT);
        try {
            List<Stored> stored = new ArrayList<>();
            for (Batch batch : batches) {
                stored.add(insert(batch));
            }
            run("RELEASE SAVEPOINT " + SAVEPOINT);
            return stored;
        } catch (SQLException refusal) {
            backToSavepoint(refusal);
            throw refusal;
        }
    }

    private Stored insert(Batch batch) throws SQLException {
        int count = 0;
        List<String> locators = new ArrayList<>();
        for (String sql : TEXT.inserts(batch)) {
            if (batch.located()) {
                locators.addAll(query(sql, row -> row.getString(1)));
            } else {
                try (Statement statement = statement()) {
                    count += statement.executeUpdate(sql);
                }
            }
        }
        return new Stored(count + locators.size(), locators);
    }

    @Override
    public RowStream stream(Table table, List<String> columns) throws SQLException {
        return new BatchStream(connection(), table, columns);
    }

    @Override
    public long largest(Table table, String column) throws SQLException {
        String sql = "SELECT max(" + Names.quoted(column) + ") FROM " + table.sqlName();
        return Math.max(0, query(sql, row -> row.getLong(1)).get(0));
    }

    @Override
    public Run run(Table table, String column) throws SQLException {
        String name = Names.quoted(column);
        String sql = "SELECT min(" + name + "), max(" + name + "), count(" + name + ") FROM " + table.sqlName();
        return query(sql, row -> run(row.getLong(1), row.getLong(2), row.getLong(3)))
                .get(0);
    }

    @Override
    public long bytes(Table table) throws SQLException {
        String sql = "SELECT p.page_count * s.page_size FROM pragma_page_count p, pragma_page_size s";
        return query(sql, row -> row.getLong(1)).get(0);
    }

    @Override
    public void update(List<Update> updates) throws SQLException {
        for (Update update : updates) {
            // OR IGNORE: where a CHECK or key refuses, the row stays valid as it is.
            run("UPDATE OR IGNORE " + update.table().sqlName() + " SET " + TEXT.sets(update.values())
                    + " WHERE rowid = " + update.locator());
        }
    }

    @Override
    public void reclaim(Collection<String> tables) {
        // The rollback has cut the file to its former size.
    }

    @Override
    public boolean isFull(SQLException failure) {
        return String.valueOf(failure.getMessage()).contains("SQLITE_FULL");
    }

    @Override
    public boolean isLost(SQLException failure) {
        String message = String.valueOf(failure.getMessage());
        return LOST.stream().anyMatch(message::contains);
    }
}
