package dev.stairway.operate.health;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** PostgreSQL: https://www.postgresql.org/docs/current/monitoring-stats.html. Every name is qualified. */
final class PostgresHealth {

    private static final int OLDEST = 14;

    private final Connection connection;
    private final HealthLimits limits;

    PostgresHealth(Connection connection, HealthLimits limits) {
        this.connection = connection;
        this.limits = limits;
    }

    List<Check> checks() throws SQLException {
        List<Check> checks = new ArrayList<>();
        checks.add(version());
        checks.add(role());
        checks.add(privileges());
        checks.add(ownership());
        checks.add(disk());
        checks.add(connections());
        checks.addAll(locks());
        checks.addAll(new PostgresReplication(connection, limits).checks());
        checks.add(transactions());
        checks.add(prepared());
        checks.add(
                Check.none(
                        "invalid indexes",
                        texts("""
                        SELECT i.indexrelid::pg_catalog.regclass::pg_catalog.text FROM pg_catalog.pg_index i
                        WHERE NOT i.indisvalid OR NOT i.indisready ORDER BY 1"""),
                        "DROP INDEX CONCURRENTLY each, and create it again: it is what CREATE INDEX CONCURRENTLY leaves when it fails"));
        checks.add(notValidated());
        return checks;
    }

    private Check version() throws SQLException {
        int major = Integer.parseInt(text("SHOW server_version_num")) / 10_000;
        return major >= OLDEST
                ? Check.ok("version", "PostgreSQL " + major)
                : Check.failed("version", "PostgreSQL " + major, "Upgrade the server: " + OLDEST + " is the oldest");
    }

    private Check role() throws SQLException {
        return "t"
                        .equals(text("SELECT pg_catalog.pg_is_in_recovery()::pg_catalog.text")
                                .substring(0, 1))
                ? Check.failed("role of the server", "a standby, which takes no writes", "Name the primary")
                : Check.ok("role of the server", "primary");
    }

    private Check privileges() throws SQLException {
        String user = text("SELECT pg_catalog.quote_ident(CURRENT_USER)");
        String schema = text("SELECT pg_catalog.quote_ident(pg_catalog.current_schema())");
        if (schema == null) {
            return Check.failed(
                    "privileges",
                    user + " has no schema to create tables in",
                    "Let search_path of " + user + " begin with a schema that is there");
        }
        boolean may =
                text("SELECT pg_catalog.has_schema_privilege(pg_catalog.current_schema(), 'CREATE')::pg_catalog.text")
                        .startsWith("t");
        return may
                ? Check.ok("privileges", user + " may create in schema " + schema)
                : Check.failed(
                        "privileges",
                        user + " may not create in schema " + schema,
                        "GRANT CREATE, USAGE ON SCHEMA " + schema + " TO " + user);
    }

    private Check ownership() throws SQLException {
        List<String> others = texts("""
                SELECT c.oid::pg_catalog.regclass::pg_catalog.text FROM pg_catalog.pg_class c
                WHERE c.relnamespace = pg_catalog.current_schema()::pg_catalog.regnamespace AND c.relkind IN ('r', 'p')
                  AND NOT pg_catalog.pg_has_role(c.relowner, 'USAGE') ORDER BY 1""");
        return others.isEmpty()
                ? Check.ok("ownership", "of all tables in the schema")
                : Check.warning(
                        "ownership",
                        "somebody else owns " + firsts(others),
                        "Only owners may alter a table: GRANT the role that owns them");
    }

    private static String firsts(List<String> names) {
        return String.join(", ", names.subList(0, Math.min(5, names.size())))
                + (names.size() > 5 ? " and " + (names.size() - 5) + " more" : "");
    }

    private Check disk() throws SQLException {
        String size =
                text("SELECT pg_catalog.pg_size_pretty(pg_catalog.pg_database_size(pg_catalog.current_database()))");
        return Check.skipped("disk", "the database takes " + size + "; what is left, the server tells nobody by SQL");
    }

    private Check connections() throws SQLException {
        int used = Integer.parseInt(text(
                "SELECT pg_catalog.count(*) FROM pg_catalog.pg_stat_activity WHERE backend_type = 'client backend'"));
        int most = Integer.parseInt(text("SHOW max_connections"));
        String seen = used + " of " + most + " are used";
        return used > most * 0.9
                ? Check.warning("connections", seen, "An upgrade needs up to three: free some")
                : Check.ok("connections", seen);
    }

