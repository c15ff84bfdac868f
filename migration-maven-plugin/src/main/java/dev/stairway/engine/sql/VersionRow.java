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

    private static final long NONE = -1;

    @Override
    public void create(Connection connection) throws SQLException {
        if (History.exists(connection, table)) {
            return;
        }
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

    /** https://github.com/golang-migrate/migrate/blob/v4.19.0/migrate.go: the version is set dirty before, and clean after. */
    @Override
    public void starts(Connection connection, Unit unit) throws SQLException {
        set(connection, Long.parseLong(unit.version()), true);
    }

    /** Before the first there is version -1, of which a row is kept only while it is dirty. */
    @Override
    public void startsBack(Connection connection, Unit unit, Optional<Unit> before) throws SQLException {
        set(connection, before.map(one -> Long.parseLong(one.version())).orElse(NONE), true);
    }

    @Override
    public Optional<String> stuck(Connection connection, List<Unit> units) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT version, dirty FROM " + History.quoted(connection, table))) {
            return row.next() && row.getBoolean(2) ? Optional.of(stuck(row.getLong(1))) : Optional.empty();
        }
    }

    private static String stuck(long version) {
        return "golang-migrate has left the database dirty at version " + version
                + ", and refuses to go on: complete by hand"
                + " what the migration left half done, or take it back, then run 'migrate force' with the version that the"
                + " database has by then";
    }

    private void set(Connection connection, Optional<Unit> unit) throws SQLException {
        set(connection, unit.map(one -> Long.parseLong(one.version())).orElse(NONE), false);
    }

    private void set(Connection connection, long version, boolean dirty) throws SQLException {
        String name = History.quoted(connection, table);
        try (Statement delete = connection.createStatement()) {
            delete.execute("DELETE FROM " + name);
        }
        if (version > NONE || dirty) {
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT INTO " + name + " (version, dirty) VALUES (?, ?)")) {
                insert.setLong(1, version);
                insert.setBoolean(2, dirty);
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
