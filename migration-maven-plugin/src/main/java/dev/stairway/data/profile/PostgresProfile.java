package dev.stairway.data.profile;

import dev.stairway.data.profile.ColumnProfile.TextLength;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What ANALYZE has left behind in PostgreSQL: https://www.postgresql.org/docs/current/view-pg-stats.html. Of common values and
 * bounds, only lengths and numbers of digits leave the server.
 */
final class PostgresProfile {

    private static final String OURS = "n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'"
            + " AND c.relkind IN ('r', 'p') AND NOT c.relispartition";

    /** A partitioned table that was not analysed itself has as many rows as its partitions. */
    private static final String TABLES = "SELECT n.nspname || '.' || c.relname,"
            + " CASE WHEN c.relkind = 'p' AND c.reltuples < 0 THEN (SELECT sum(greatest(l.reltuples, 0))"
            + " FROM pg_partition_tree(c.oid) t JOIN pg_class l ON l.oid = t.relid WHERE t.isleaf) ELSE c.reltuples END"
            + " FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE " + OURS;

    private static final String VALUES = "(SELECT v FROM unnest(s.most_common_vals::text::text[]) v UNION ALL"
            + " SELECT v FROM unnest(s.histogram_bounds::text::text[]) v)";

    private static final String COLUMNS = "SELECT n.nspname || '.' || c.relname, a.attname, s.null_frac, s.n_distinct,"
            + " s.most_common_freqs, s.avg_width, t.typcategory,"
            + " CASE t.typcategory WHEN 'S' THEN (SELECT min(length(v)) FROM " + VALUES + " x) END,"
            + " CASE t.typcategory WHEN 'S' THEN (SELECT max(length(v)) FROM " + VALUES + " x) END,"
            + " CASE t.typcategory WHEN 'S' THEN (SELECT avg(length(v)) FROM unnest(s.histogram_bounds::text::text[]) v) END,"
            + " CASE t.typcategory WHEN 'S' THEN (SELECT sum(length(v) * f)"
            + " FROM unnest(s.most_common_vals::text::text[], s.most_common_freqs) u(v, f)) END,"
            + " CASE t.typcategory WHEN 'N' THEN (SELECT max(length(split_part(ltrim(v, '-'), '.', 1))) FROM " + VALUES
            + " x WHERE v ~ '^-?[0-9]+([.][0-9]+)?$') END,"
            + " s.attname IS NOT NULL, c.reltuples"
            + " FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
            + " JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped"
            + " JOIN pg_type t ON t.oid = a.atttypid"
            + " LEFT JOIN pg_stats s ON s.schemaname = n.nspname AND s.tablename = c.relname AND s.attname = a.attname"
            + " AND s.inherited = (c.relkind = 'p') WHERE " + OURS + " ORDER BY 1, a.attnum";

    private final Connection connection;
    private final int timeoutSeconds;
    private final SortedMap<String, Long> rows = new TreeMap<>();
    private final Map<String, SortedMap<String, ColumnProfile>> columns = new TreeMap<>();
    private final List<String> missing = new ArrayList<>();

    PostgresProfile(Connection connection, int timeoutSeconds) {
        this.connection = connection;
        this.timeoutSeconds = timeoutSeconds;
    }

    Profile read() throws SQLException {
        connection.setReadOnly(true);
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET LOCAL statement_timeout = '" + timeoutSeconds + "s'");
            statement.execute("SET LOCAL lock_timeout = '2s'");
            // Names and operators of the server, whatever the user's path finds first.
            statement.execute("SET LOCAL search_path = pg_catalog");
            read(statement);
        } finally {
            connection.rollback();
        }
        SortedMap<String, TableProfile> tables = new TreeMap<>();
        rows.forEach((name, count) -> tables.put(name, new TableProfile(count, columns.get(name))));
        return new Profile(Profile.FORMAT_VERSION, "postgresql", tables, missing);
    }

    private void read(Statement statement) throws SQLException {
        try (ResultSet result = statement.executeQuery(TABLES)) {
            while (result.next()) {
                table(result.getString(1), Math.round(result.getDouble(2)));
            }
        }
        missing.sort(null);
        try (ResultSet result = statement.executeQuery(COLUMNS)) {
            while (result.next()) {
                column(result);
            }
        }
    }

    private void table(String name, long count) {
        if (count < 0) {
            missing.add(name + " was never analysed: run ANALYZE " + name);
        } else {
            rows.put(name, count);
        }
    }

    private void column(ResultSet result) throws SQLException {
        String table = result.getString(1);
        String column = result.getString(2);
        if (result.getBoolean(13)) {
            columns.computeIfAbsent(table, name -> new TreeMap<>()).put(column, profile(result));
        } else if (rows.getOrDefault(table, 0L) > 0) {
            missing.add(table + "." + column + " has no statistics: run ANALYZE " + table
                    + ", as a user that may read the table");
        }
    }

    private static ColumnProfile profile(ResultSet result) throws SQLException {
        double nulls = result.getDouble(3);
        double distinct = result.getDouble(4);
        Array frequencies = result.getArray(5);
        int digits = result.getInt(12);
        boolean noDigits = result.wasNull();
        return new ColumnProfile(
                ColumnProfile.rounded(nulls),
                distinct > 0 ? Math.round(distinct) : null,
                distinct < 0 ? ColumnProfile.rounded(Math.min(1, -distinct / Math.max(1e-9, 1 - nulls))) : null,
                frequencies == null ? List.of() : top((Float[]) frequencies.getArray()),
                result.getString(7).equals("S") ? lengths(result, nulls) : null,
                noDigits ? null : digits);
    }

    private static List<Double> top(Float[] frequencies) {
        List<Double> top = new ArrayList<>();
        for (int i = 0; i < Math.min(ColumnProfile.TOP, frequencies.length); i++) {
            top.add(ColumnProfile.rounded(frequencies[i]));
        }
        return top;
    }

    /** Bounds lie equally many rows apart, so that their average is that of all values that are not common ones. */
    private static TextLength lengths(ResultSet result, double nulls) throws SQLException {
        int min = result.getInt(8);
        if (result.wasNull()) {
            // Values of more than a kilobyte are in no list.
            int width = result.getInt(6);
            return width == 0 ? null : new TextLength(width, width, width);
        }
        int max = result.getInt(9);
        double others = result.getDouble(10);
        boolean onlyCommon = result.wasNull();
        double common = result.getDouble(11);
        double share = commonShare(result);
        double rest = onlyCommon ? 0 : Math.max(0, 1 - nulls - share);
        double average = (common + others * rest) / Math.max(1e-9, (onlyCommon ? 0 : rest) + share);
        return new TextLength(min, ColumnProfile.rounded(Math.min(max, Math.max(min, average))), max);
    }

    private static double commonShare(ResultSet result) throws SQLException {
        Array frequencies = result.getArray(5);
        double share = 0;
        if (frequencies != null) {
            for (Float each : (Float[]) frequencies.getArray()) {
                share += each;
            }
        }
        return share;
    }
}