    /** https://docs.liquibase.com/concepts/tracking-tables/databasechangeloglock-table.html */
    private List<Check> locks() throws SQLException {
        List<String> held = new ArrayList<>();
        for (String table : texts("""
                SELECT c.oid::pg_catalog.regclass::pg_catalog.text FROM pg_catalog.pg_class c
                WHERE pg_catalog.lower(c.relname) = 'databasechangeloglock' AND c.relkind = 'r'
                  AND pg_catalog.has_table_privilege(c.oid, 'SELECT')""")) {
            held.addAll(texts(
                    "SELECT '" + table.replace("'", "''") + ": ' || pg_catalog.concat(lockedby, ' since ', lockgranted)"
                            + " FROM " + table + " WHERE locked"));
        }
        return List.of(Check.none(
                "lock of Liquibase",
                held,
                "Wait for who has it. If that run was killed: UPDATE databasechangeloglock SET locked = FALSE, lockgranted ="
                        + " NULL, lockedby = NULL"));
    }

    private Check transactions() throws SQLException {
        List<String> found = texts("""
                SELECT pg_catalog.concat('pid ', pid, ' of ', usename, ', ', state, ', open for ',
                       pg_catalog.date_trunc('second', pg_catalog.clock_timestamp() - xact_start))
                FROM pg_catalog.pg_stat_activity
                WHERE datname = pg_catalog.current_database() AND pid <> pg_catalog.pg_backend_pid()
                  AND xact_start < pg_catalog.clock_timestamp() - pg_catalog.make_interval(secs => %s)
                ORDER BY xact_start LIMIT 10""".formatted(seconds()));
        // Of sessions of other roles, a user without the right to see them gets pid and name alone.
        String hidden = text("""
                SELECT pg_catalog.count(*) FROM pg_catalog.pg_stat_activity
                WHERE datname = pg_catalog.current_database() AND pid <> pg_catalog.pg_backend_pid()
                  AND NOT pg_catalog.pg_has_role(usesysid, 'USAGE')
                  AND NOT pg_catalog.pg_has_role('pg_read_all_stats', 'USAGE')""");
        if (found.isEmpty() && !hidden.equals("0")) {
            return Check.warning(
                    "long transactions",
                    "none that can be seen; " + hidden + " sessions of others are hidden",
                    "GRANT pg_read_all_stats to this user to see them");
        }
        return Check.none(
                "long transactions",
                found,
                "Let them end, or SELECT pg_terminate_backend(pid): a migration that needs their tables waits for them, and"
                        + " everybody waits behind it");
    }

    private Check prepared() throws SQLException {
        List<String> found = texts("""
                SELECT pg_catalog.concat(gid, ' of ', owner, ', for ',
                       pg_catalog.date_trunc('second', pg_catalog.clock_timestamp() - prepared))
                FROM pg_catalog.pg_prepared_xacts WHERE database = pg_catalog.current_database()
                  AND prepared < pg_catalog.clock_timestamp() - pg_catalog.make_interval(secs => %s)
                ORDER BY prepared LIMIT 10""".formatted(seconds()));
        return Check.none(
                "prepared transactions",
                found,
                "COMMIT PREPARED or ROLLBACK PREPARED each: they keep their locks for ever");
    }

    private String seconds() {
        return String.format(Locale.ROOT, "%.3f", limits.transaction().toMillis() / 1000.0);
    }

    private Check notValidated() throws SQLException {
        List<String> found = texts("""
                SELECT pg_catalog.concat(k.conname, ' on ', k.conrelid::pg_catalog.regclass) FROM pg_catalog.pg_constraint k
                WHERE NOT k.convalidated AND k.conrelid <> 0 ORDER BY 1""");
        return found.isEmpty()
                ? Check.ok("constraints", "all are valid")
                : Check.warning("constraints", "not valid: " + firsts(found), "ALTER TABLE … VALIDATE CONSTRAINT each");
    }

    private String text(String sql) throws SQLException {
        return texts(sql).get(0);
    }

    private List<String> texts(String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
