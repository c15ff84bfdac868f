package dev.stairway.data.profile;

import dev.stairway.data.jdbc.Names;
import dev.stairway.data.profile.ColumnProfile.TextLength;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sqlite.ProgressHandler;

/**
 * SQLite keeps no statistics worth the name, so rows are counted and columns looked at in a sample of bounded size. Only counts,
 * lengths and numbers of digits come back from the statements.
 */
final class SqliteProfile {

    private static final int SAMPLE = 20_000;

    /** Steps of SQLite's machine between two looks at the clock. */
    private static final int STEPS = 100_000;

    private final Connection connection;
    private final int timeoutSeconds;
    private final List<String> missing = new ArrayList<>();
    private volatile long deadline;

    SqliteProfile(Connection connection, int timeoutSeconds) {
        this.connection = connection;
        this.timeoutSeconds = timeoutSeconds;
    }

    Profile read() throws SQLException {
        ProgressHandler.setHandler(connection, STEPS, new ProgressHandler() {
            @Override
            protected int progress() {
                return System.nanoTime() > deadline ? 1 : 0;
            }
        });
        try (Statement statement = statement()) {
            // Reads one state from here on, whoever writes beside.
            statement.execute("BEGIN");
            SortedMap<String, TableProfile> tables = new TreeMap<>();
            for (String name : names(
                    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
                            + " AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name")) {
                table(name).ifPresent(table -> tables.put(name, table));
            }
            statement.execute("ROLLBACK");
            return new Profile(Profile.FORMAT_VERSION, "sqlite", tables, missing);
        } finally {
            ProgressHandler.clearHandler(connection);
        }
    }

    private Statement statement() throws SQLException {
        deadline = System.nanoTime() + timeoutSeconds * 1_000_000_000L;
        return connection.createStatement();
    }

    private List<String> names(String sql) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = statement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private Optional<TableProfile> table(String name) throws SQLException {
        try {
            long rows = number("SELECT count(*) FROM " + Names.quoted(name));
            String sample = sample(name, rows);
            SortedMap<String, ColumnProfile> columns = new TreeMap<>();
            String list = "SELECT name FROM pragma_table_xinfo('" + name.replace("'", "''") + "') WHERE hidden <> 1";
            for (String column : rows == 0 ? List.<String>of() : names(list)) {
                columns.put(column, column(sample, column, rows));
            }
            return Optional.of(new TableProfile(rows, columns));
        } catch (SQLException failure) {
            if (!String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT).contains("interrupt")) {
                throw failure;
            }
            missing.add(name + " takes longer than " + timeoutSeconds + " s to read: raise <profileTimeoutSeconds>");
            return Optional.empty();
        }
    }

    /** Rows that lie evenly apart by their number; those without a number from the front. */
    private String sample(String name, long rows) throws SQLException {
        String table = Names.quoted(name);
        boolean numbered =
                number("SELECT count(*) FROM pragma_table_list('" + name.replace("'", "''") + "') WHERE wr = 0") > 0;
        if (rows <= SAMPLE || !numbered) {
            return "(SELECT * FROM " + table + " LIMIT " + SAMPLE + ")";
        }
        long low = number("SELECT min(rowid) FROM " + table);
        long high = number("SELECT max(rowid) FROM " + table);
        long step = Math.max(1, (high - low) / SAMPLE + 1);
        return "(WITH RECURSIVE n(i) AS (SELECT " + low + " UNION ALL SELECT i + " + step + " FROM n WHERE i + " + step
                + " <= " + high + ") SELECT t.* FROM " + table
                + " t WHERE t.rowid IN (SELECT (SELECT min(r.rowid) FROM " + table
                + " r WHERE r.rowid >= n.i) FROM n))";
    }

    private ColumnProfile column(String sample, String column, long rows) throws SQLException {
        String c = Names.quoted(column);
        String text = "typeof(" + c + ") = 'text'";
        String number = "typeof(" + c + ") IN ('integer', 'real')";
        String sql = "SELECT count(*), count(" + c + "), min(CASE WHEN " + text + " THEN length(" + c
                + ") END), avg(CASE WHEN "
                + text + " THEN length(" + c + ") END), max(CASE WHEN " + text + " THEN length(" + c + ") END),"
                + " max(CASE WHEN " + number + " THEN length(printf('%.0f', abs(" + c + "))) END) FROM " + sample;
        List<Long> counts = counts(sample, c);
        try (Statement statement = statement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            long sampled = row.getLong(1);
            long present = row.getLong(2);
            int min = row.getInt(3);
            TextLength lengths =
                    row.wasNull() ? null : new TextLength(min, ColumnProfile.rounded(row.getDouble(4)), row.getInt(5));
            int digits = row.getInt(6);
            boolean noDigits = row.wasNull();
            Distinct distinct = Distinct.of(counts, present, rows * present / Math.max(1, sampled));
            return new ColumnProfile(
                    ColumnProfile.rounded(sampled == 0 ? 0 : 1 - (double) present / sampled),
                    distinct.number(),
                    distinct.fraction(),
                    counts.stream()
                            .filter(count -> count > 1 && count > sampled / 200)
                            .limit(ColumnProfile.TOP)
                            .map(count -> ColumnProfile.rounded((double) count / sampled))
                            .toList(),
                    lengths,
                    noDigits ? null : digits);
        }
    }

    /** How often each value is in the sample, the most common first. */
    private List<Long> counts(String sample, String c) throws SQLException {
        List<Long> counts = new ArrayList<>();
        try (Statement statement = statement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + sample + " WHERE " + c
                        + " IS NOT NULL GROUP BY " + c + " ORDER BY 1 DESC")) {
            while (rows.next()) {
                counts.add(rows.getLong(1));
            }
        }
        return counts;
    }

    private long number(String sql) throws SQLException {
        try (Statement statement = statement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }
}
