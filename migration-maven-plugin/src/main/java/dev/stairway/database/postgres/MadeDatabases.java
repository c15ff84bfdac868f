package dev.stairway.database.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The book of databases that runs have made on a named server. It is in the named database, so that no copy has it. */
final class MadeDatabases {

    private final Connection connection;
    private final String run;

    MadeDatabases(Connection connection, String run) {
        this.connection = connection;
        this.run = run;
    }

    /**
     * A database of the book.
     *
     * @param there true where a database has this name
     * @param same true where it is the one that was made, by its OID, so that it is proven
     * @param users sessions in it
     */
    record Made(String name, boolean there, boolean same, long users) {}

    /** Before a database is made, so that none can be made that is in no book. */
    void announce(String name) throws SQLException {
        update("INSERT INTO stairway.made (name, run) VALUES (?, ?)", name);
    }

    /** A database was made under this name. */
    void confirm(String name) throws SQLException {
        update(
                "UPDATE stairway.made m SET oid = (SELECT d.oid FROM pg_catalog.pg_database d WHERE d.datname = m.name)"
                        + " WHERE m.name = ? AND m.run = ?",
                name);
    }

    /** It is about to be dropped and made again. */
    void forget(String name) throws SQLException {
        update("DELETE FROM stairway.made m WHERE m.name = ? AND m.run = ?", name);
    }

    private void update(String sql, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            statement.setString(2, run);
            if (statement.executeUpdate() != 1) {
                throw new SQLException("The book of databases, stairway.made, was changed by somebody else");
            }
        }
    }

    /** What runs have made, this one or another. */
    static List<Made> of(Connection connection, String run) throws SQLException {
        String sql = "SELECT m.name, d.oid IS NOT NULL, COALESCE(d.oid = m.oid AND d.datname ~ '^"
                + NamedSessions.MADE + "$', false),"
                + " (SELECT pg_catalog.count(*) FROM pg_catalog.pg_stat_activity a WHERE a.datid = d.oid)"
                + " FROM stairway.made m LEFT JOIN pg_catalog.pg_database d ON d.datname = m.name WHERE m.run = ?"
                + " ORDER BY m.made_at DESC";
        List<Made> made = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, run);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    made.add(new Made(rows.getString(1), rows.getBoolean(2), rows.getBoolean(3), rows.getLong(4)));
                }
            }
        }
        return made;
    }

    /** Databases named like ours, of which the book knows nothing. */
    static List<String> unknown(Connection connection) throws SQLException {
        return texts(
                connection,
                "SELECT d.datname FROM pg_catalog.pg_database d WHERE d.datname ~ '^" + NamedSessions.MADE
                        + "$' AND d.datname NOT IN (SELECT m.name FROM stairway.made m) ORDER BY 1");
    }

    /** Runs that have something in the book. */
    static List<String> runs(Connection connection) throws SQLException {
        return texts(connection, "SELECT DISTINCT m.run FROM stairway.made m ORDER BY 1");
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
