package dev.stairway.data;

import dev.stairway.database.DatabaseServer;
import dev.stairway.database.JdbcDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A fresh database with a filler, for tests. */
final class Filled implements AutoCloseable {

    static final long SEED = 42;

    private final JdbcDatabase database;
    private final Connection connection;
    private final Filler filler;

    Filled(DatabaseServer server) throws SQLException {
        database = (JdbcDatabase) server.fresh("filled");
        connection = database.connect();
        filler = Fillers.open(database, SEED, List.of());
    }

    Filler filler() {
        return filler;
    }

    boolean isPostgres() {
        return database.id().product().equals("postgresql");
    }

    /** As the product calls a table of the default schema. */
    String name(String table) {
        return isPostgres() ? "public." + table : table;
    }

    Filled run(String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
        return this;
    }

    FillReport fill(int rows) throws SQLException {
        return filler.fill(rows, Set.of());
    }

    long number(String query) throws SQLException {
        return Long.parseLong(lines(query).get(0));
    }

    /** Rows as text, columns joined by a bar. */
    List<String> lines(String query) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                List<String> cells = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    cells.add(rows.getString(i));
                }
                lines.add(String.join("|", cells.stream().map(String::valueOf).toList()));
            }
        }
        return lines;
    }

    @Override
    public void close() throws SQLException {
        filler.close();
        connection.close();
        database.close();
    }
}
