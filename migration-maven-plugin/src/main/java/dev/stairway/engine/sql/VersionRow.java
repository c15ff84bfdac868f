package dev.stairway.engine.sql;

import java.math.BigInteger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/**
 * The one row that golang-migrate keeps: the last version, and whether it failed. What lies before it counts as ran.
 * https://github.com/golang-migrate/migrate/blob/v4.19.0/database/postgres/postgres.go
 */
record VersionRow(String table, String product) implements History {

    @Override
    public void create(Connection connection) throws SQLException {
        String name = History.quoted(connection, table);
        try (Statement statement = connection.createStatement()) {
            if (product.equals("sqlite")) {
                statement.execute("CREATE TABLE IF NOT EXISTS " + name + " (version uint64,dirty bool)");
                statement.execute("CREATE UNIQUE INDEX IF NOT EXISTS version_unique ON " + name + " (version)");
            } else {
                statement.execute("CREATE TABLE IF NOT EXISTS " + name
                        + " (version bigint not null primary key, dirty boolean not null)");
            }
        }
    }

    @Override
    public void ran(Connection connection, Unit unit) throws SQLException {
        set(connection, Optional.of(unit));
    }

    @Override
    public void takenBack(Connection connection, Unit unit, Optional<Unit> before) throws SQLException {
        set(connection, before);
    }

    private void set(Connection connection, Optional<Unit> unit) throws SQLException {
        String name = History.quoted(connection, table);
        try (Statement delete = connection.createStatement()) {
            delete.execute("DELETE FROM " + name);
        }
        if (unit.isPresent()) {
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT INTO " + name + " (version, dirty) VALUES (?, ?)")) {
                insert.setLong(1, Long.parseLong(unit.get().version()));
                insert.setBoolean(2, false);
                insert.execute();
            }
        }
    }

    @Override
    public List<Unit> pending(Connection connection, List<Unit> units) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT version FROM " + History.quoted(connection, table))) {
            BigInteger last = row.next() ? BigInteger.valueOf(row.getLong(1)) : BigInteger.valueOf(-1);
            return units.stream()
                    .filter(unit -> new BigInteger(unit.version()).compareTo(last) > 0)
                    .toList();
        }
    }
}
