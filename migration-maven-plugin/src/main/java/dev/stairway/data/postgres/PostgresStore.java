package dev.stairway.data.postgres;

import dev.stairway.data.model.Store;
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
import java.util.stream.Collectors;

/** {@link Store} over PostgreSQL. */
public final class PostgresStore implements Store {

    /** Constants are read and written the same way, whatever the user's server is set to. */
    private static final String SETTINGS = """
            SET standard_conforming_strings = on; SET datestyle = 'ISO, YMD'; SET intervalstyle = 'postgres';
            SET timezone = 'UTC'; SET bytea_output = 'hex'; SET extra_float_digits = 1; SET lc_monetary = 'C';
            SET xmloption = 'content'; SET statement_timeout = 0; SET client_min_messages = 'error';
            SET SESSION CHARACTERISTICS AS TRANSACTION READ WRITE
            """;

    private static final int TABLES_PER_COUNT = 200;

    private final JdbcDatabase database;
    private final TypeReader types = new TypeReader();
    private Connection connection;
    private CatalogReader catalog;

    public PostgresStore(JdbcDatabase database) {
        this.database = database;
    }

    @Override
    public void begin() throws SQLException {
        if (connection == null) {
            connection = database.connect();
            run(SETTINGS);
            connection.setAutoCommit(false);
            catalog = new CatalogReader(connection, types);
        }
    }

    @Override
    public void deferReferences() throws SQLException {
        run("SET CONSTRAINTS ALL DEFERRED");
    }

    @Override
    public void commit() throws SQLException {
        connection.commit();
    }

    @Override
    public void rollback() throws SQLException {
        if (connection != null && !connection.isClosed()) {
            connection.rollback();
        }
    }

    @Override
    public Map<String, Table> tables() throws SQLException {
        return catalog.all();
    }

    @Override
    public Map<String, Table> tables(Collection<String> names) throws SQLException {
        return catalog.named(names);
    }

