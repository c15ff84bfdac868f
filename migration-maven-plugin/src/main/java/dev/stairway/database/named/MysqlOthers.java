package dev.stairway.database.named;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Sessions of others.
 *
 * @param sessions at most three of them
 * @param unseen there are some of which this user may not know where they are
 */
record MysqlOthers(List<String> sessions, Optional<Seen.Unseen> unseen) {

    private static final String MADE = "^stairway_[0-9a-f]{32}(_c[0-9]+)?$";

    // Threads of the server itself have no client; those that send the log to standbys are told by MysqlReplication.
    private static final String CLIENTS = "FROM information_schema.PROCESSLIST WHERE ID <> CONNECTION_ID()"
            + " AND COMMAND NOT IN ('Daemon', 'Binlog Dump', 'Binlog Dump GTID') AND USER NOT IN ('system user', 'event_scheduler')";

    private static final String TEXT = "SELECT CONCAT(USER, ' in ', COALESCE(DB, 'no database')) ";

    static MysqlOthers read(Connection connection, String database, MysqlRights rights) throws SQLException {
        List<String> inside = Rows.texts(connection, TEXT + CLIENTS + " AND DB = ? LIMIT 3", database);
        if (!inside.isEmpty()) {
            return new MysqlOthers(inside, Optional.empty());
        }
        if (!rights.seeSessions()) {
            return new MysqlOthers(List.of(), hidden(connection));
        }
        return new MysqlOthers(rights.reachFar() ? elsewhere(connection) : List.of(), Optional.empty());
    }

    /** Of a user who may change everything, all that runs of its own do not explain. */
    private static List<String> elsewhere(Connection connection) throws SQLException {
        return Rows.texts(
                connection,
                TEXT + CLIENTS + " AND NOT (USER = SUBSTRING_INDEX(CURRENT_USER(), '@', 1)"
                        + " AND (DB IS NULL OR DB REGEXP '" + MADE + "')) LIMIT 3");
    }

    /** Everybody may ask how many there are. */
    private static Optional<Seen.Unseen> hidden(Connection connection) throws SQLException {
        long own = Long.parseLong(Rows.text(connection, "SELECT COUNT(*) " + CLIENTS)) + 1;
        long all = Long.parseLong(MysqlReplication.status(connection, "Threads_connected"));
        return all <= own
                ? Optional.empty()
                : Optional.of(new Seen.Unseen(
                        "where " + (all - own) + " other sessions of this server are",
                        "GRANT PROCESS ON *.* TO this user, or end them"));
    }
}
