package dev.stairway.data.sqlite;

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
import java.util.TreeMap;
import java.util.stream.Collectors;

/** {@link Store} over SQLite. */
public final class SqliteStore implements Store {

    private final JdbcDatabase database;
    private Connection connection;
    private SchemaReader schema;

    public SqliteStore(JdbcDatabase database) {
        this.database = database;
    }

    @Override
    public void begin() throws SQLException {
        if (connection == null) {
            connection = database.connect();
            run("PRAGMA foreign_keys = ON");
            connection.setAutoCommit(false);
            schema = new SchemaReader(connection);
        }
    }

    @Override
    public void deferReferences() throws SQLException {
        // Lasts until the transaction ends; see https://sqlite.org/pragma.html#pragma_defer_foreign_keys.
        run("PRAGMA defer_foreign_keys = ON");
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
        return schema.all();
    }

    @Override
    public Map<String, Table> tables(Collection<String> names) throws SQLException {
        Map<String, Table> tables = new TreeMap<>();
        for (String name : names) {
            Table table = schema.named(name);
            if (table != null) {
                tables.put(table.name(), table);
            }
        }
        return tables;
    }

    @Override
    public Map<String, Integer> counts(Collection<Table> tables, int limit) throws SQLException {
        Map<String, Integer> counts = new HashMap<>();
        for (Table table : tables) {
            String sql = "SELECT count(*) FROM (SELECT 1 FROM " + table.sqlName() + " LIMIT " + limit + ")";
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(sql)) {
                counts.put(table.name(), rows.next() ? rows.getInt(1) : 0);
            }
        }
        return counts;
    }

    @Override
    public List<List<Value>> values(Table table, List<String> columns, int limit) throws SQLException {
        String list =
                columns.stream().map(name -> "quote(" + Sql.name(name) + ")").collect(Collectors.joining(", "));
        String sql =
                "SELECT " + list + " FROM " + table.sqlName() + " ORDER BY " + Sql.names(columns) + " LIMIT " + limit;
        List<List<Value>> values = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                List<Value> row = new ArrayList<>();
                for (int i = 1; i <= columns.size(); i++) {
                    row.add(Sql.value(rows.getString(i)));
                }
                values.add(row);
            }
        }
        return values;
    }

    @Override
    public Stored insert(Table table, List<Rows> rows, boolean located) throws SQLException {
        run("SAVEPOINT stairway_fill");
        try {
            int count = 0;
            List<String> locators = new ArrayList<>();
            for (Rows group : rows) {
                count += insert(table, group, located, locators);
            }
            run("RELEASE stairway_fill");
            return new Stored(count, locators);
        } catch (SQLException refusal) {
            run("ROLLBACK TO stairway_fill");
            run("RELEASE stairway_fill");
            throw refusal;
        }
    }

    private int insert(Table table, Rows rows, boolean located, List<String> locators) throws SQLException {
        String into = "INSERT INTO " + table.sqlName();
        String suffix = located ? " RETURNING rowid" : "";
        if (rows.columns().isEmpty()) {
            int count = 0;
            for (int i = 0; i < rows.values().size(); i++) {
                count += insert(into + " DEFAULT VALUES" + suffix, located, locators);
            }
            return count;
        }
        String values = rows.values().stream()
                .map(row -> row.stream().map(Sql::constant).collect(Collectors.joining(",", "(", ")")))
                .collect(Collectors.joining(","));
        return insert(into + " (" + Sql.names(rows.columns()) + ") VALUES " + values + suffix, located, locators);
    }

    private int insert(String sql, boolean located, List<String> locators) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (!located) {
                return statement.executeUpdate(sql);
            }
            try (ResultSet rows = statement.executeQuery(sql)) {
                int before = locators.size();
                while (rows.next()) {
                    locators.add(rows.getString(1));
                }
                return locators.size() - before;
            }
        }
    }

    @Override
    public void update(Table table, String locator, Map<String, Value> values) throws SQLException {
        String sets = values.entrySet().stream()
                .map(entry -> Sql.name(entry.getKey()) + " = " + Sql.constant(entry.getValue()))
                .collect(Collectors.joining(", "));
        // OR IGNORE: where a CHECK or key refuses, the row stays valid as it is.
        run("UPDATE OR IGNORE " + table.sqlName() + " SET " + sets + " WHERE rowid = " + locator);
    }

    @Override
    public boolean isLost(SQLException failure) {
        String message = String.valueOf(failure.getMessage());
        return List.of("SQLITE_BUSY", "SQLITE_IOERR", "SQLITE_FULL", "SQLITE_CORRUPT", "SQLITE_READONLY").stream()
                .anyMatch(message::contains);
    }

    @Override
    public String reason(SQLException refusal) {
        String message = String.valueOf(refusal.getMessage()).strip();
        return message.lines().findFirst().orElse("").replaceFirst("^\\[SQLITE_\\w+\\] +", "");
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
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
            if (!closing.getAutoCommit()) {
                closing.rollback();
            }
        } catch (SQLException gone) {
            // The file was closed before: what this wanted is done.
            connection = null;
        }
    }
}