    @Override
    public Map<String, Integer> counts(Collection<Table> tables, int limit) throws SQLException {
        Map<String, Integer> counts = new HashMap<>();
        List<Table> all = List.copyOf(tables);
        for (int from = 0; from < all.size(); from += TABLES_PER_COUNT) {
            List<Table> some = all.subList(from, Math.min(all.size(), from + TABLES_PER_COUNT));
            String sql = some.stream()
                    .map(table -> "(SELECT count(*) FROM (SELECT FROM " + source(table) + " LIMIT " + limit + ") r)")
                    .collect(Collectors.joining(", ", "SELECT ARRAY[", "]"));
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(sql)) {
                rows.next();
                List<Long> numbers = TypeReader.list(rows.getArray(1), Long.class);
                for (int i = 0; i < some.size(); i++) {
                    counts.put(some.get(i).name(), numbers.get(i).intValue());
                }
            }
        }
        return counts;
    }

    private static String source(Table table) {
        // Rows of tables that inherit from this one are their own.
        return table.partitions().isEmpty() ? "ONLY " + table.sqlName() : table.sqlName();
    }

    @Override
    public List<List<Value>> values(Table table, List<String> columns, int limit) throws SQLException {
        String list = Sql.names(columns);
        String text = columns.stream()
                .map(name -> Sql.name(name) + "::pg_catalog.text")
                .collect(Collectors.joining(", "));
        String order = columns.stream()
                .map(name -> isText(table, name)
                        ? "r." + Sql.name(name) + "::pg_catalog.text COLLATE \"C\""
                        : "r." + Sql.name(name))
                .collect(Collectors.joining(", "));
        String sql = "SELECT " + text + " FROM (SELECT " + list + " FROM " + table.sqlName() + ") r ORDER BY " + order
                + " LIMIT " + limit;
        List<List<Value>> values = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            try (ResultSet rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    List<Value> row = new ArrayList<>();
                    for (int i = 1; i <= columns.size(); i++) {
                        row.add(value(rows.getString(i)));
                    }
                    values.add(row);
                }
            }
        }
        return values;
    }

    private static boolean isText(Table table, String column) {
        return table.column(column)
                .filter(each -> !each.type().base().isNumber())
                .isPresent();
    }

    private static Value value(String text) {
        if (text == null) {
            return Value.NULL;
        }
        return text.startsWith("\\x") ? Value.bytes(text.substring(2)) : Value.text(text);
    }

    @Override
    public Stored insert(Table table, List<Rows> rows, boolean located) throws SQLException {
        String suffix = located ? " RETURNING tableoid::pg_catalog.text || ' ' || ctid::pg_catalog.text" : "";
        StringBuilder sql = new StringBuilder("SAVEPOINT stairway_fill");
        rows.forEach(group -> insert(table, group, suffix, sql));
        sql.append("; RELEASE SAVEPOINT stairway_fill");
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            boolean results = statement.execute(sql.toString());
            return stored(statement, results);
        } catch (SQLException refusal) {
            if (!isLost(refusal)) {
                run("ROLLBACK TO SAVEPOINT stairway_fill");
            }
            throw refusal;
        }
    }

    private static void insert(Table table, Rows rows, String suffix, StringBuilder sql) {
        String into = "; INSERT INTO " + table.sqlName();
        if (rows.columns().isEmpty()) {
            rows.values()
                    .forEach(row -> sql.append(into).append(" DEFAULT VALUES").append(suffix));
            return;
        }
        sql.append(into).append(" (").append(Sql.names(rows.columns())).append(") VALUES ");
        String separator = "";
        for (List<Value> row : rows.values()) {
            sql.append(separator).append(row.stream().map(Sql::constant).collect(Collectors.joining(",", "(", ")")));
            separator = ",";
        }
        sql.append(suffix);
    }

    private static Stored stored(Statement statement, boolean firstIsRows) throws SQLException {
        int count = 0;
        List<String> locators = new ArrayList<>();
        boolean isRows = firstIsRows;
        while (isRows || statement.getUpdateCount() != -1) {
            if (isRows) {
                try (ResultSet rows = statement.getResultSet()) {
                    while (rows.next()) {
                        locators.add(rows.getString(1));
                    }
                }
            } else {
                count += statement.getUpdateCount();
            }
            isRows = statement.getMoreResults();
        }
        return new Stored(Math.max(count, locators.size()), locators);
    }

    @Override
    public void update(Table table, String locator, Map<String, Value> values) throws SQLException {
        String sets = values.entrySet().stream()
                .map(entry -> Sql.name(entry.getKey()) + " = " + Sql.constant(entry.getValue()))
                .collect(Collectors.joining(", "));
        String[] place = locator.split(" ");
        try {
            run("SAVEPOINT stairway_fill; UPDATE " + table.sqlName() + " SET " + sets + " WHERE tableoid = " + place[0]
                    + " AND ctid = '" + place[1] + "'; RELEASE SAVEPOINT stairway_fill");
        } catch (SQLException refusal) {
            if (isLost(refusal)) {
                throw refusal;
            }
            // The row is valid as it is: its reference stays NULL.
            run("ROLLBACK TO SAVEPOINT stairway_fill");
        }
    }

    @Override
    public boolean isLost(SQLException failure) {
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        return state.startsWith("08") || state.startsWith("57P") || state.equals("25P02");
    }

    @Override
    public String reason(SQLException refusal) {
        String message = String.valueOf(refusal.getMessage()).strip();
        return message.lines().findFirst().orElse("").replaceFirst("^[A-Z]+: +", "");
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        if (connection == null) {
            return;
        }
        try (Connection closing = connection) {
            connection = null;
            if (!closing.isClosed()) {
                closing.rollback();
            }
        } catch (SQLException gone) {
            // The server ended the connection before: what this wanted is done.
            connection = null;
        }
    }
}
