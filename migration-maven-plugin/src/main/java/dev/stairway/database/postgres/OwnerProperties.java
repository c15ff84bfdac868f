package dev.stairway.database.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The same as {@link DatabaseProperties} for an owner who is no superuser, by the commands that the manual knows: settings,
 * rights, limit, comment and owner of a database.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-alterdatabase.html">ALTER DATABASE</a>
 */
final class OwnerProperties {

    /** Their values are lists of quoted names, kept as they are to be written; see GUC_LIST_QUOTE in the server's source. */
    private static final Set<String> LISTS = Set.of(
            "local_preload_libraries",
            "search_path",
            "session_preload_libraries",
            "shared_preload_libraries",
            "temp_tablespaces",
            "unix_socket_directories");

    private static final String SETTINGS = """
            SELECT CASE WHEN s.setrole <> 0 THEN pg_catalog.pg_get_userbyid(s.setrole) END, c
              FROM pg_catalog.pg_db_role_setting s CROSS JOIN pg_catalog.unnest(s.setconfig) c
             WHERE s.setdatabase = (SELECT d.oid FROM pg_catalog.pg_database d WHERE d.datname = ?)
            """;

    /** In the order of the list, in which the owner's own rights come before those that they give. */
    private static final String RIGHTS = """
            SELECT CASE WHEN a.grantee = 0 THEN NULL ELSE pg_catalog.pg_get_userbyid(a.grantee) END, a.privilege_type,
                   a.is_grantable
              FROM pg_catalog.pg_database d CROSS JOIN pg_catalog.aclexplode(d.datacl) a WHERE d.datname = ?
            """;

    private static final String REST = """
            SELECT d.datacl IS NOT NULL, d.datconnlimit, pg_catalog.shobj_description(d.oid, 'pg_database'),
                   pg_catalog.pg_get_userbyid(d.datdba), SESSION_USER
              FROM pg_catalog.pg_database d WHERE d.datname = ?
            """;

    private OwnerProperties() {}

    static void copy(Connection connection, String from, String to) throws SQLException {
        List<String> commands = new ArrayList<>(settings(connection, from, to));
        try (PreparedStatement statement = connection.prepareStatement(REST)) {
            statement.setString(1, from);
            try (ResultSet row = statement.executeQuery()) {
                if (row.next()) {
                    rest(connection, row, from, to, commands);
                }
            }
        }
        try (Statement statement = connection.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        }
    }

    private static List<String> settings(Connection connection, String from, String to) throws SQLException {
        List<String> commands = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(SETTINGS)) {
            statement.setString(1, from);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    String role = rows.getString(1);
                    String whose = role == null
                            ? "ALTER DATABASE " + Admin.quote(to)
                            : "ALTER ROLE " + Admin.quote(role) + " IN DATABASE " + Admin.quote(to);
                    commands.add(whose + " SET " + setting(rows.getString(2)));
                }
            }
        }
        return commands;
    }

    static String setting(String stored) {
        int equal = stored.indexOf('=');
        String name = stored.substring(0, equal);
        String value = stored.substring(equal + 1);
        String written = LISTS.contains(name) && !value.isEmpty() ? value : Admin.literal(value);
        return Admin.quote(name).replace(".", "\".\"") + " TO " + written;
    }

    private static void rest(Connection connection, ResultSet row, String from, String to, List<String> commands)
            throws SQLException {
        String name = Admin.quote(to);
        if (row.getBoolean(1)) {
            commands.add("REVOKE ALL ON DATABASE " + name + " FROM PUBLIC");
            commands.addAll(rights(connection, from, name));
        }
        if (row.getInt(2) >= 0) {
            commands.add("ALTER DATABASE " + name + " CONNECTION LIMIT " + row.getInt(2));
        }
        if (row.getString(3) != null) {
            commands.add("COMMENT ON DATABASE " + name + " IS " + Admin.literal(row.getString(3)));
        }
        if (!row.getString(4).equals(row.getString(5))) {
            commands.add("ALTER DATABASE " + name + " OWNER TO " + Admin.quote(row.getString(4)));
        }
    }

    private static List<String> rights(Connection connection, String from, String name) throws SQLException {
        List<String> commands = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(RIGHTS)) {
            statement.setString(1, from);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    String grantee = rows.getString(1) == null ? "PUBLIC" : Admin.quote(rows.getString(1));
                    commands.add("GRANT " + rows.getString(2) + " ON DATABASE " + name + " TO " + grantee
                            + (rows.getBoolean(3) ? " WITH GRANT OPTION" : ""));
                }
            }
        }
        return commands;
    }
}
