package dev.stairway.database.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Objects of the named database that nobody but a user can have made; those of the mark are left out. */
final class NamedObjects {

    /** What the server brings along has lower numbers: https://www.postgresql.org/docs/current/system-catalog-initial-data.html */
    private static final String USERS = ".oid >= 16384";

    private static final String SQL = """
            SELECT o.what FROM (
              SELECT CASE c.relkind WHEN 'r' THEN 'table' WHEN 'p' THEN 'table' WHEN 'v' THEN 'view' WHEN 'S' THEN 'sequence'
                       WHEN 'm' THEN 'materialized view' WHEN 'f' THEN 'foreign table' ELSE 'relation' END
                     || ' ' || n.nspname || '.' || c.relname AS what
                FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
               WHERE c{users} AND n.nspname <> 'pg_toast' AND n.nspname NOT LIKE 'pg\\_temp\\_%'
                 AND n.nspname NOT LIKE 'pg\\_toast\\_temp\\_%'
                 AND (n.nspname, c.relname) NOT IN (('stairway', 'mark'), ('stairway', 'made'), ('stairway', 'made_pkey'))
              UNION ALL SELECT 'schema ' || nspname FROM pg_catalog.pg_namespace x WHERE x{users}
                 AND nspname NOT IN ('stairway', 'public') AND nspname NOT LIKE 'pg\\_temp\\_%'
                 AND nspname NOT LIKE 'pg\\_toast\\_temp\\_%'
              UNION ALL SELECT 'function ' || proname FROM pg_catalog.pg_proc x WHERE x{users}
              UNION ALL SELECT 'type ' || typname FROM pg_catalog.pg_type x WHERE x{users} AND x.typrelid = 0
                 AND NOT EXISTS (SELECT FROM pg_catalog.pg_type e WHERE e.typarray = x.oid)
              UNION ALL SELECT 'extension ' || extname FROM pg_catalog.pg_extension x WHERE x{users}
              UNION ALL SELECT 'large object ' || x.oid FROM pg_catalog.pg_largeobject_metadata x
              UNION ALL SELECT 'operator ' || oprname FROM pg_catalog.pg_operator x WHERE x{users}
              UNION ALL SELECT 'cast ' || x.oid FROM pg_catalog.pg_cast x WHERE x{users}
              UNION ALL SELECT 'collation ' || collname FROM pg_catalog.pg_collation x WHERE x{users}
              UNION ALL SELECT 'language ' || lanname FROM pg_catalog.pg_language x WHERE x{users}
              UNION ALL SELECT 'text search configuration ' || cfgname FROM pg_catalog.pg_ts_config x WHERE x{users}
              UNION ALL SELECT 'event trigger ' || evtname FROM pg_catalog.pg_event_trigger x
              UNION ALL SELECT 'foreign data wrapper ' || fdwname FROM pg_catalog.pg_foreign_data_wrapper x
              UNION ALL SELECT 'publication ' || pubname FROM pg_catalog.pg_publication x
              UNION ALL SELECT 'subscription ' || s.subname FROM pg_catalog.pg_subscription s
                 WHERE s.subdbid = (SELECT d.oid FROM pg_catalog.pg_database d WHERE d.datname = pg_catalog.current_database())
            ) o ORDER BY 1 LIMIT 4
            """.replace("{users}", USERS);

    private NamedObjects() {}

    /** At most four of them, by kind and name. */
    static List<String> some(Connection connection) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SQL)) {
            while (rows.next()) {
                found.add(rows.getString(1).replaceAll("\\p{Cntrl}", "?"));
            }
        }
        return found;
    }
}
