package dev.stairway.engine.liquibase;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;

/**
 * The one row of Liquibase's lock table, changed only from a state that was seen: of two who want it one gets it.
 *
 * @param connection in auto-commit mode
 * @param table as it is written in a statement
 */
record LockRow(Connection connection, String table) {

    /**
     * Who holds it.
     *
     * @param owner as Liquibase or this plugin wrote it; empty where nobody is named
     * @param since as the database writes it; empty where unknown
     */
    record Held(String owner, String since) {}

    /** Null when nobody holds it. */
    Held read() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT LOCKED, LOCKEDBY, LOCKGRANTED FROM " + table + " WHERE ID = 1")) {
            if (!row.next() || !row.getBoolean(1)) {
                return null;
            }
            String owner = row.getString(2);
            String since = row.getString(3);
            return new Held(owner == null ? "" : owner, since == null ? "" : since);
        }
    }

    /** True when nobody held it. */
    boolean take(String owner) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE " + table + " SET LOCKED = ?, LOCKEDBY = ?, LOCKGRANTED = ? WHERE ID = 1 AND LOCKED = ?")) {
            update.setBoolean(1, true);
            update.setString(2, owner);
            update.setTimestamp(3, Timestamp.from(Instant.now()));
            update.setBoolean(4, false);
            return update.executeUpdate() == 1;
        }
    }

    /** False when it is another's by now, or nobody's. */
    boolean release(String owner) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("UPDATE " + table
                + " SET LOCKED = ?, LOCKEDBY = NULL, LOCKGRANTED = NULL WHERE ID = 1 AND LOCKED = ? AND LOCKEDBY = ?")) {
            update.setBoolean(1, false);
            update.setBoolean(2, true);
            update.setString(3, owner);
            return update.executeUpdate() == 1;
        }
    }
}
