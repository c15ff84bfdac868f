package dev.stairway.database.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * What a server that the user named says of itself, of the named database and of the user's rights.
 *
 * @param server the server's own number, which a copy of its files keeps and a new server does not
 * @param database OID of the named database
 * @param standbys connections that receive the write-ahead log
 * @param slots places in the log that somebody will read from
 * @param synchronous names of standbys that commits wait for; empty for none
 * @param others names of the other databases but templates
 * @param serverBytes of all databases that the user may measure
 */
record NamedFacts(
        int major,
        String version,
        String server,
        long database,
        boolean template,
        String owner,
        boolean recovering,
        String clusterName,
        long standbys,
        long slots,
        String synchronous,
        List<String> others,
        long serverBytes,
        long databaseBytes,
        Role role) {

    private static final int NUMBERS_PER_MAJOR = 10_000;

    private static final String SQL = """
            SELECT pg_catalog.current_setting('server_version_num')::int AS version_number,
                   pg_catalog.current_setting('server_version') AS version,
                   (SELECT c.system_identifier::text FROM pg_catalog.pg_control_system() c) AS server,
                   d.oid AS database, d.datistemplate AS template, pg_catalog.pg_get_userbyid(d.datdba) AS owner,
                   pg_catalog.pg_is_in_recovery() AS recovering,
                   pg_catalog.current_setting('cluster_name') AS cluster_name,
                   (SELECT pg_catalog.count(*) FROM pg_catalog.pg_stat_replication) AS standbys,
                   (SELECT pg_catalog.count(*) FROM pg_catalog.pg_replication_slots) AS slots,
                   pg_catalog.current_setting('synchronous_standby_names') AS synchronous,
                   (SELECT pg_catalog.array_agg(o.datname::text ORDER BY o.datname) FROM pg_catalog.pg_database o
                     WHERE o.oid <> d.oid AND NOT o.datistemplate) AS others,
                   (SELECT pg_catalog.sum(pg_catalog.pg_database_size(s.oid)) FROM pg_catalog.pg_database s
                     WHERE pg_catalog.has_database_privilege(s.oid, 'CONNECT')) AS server_bytes,
                   pg_catalog.pg_database_size(d.oid) AS database_bytes,
                   r.rolname AS role, r.rolsuper, r.rolcreatedb, r.rolcreaterole, r.rolconnlimit
              FROM pg_catalog.pg_database d, pg_catalog.pg_roles r
             WHERE d.datname = pg_catalog.current_database() AND r.rolname = SESSION_USER
            """;

    /**
     * Whom the server takes us for.
     *
     * @param connections how many it may have; negative for any number
     */
    record Role(String name, boolean superuser, boolean createsDatabases, boolean createsRoles, int connections) {

        /** True where what it does is not confined to the databases that it owns. */
        boolean reachesFar() {
            return superuser || createsRoles;
        }
    }

    static NamedFacts read(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(SQL)) {
            row.next();
            Role role = new Role(
                    row.getString("role"),
                    row.getBoolean("rolsuper"),
                    row.getBoolean("rolsuper") || row.getBoolean("rolcreatedb"),
                    row.getBoolean("rolcreaterole"),
                    row.getInt("rolconnlimit"));
            return of(row, role);
        }
    }

    private static NamedFacts of(ResultSet row, Role role) throws SQLException {
        java.sql.Array others = row.getArray("others");
        return new NamedFacts(
                row.getInt("version_number") / NUMBERS_PER_MAJOR,
                row.getString("version").split(" ", 2)[0],
                row.getString("server"),
                row.getLong("database"),
                row.getBoolean("template"),
                row.getString("owner"),
                row.getBoolean("recovering"),
                row.getString("cluster_name"),
                row.getLong("standbys"),
                row.getLong("slots"),
                row.getString("synchronous"),
                others == null ? List.of() : List.of((String[]) others.getArray()),
                row.getLong("server_bytes"),
                row.getLong("database_bytes"),
                role);
    }
}
