package dev.stairway.operate.health;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Who follows the log of a primary: https://www.postgresql.org/docs/current/monitoring-stats.html#MONITORING-PG-STAT-REPLICATION-VIEW */
final class PostgresReplication {

    private final Connection connection;
    private final HealthLimits limits;

    PostgresReplication(Connection connection, HealthLimits limits) {
        this.connection = connection;
        this.limits = limits;
    }

    List<Check> checks() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            try (ResultSet row = statement.executeQuery("SELECT pg_catalog.pg_is_in_recovery()")) {
                row.next();
                if (row.getBoolean(1)) {
                    return List.of(Check.skipped("replication", "a standby is asked by its primary"));
                }
            }
            return List.of(standbys(statement), slots(statement));
        }
    }

    private Check standbys(Statement statement) throws SQLException {
        List<String> all = new ArrayList<>();
        boolean hidden = false;
        boolean late = false;
        try (ResultSet rows = statement.executeQuery("""
                SELECT application_name, state,
                       pg_catalog.pg_wal_lsn_diff(pg_catalog.pg_current_wal_lsn(), replay_lsn)
                FROM pg_catalog.pg_stat_replication ORDER BY 1""")) {
            while (rows.next()) {
                long behind = rows.getLong(3);
                boolean unseen = rows.wasNull();
                hidden |= unseen;
                late |= behind > limits.lagBytes();
                all.add(rows.getString(1) + (unseen ? "" : " " + rows.getString(2) + ", " + behind + " bytes behind"));
            }
        }
        if (all.isEmpty()) {
            return Check.ok("replication", "nobody follows");
        }
        String seen = String.join("; ", all);
        if (hidden) {
            return Check.warning(
                    "replication", seen + "; how far behind is hidden", "GRANT pg_monitor to see how far they are");
        }
        return late
                ? Check.failed(
                        "replication", seen, "Let them catch up: a migration that rewrites a table adds all of it")
                : Check.ok("replication", seen);
    }

    private static Check slots(Statement statement) throws SQLException {
        List<String> idle = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("""
                SELECT pg_catalog.concat(slot_name, ' keeps ', pg_catalog.pg_size_pretty(
                         pg_catalog.pg_wal_lsn_diff(pg_catalog.pg_current_wal_lsn(), restart_lsn)), ' of log')
                FROM pg_catalog.pg_replication_slots WHERE NOT active AND restart_lsn IS NOT NULL ORDER BY 1""")) {
            while (rows.next()) {
                idle.add(rows.getString(1));
            }
        }
        return idle.isEmpty()
                ? Check.ok("replication slots", "none that nobody reads")
                : Check.warning(
                        "replication slots",
                        "nobody reads " + String.join("; ", idle),
                        "The log that an upgrade writes stays on the disk for them: drop those that nobody needs");
    }
}
