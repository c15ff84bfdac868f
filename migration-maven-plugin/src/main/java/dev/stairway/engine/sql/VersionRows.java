package dev.stairway.engine.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One row per migration that ran, as dbmate keeps them: https://github.com/amacneil/dbmate#internals */
record VersionRows(String table) implements History {

    @Override
    public void create(Connection connection) throws SQLException {
        if (History.exists(connection, table)) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists " + History.quoted(connection, table)
                    + " (version varchar(128) primary key)");
        }
    }

    @Override
    public void ran(Connection connection, Unit unit) throws SQLException {
        write(connection, "insert into " + History.quoted(connection, table) + " (version) values (?)", unit);
    }

    @Override
    public void takenBack(Connection connection, Unit unit, Optional<Unit> before) throws SQLException {
        write(connection, "delete from " + History.quoted(connection, table) + " where version = ?", unit);
    }

    private static void write(Connection connection, String sql, Unit unit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, unit.version());
            statement.execute();
        }
    }

    @Override
    public List<Unit> pending(Connection connection, List<Unit> units) throws SQLException {
        Set<String> ran = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select version from " + History.quoted(connection, table))) {
            while (rows.next()) {
                ran.add(rows.getString(1));
            }
        }
        return units.stream().filter(unit -> !ran.contains(unit.version())).toList();
    }
}
