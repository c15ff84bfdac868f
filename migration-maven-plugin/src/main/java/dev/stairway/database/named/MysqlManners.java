package dev.stairway.database.named;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** MariaDB and MySQL. Every connection for looking and administration is without a database, so that whoever is in one is another. */
final class MysqlManners implements Manners {

    private static final String MADE = "^stairway_[0-9a-f]{32}(_c[0-9]+)?$";
    private static final Set<String> SYSTEMS = Set.of("mysql", "information_schema", "performance_schema", "sys");

    private static final String OBJECTS = """
            SELECT CONCAT('table ', TABLE_NAME) FROM information_schema.TABLES
             WHERE TABLE_SCHEMA = ? AND TABLE_NAME NOT IN ('stairway_mark', 'stairway_made')
            UNION ALL SELECT CONCAT('routine ', ROUTINE_NAME) FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA = ?
            UNION ALL SELECT CONCAT('event ', EVENT_NAME) FROM information_schema.EVENTS WHERE EVENT_SCHEMA = ?
            UNION ALL SELECT CONCAT('trigger ', TRIGGER_NAME) FROM information_schema.TRIGGERS WHERE TRIGGER_SCHEMA = ?
            LIMIT 4
            """;

    private final String database;

    MysqlManners(String database) {
        this.database = database;
    }

    @Override
    public List<String> everybodys() {
        return List.of("mysql", "information_schema", "performance_schema", "sys", "test");
    }

    /** https://mariadb.com/kb/en/start-transaction/#access-mode */
    @Override
    public void beginReading(Connection connection) throws SQLException {
        Rows.run(connection, "SET SESSION TRANSACTION READ ONLY");
        connection.setAutoCommit(false);
    }

    @Override
    public Seen look(Connection connection) throws SQLException {
        MysqlRights rights = MysqlRights.read(connection, database);
        MysqlOthers others = MysqlOthers.read(connection, database, rights);
        List<Seen.Unseen> unseen = new ArrayList<>(rights.lacking());
        List<String> inUse = new MysqlReplication(connection, rights, unseen).signs();
        others.unseen().ifPresent(unseen::add);
        return new Seen(
                server(connection),
                rights.user(),
                names(connection),
                Rows.texts(connection, OBJECTS, database, database, database, database),
                inUse,
                others.sessions(),
                unseen,
                Long.parseLong(Rows.text(
                        connection,
                        "SELECT COALESCE(SUM(DATA_LENGTH + INDEX_LENGTH), 0) DIV 1 FROM information_schema.TABLES"
                                + " WHERE TABLE_SCHEMA NOT IN ('information_schema', 'performance_schema')")));
    }

    /** A copy of its files has another address or another host; MySQL makes a number for each server as well. */
    @Override
    public String server(Connection connection) throws SQLException {
        String number =
                Rows.text(connection, "SHOW GLOBAL VARIABLES WHERE Variable_name = 'server_uuid' AND Value <> ''");
        String uuid = number.isEmpty() ? "" : Rows.text(connection, "SELECT @@server_uuid") + " ";
        return uuid + Rows.text(connection, "SELECT CONCAT(@@hostname, ':', @@port, ' ', @@datadir)");
    }

    private static List<Seen.Name> names(Connection connection) throws SQLException {
        List<Seen.Name> names = new ArrayList<>();
        names.add(new Seen.Name("server (hostname)", Rows.text(connection, "SELECT @@hostname")));
        for (String name : Rows.texts(connection, "SELECT SCHEMA_NAME FROM information_schema.SCHEMATA")) {
            if (!SYSTEMS.contains(name) && !name.matches(MADE)) {
                names.add(new Seen.Name("database beside it", name));
            }
        }
        return names;
    }

    @Override
    public String kindOfMark(Connection connection) throws SQLException {
        return Rows.text(
                connection,
                "SELECT TABLE_TYPE FROM information_schema.TABLES WHERE TABLE_SCHEMA = ? AND TABLE_NAME = 'stairway_mark'",
                database);
    }

    @Override
    public String table(String name) {
        return "`" + database + "`." + name;
    }

    private static String lock(String run) {
        return "stairway_run_" + run.substring(0, 32);
    }

    /** A lock of the server's ends with its session, however that ends. https://mariadb.com/kb/en/get_lock/ */
    @Override
    public void sign(Connection connection, String run) throws SQLException {
        if (!Rows.text(connection, "SELECT GET_LOCK(?, 0)", lock(run)).equals("1")) {
            throw new SQLException("The lock of this run is taken by somebody else");
        }
    }

    @Override
    public boolean alive(Connection connection, String run) throws SQLException {
        return !Rows.text(connection, "SELECT IS_FREE_LOCK(?)", lock(run)).equals("1");
    }

    /** Copies of a database are called like it, with a number behind. */
    @Override
    public void remove(Connection connection, String made) throws SQLException {
        for (String name : Rows.texts(
                connection,
                "SELECT SCHEMA_NAME FROM information_schema.SCHEMATA WHERE LEFT(SCHEMA_NAME, 41) = ?",
                made)) {
            if (name.matches(MADE)) {
                Rows.run(connection, "DROP DATABASE IF EXISTS `" + name + "`");
            }
        }
    }
}
