package dev.stairway.database.generic;

import dev.stairway.database.generic.facts.ColumnFacts;
import dev.stairway.database.generic.facts.Spelling;
import dev.stairway.database.generic.facts.TableFacts;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tables without anything that a driver may keep to itself, such as the two of a migration engine, with their rows. */
record PlainTables(List<One> tables) {

    /** A table with what fills it. */
    record One(String create, String insert, List<Object[]> rows) {}

    /** Empty when there is more than can be made again from what the driver tells. */
    static Optional<PlainTables> read(Connection connection, List<TableFacts> tables, Spelling spelling)
            throws SQLException {
        if (!tables.stream().allMatch(PlainTables::plain)) {
            return Optional.empty();
        }
        List<One> all = new ArrayList<>();
        for (TableFacts table : tables) {
            all.add(one(connection, table, spelling));
        }
        return Optional.of(new PlainTables(all));
    }

    private static boolean plain(TableFacts table) {
        boolean keyAlone = table.indexes().stream()
                .allMatch(index -> index.columns().equals(table.primaryKey().columns()));
        return !table.view()
                && keyAlone
                && table.foreignKeys().isEmpty()
                && table.columns().stream().noneMatch(column -> column.counted() || column.generated());
    }

    private static One one(Connection connection, TableFacts table, Spelling spelling) throws SQLException {
        String name = spelling.quoted(table.name());
        String columns = table.columns().stream()
                .map(column -> spelling.quoted(column.name()) + " " + type(column)
                        + (column.fallback() == null ? "" : " DEFAULT " + column.fallback())
                        + (column.nullable() ? "" : " NOT NULL"))
                .collect(Collectors.joining(", "));
        String key = table.primaryKey().columns().isEmpty()
                ? ""
                : table.primaryKey().columns().stream()
                        .map(spelling::quoted)
                        .collect(Collectors.joining(", ", ", PRIMARY KEY (", ")"));
        int width = table.columns().size();
        String insert = "INSERT INTO " + name + " VALUES (" + String.join(", ", Collections.nCopies(width, "?")) + ")";
        return new One("CREATE TABLE " + name + " (" + columns + key + ")", insert, rows(connection, name, width));
    }

    private static String type(ColumnFacts column) {
        return switch (column.jdbcType()) {
            case Types.CHAR, Types.VARCHAR, Types.NCHAR, Types.NVARCHAR ->
                column.typeName() + "(" + column.size() + ")";
            case Types.DECIMAL, Types.NUMERIC -> column.typeName() + "(" + column.size() + ", " + column.digits() + ")";
            default -> column.typeName();
        };
    }

    private static List<Object[]> rows(Connection connection, String table, int width) throws SQLException {
        List<Object[]> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT * FROM " + table)) {
            while (row.next()) {
                Object[] values = new Object[width];
                for (int i = 0; i < width; i++) {
                    values[i] = row.getObject(i + 1);
                }
                rows.add(values);
            }
        }
        return rows;
    }

    /** Makes them again in an empty schema. */
    void write(Connection connection) throws SQLException {
        for (One table : tables) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(table.create());
            }
            try (PreparedStatement insert = connection.prepareStatement(table.insert())) {
                for (Object[] row : table.rows()) {
                    for (int i = 0; i < row.length; i++) {
                        insert.setObject(i + 1, row[i]);
                    }
                    insert.executeUpdate();
                }
            }
        }
    }
}
