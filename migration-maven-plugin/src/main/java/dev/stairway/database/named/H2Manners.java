package dev.stairway.database.named;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** H2 behind its own server. Runs work in schemas of one database, so that one of them at a time is let in. */
final class H2Manners implements Manners {

    private static final String OBJECTS = """
            SELECT 'table ' || TABLE_SCHEMA || '.' || TABLE_NAME FROM INFORMATION_SCHEMA.TABLES
             WHERE TABLE_SCHEMA <> 'INFORMATION_SCHEMA'
               AND NOT (TABLE_SCHEMA = 'PUBLIC' AND TABLE_NAME IN ('STAIRWAY_MARK', 'STAIRWAY_MADE'))
               AND NOT REGEXP_LIKE(TABLE_SCHEMA, '^STAIRWAY_[0-9A-F]{32}$')
            UNION ALL SELECT 'schema ' || SCHEMA_NAME FROM INFORMATION_SCHEMA.SCHEMATA
             WHERE SCHEMA_NAME NOT IN ('INFORMATION_SCHEMA', 'PUBLIC')
               AND NOT REGEXP_LIKE(SCHEMA_NAME, '^STAIRWAY_[0-9A-F]{32}$')
            UNION ALL SELECT 'routine ' || ROUTINE_NAME FROM INFORMATION_SCHEMA.ROUTINES WHERE ROUTINE_SCHEMA = 'PUBLIC'
            UNION ALL SELECT 'sequence ' || SEQUENCE_NAME FROM INFORMATION_SCHEMA.SEQUENCES WHERE SEQUENCE_SCHEMA = 'PUBLIC'
            UNION ALL SELECT 'domain ' || DOMAIN_NAME FROM INFORMATION_SCHEMA.DOMAINS WHERE DOMAIN_SCHEMA = 'PUBLIC'
            UNION ALL SELECT 'constant ' || CONSTANT_NAME FROM INFORMATION_SCHEMA.CONSTANTS WHERE CONSTANT_SCHEMA = 'PUBLIC'
            UNION ALL SELECT 'trigger ' || TRIGGER_NAME FROM INFORMATION_SCHEMA.TRIGGERS WHERE TRIGGER_SCHEMA = 'PUBLIC'
            UNION ALL SELECT 'user ' || USER_NAME FROM INFORMATION_SCHEMA.USERS WHERE USER_NAME <> CURRENT_USER
            FETCH FIRST 4 ROWS ONLY
            """;

    private static final String SETTING =
            "SELECT SETTING_VALUE FROM INFORMATION_SCHEMA.SETTINGS WHERE SETTING_NAME = ?";

    @Override
    public List<String> everybodys() {
        return List.of("test", "~/test", "./test");
    }

    /** H2 knows no session that only reads; what is sent are queries alone. */
    @Override
    public void beginReading(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
    }

    @Override
    public Seen look(Connection connection) throws SQLException {
        return new Seen(
                server(connection),
                Rows.text(connection, "SELECT CURRENT_USER"),
                List.of(new Seen.Name("database file", server(connection))),
                Rows.texts(connection, OBJECTS),
                inUse(connection),
                Rows.texts(
                        connection,
                        "SELECT USER_NAME || ' since ' || SESSION_START FROM INFORMATION_SCHEMA.SESSIONS"
                                + " WHERE SESSION_ID <> SESSION_ID() FETCH FIRST 3 ROWS ONLY"),
                unseen(connection),
                bytes(connection));
    }

    private static List<String> inUse(Connection connection) throws SQLException {
        List<String> signs = new ArrayList<>();
        if (Rows.text(connection, "SELECT READONLY()").equalsIgnoreCase("true")) {
            signs.add("the database is set to read only");
        }
        String cluster = Rows.text(connection, SETTING, "CLUSTER");
        if (!cluster.isEmpty() && !cluster.equals("''")) {
            signs.add("it is one of the cluster " + cluster);
        }
        return signs;
    }

    /** Others' sessions and users are shown to administrators alone. */
    private static List<Seen.Unseen> unseen(Connection connection) throws SQLException {
        boolean administrator = Rows.text(
                        connection, "SELECT IS_ADMIN FROM INFORMATION_SCHEMA.USERS WHERE USER_NAME = CURRENT_USER")
                .equalsIgnoreCase("true");
        return administrator
                ? List.of()
                : List.of(new Seen.Unseen(
                        "the sessions of others",
                        "ALTER USER … ADMIN TRUE, or name a database of which the user is one"));
    }

    private static long bytes(Connection connection) throws SQLException {
        String size = Rows.text(connection, SETTING, "info.FILE_SIZE");
        return size.isEmpty() ? 0 : Long.parseLong(size);
    }

    /** The path of the file, which no copy beside it has. */
    @Override
    public String server(Connection connection) throws SQLException {
        String path = Rows.text(connection, "SELECT DATABASE_PATH()");
        return path.equals("null") ? "in memory" : path;
    }

    @Override
    public String kindOfMark(Connection connection) throws SQLException {
        return Rows.text(
                connection,
                "SELECT TABLE_TYPE FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA = 'PUBLIC'"
                        + " AND TABLE_NAME = 'STAIRWAY_MARK'");
    }

    @Override
    public String table(String name) {
        return "PUBLIC." + name;
    }

    /** Its sessions keep every other run away. */
    @Override
    public void sign(Connection connection, String run) {
        // Nothing to be done.
    }

    /** No: it would have been seen. */
    @Override
    public boolean alive(Connection connection, String run) {
        return false;
    }

    @Override
    public void remove(Connection connection, String made) throws SQLException {
        Rows.run(connection, "DROP SCHEMA IF EXISTS " + made + " CASCADE");
    }
}
