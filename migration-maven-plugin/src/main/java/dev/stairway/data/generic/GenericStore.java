package dev.stairway.data.generic;

import dev.stairway.data.jdbc.JdbcStore;
import dev.stairway.data.model.Column;
import dev.stairway.data.model.RowStream;
import dev.stairway.data.model.Table;
import dev.stairway.data.value.Value;
import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.generic.facts.Spelling;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Store over any driver: tables by its metadata, rows by prepared statements, parts by its savepoints. */
public final class GenericStore extends JdbcStore {

    /** Of the connection exceptions: https://docs.oracle.com/javase/8/docs/api/java/sql/SQLException.html, class 08. */
    private static final String CONNECTION = "08";

    private static final String RESOURCES = "53";

    // Rows shall be refused, not mended, and be the same in every time zone; names are quoted as the standard has it.
    private static final String MYSQL_SETTINGS =
            "SET SESSION sql_mode = 'STRICT_ALL_TABLES,NO_BACKSLASH_ESCAPES,ANSI_QUOTES', time_zone = '+00:00'";

    private final Optional<String> onlySchema;
    private Spelling spelling;
    private TableReader schema;

    public GenericStore(JdbcDatabase database) {
        super(
                database,
                Set.of("mariadb", "mysql").contains(database.id().product()) ? MYSQL_SETTINGS : "",
                Pattern.compile("^\\(conn=\\d+\\) "));
        this.onlySchema = database.onlySchema();
    }

    @Override
    protected void opened(Connection fresh) throws SQLException {
        spelling = Spelling.of(fresh);
        schema = new TableReader(fresh, spelling, onlySchema);
    }

    /** No statement for it is known to every product; tables that refer to one another are filled as far as that goes. */
    @Override
    public void deferReferences() {}

    @Override
    public Map<String, Table> tables() throws SQLException {
        return schema.read(name -> true);
    }

    @Override
    public Map<String, Table> tables(Collection<String> names) throws SQLException {
        return names.isEmpty() ? new HashMap<>() : schema.read(Set.copyOf(names)::contains);
    }

    @Override
    public Map<String, Integer> counts(Collection<Table> tables, int limit) throws SQLException {
        Map<String, Integer> counts = new HashMap<>();
        for (Table table : tables) {
            long count = number("SELECT count(*) FROM " + table.sqlName());
            counts.put(table.name(), (int) Math.min(limit, count));
        }
        return counts;
    }

    @Override
    public List<List<List<Value>>> values(List<Selection> selections) throws SQLException {
        List<List<List<Value>>> values = new ArrayList<>();
        for (Selection selection : selections) {
            List<Column> columns = selection.columns().stream()
                    .map(name -> selection.table().column(name).orElseThrow())
                    .toList();
            String list = columns.stream()
                    .map(column -> spelling.quoted(column.name()))
                    .collect(Collectors.joining(", "));
            String sql = "SELECT " + list + " FROM " + selection.table().sqlName() + " ORDER BY " + list;
            try (Statement statement = statement()) {
                statement.setMaxRows(selection.limit());
                values.add(rows(statement.executeQuery(sql), row -> row(row, columns)));
            }
        }
        return values;
    }

    private static List<Value> row(ResultSet row, List<Column> columns) throws SQLException {
        List<Value> values = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            values.add(value(row, i + 1, columns.get(i)));
        }
        return values;
    }

    private static Value value(ResultSet row, int index, Column column) throws SQLException {
        switch (column.type().base()) {
            case BYTES -> {
                byte[] bytes = row.getBytes(index);
                return bytes == null ? Value.NULL : Value.bytes(HexFormat.of().formatHex(bytes));
            }
            case INT16, INT32, INT64, DECIMAL, FLOAT32, FLOAT64, BOOLEAN_NUMBER -> {
                String text = row.getString(index);
                return text == null ? Value.NULL : Value.number(text);
            }
            case BOOLEAN -> {
                boolean value = row.getBoolean(index);
                return row.wasNull() ? Value.NULL : Value.text(String.valueOf(value));
            }
            case TIMESTAMP, TIME -> {
                String text = row.getString(index);
                return text == null ? Value.NULL : Value.text(text.replaceFirst("\\.0+$", ""));
            }
            default -> {
                String text = row.getString(index);
                return text == null ? Value.NULL : Value.text(text);
            }
        }
    }

    @Override
    public List<Stored> insert(List<Batch> batches) throws SQLException {
        Savepoint part = connection().setSavepoint();
        try {
            List<Stored> stored = new ArrayList<>();
            for (Batch batch : batches) {
                stored.add(new Stored(insert(batch), List.of()));
            }
            connection().releaseSavepoint(part);
            return stored;
        } catch (SQLException refusal) {
            if (!isLost(refusal)) {
                connection().rollback(part);
            }
            throw refusal;
        }
    }

    private int insert(Batch batch) throws SQLException {
        int count = 0;
        for (Rows rows : batch.rows()) {
            Binder binder = new Binder(batch.table(), rows.columns());
            String sql = InsertText.of(batch.table(), rows.columns(), spelling);
            try (PreparedStatement insert = connection().prepareStatement(sql)) {
                for (List<Value> row : rows.values()) {
                    binder.bind(insert, row);
                    insert.addBatch();
                }
                count += BatchCounts.sum(insert.executeBatch(), rows.values().size());
            }
        }
        return count;
    }

    @Override
    public RowStream stream(Table table, List<String> columns) throws SQLException {
        return new ParameterStream(connection(), table, columns, spelling);
    }

    @Override
    public long largest(Table table, String column) throws SQLException {
        return Math.max(0, number("SELECT max(" + spelling.quoted(column) + ") FROM " + table.sqlName()));
    }

    @Override
    public Run run(Table table, String column) throws SQLException {
        String name = spelling.quoted(column);
        String sql = "SELECT min(" + name + "), max(" + name + "), count(" + name + ") FROM " + table.sqlName();
        try (Statement statement = statement()) {
            return rows(statement.executeQuery(sql), row -> run(row.getLong(1), row.getLong(2), row.getLong(3)))
                    .get(0);
        }
    }

    private long number(String sql) throws SQLException {
        try (Statement statement = statement()) {
            return rows(statement.executeQuery(sql), row -> row.getLong(1)).get(0);
        }
    }

    @Override
    public long bytes(Table table) {
        return -1;
    }

    /** Rows have no locator that every product knows, so no update is ever asked for. */
    @Override
    public void update(List<Update> updates) {
        if (!updates.isEmpty()) {
            throw new IllegalArgumentException("rows of this product cannot be located");
        }
    }

    @Override
    public void reclaim(Collection<String> tables) {
        // Nothing is known of where rows are.
    }

    @Override
    public boolean isFull(SQLException failure) {
        return RESOURCES.equals(sqlClass(failure));
    }

    @Override
    public boolean isLost(SQLException failure) {
        return CONNECTION.equals(sqlClass(failure));
    }

    private static String sqlClass(SQLException failure) {
        String state = failure.getSQLState();
        return state == null || state.length() < 2 ? "" : state.substring(0, 2);
    }
}
