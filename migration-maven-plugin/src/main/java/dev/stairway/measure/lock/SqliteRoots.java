package dev.stairway.measure.lock;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the tables that a step writes anew. SQLite tells it of no statement; what can be known is this: a table that another
 * one took the place of begins on another page; DROP COLUMN and VACUUM write every row again by the manual. A table that is
 * updated as a whole stays where it is and is not among them.
 *
 * @see <a href="https://sqlite.org/lang_altertable.html#alter_table_drop_column">ALTER TABLE DROP COLUMN</a>
 */
final class SqliteRoots {

    private static final Pattern CHANGES_SCHEMA =
            Pattern.compile("\\b(create|alter|drop|vacuum)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern VACUUM =
            Pattern.compile("\\s*vacuum\\b(?!.*\\binto\\b).*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final String NAME = "(?:\"((?:[^\"]|\"\")+)\"|`([^`]+)`|\\[([^\\]]+)\\]|(\\w+))";
    private static final Pattern DROP_COLUMN = Pattern.compile(
            "\\balter\\s+table\\s+(?:" + NAME + "\\s*\\.\\s*)?" + NAME + "\\s+drop\\b", Pattern.CASE_INSENSITIVE);

    /** Where tables begin that others know, those included that the open transaction has dropped. */
    private final Map<String, Long> known = new TreeMap<>();
    /** Where all of them begin now. */
    private Map<String, Long> now = Map.of();

    /** Notes where the tables are, outside a transaction. */
    void note(Connection connection) throws SQLException {
        now = read(connection);
        ended();
    }

    /** Others know now what the transaction has made. */
    void ended() {
        known.clear();
        known.putAll(now);
    }

    /** Tables that the statement has written anew, of those that others know and that hold rows. */
    Set<String> writtenAnew(Connection raw, String sql) throws SQLException {
        if (!CHANGES_SCHEMA.matcher(sql).find()) {
            return Set.of();
        }
        now = read(raw);
        Set<String> moved = new TreeSet<>();
        Set<String> asTold = byManual(sql, known.keySet());
        for (Map.Entry<String, Long> table : now.entrySet()) {
            Long old = known.get(table.getKey());
            if (old != null
                    && (!old.equals(table.getValue()) || asTold.contains(table.getKey()))
                    && filled(raw, table.getKey())) {
                moved.add(table.getKey());
            }
            known.computeIfPresent(table.getKey(), (name, page) -> table.getValue());
        }
        return moved;
    }

    private static Set<String> byManual(String sql, Collection<String> tables) {
        Set<String> told = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        if (VACUUM.matcher(sql).matches()) {
            told.addAll(tables);
        }
        for (Matcher drop = DROP_COLUMN.matcher(sql); drop.find(); ) {
            for (int group = 5; group <= drop.groupCount(); group++) {
                if (drop.group(group) != null) {
                    told.add(drop.group(group).replace("\"\"", "\""));
                }
            }
        }
        return told;
    }

    private static Map<String, Long> read(Connection connection) throws SQLException {
        Map<String, Long> roots = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet tables = statement.executeQuery(
                        "SELECT name, rootpage FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'")) {
            while (tables.next()) {
                roots.put(tables.getString(1), tables.getLong(2));
            }
        }
        return roots;
    }

    private static boolean filled(Connection raw, String table) throws SQLException {
        try (Statement statement = raw.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT 1 FROM \"" + table.replace("\"", "\"\"") + "\" LIMIT 1")) {
            return row.next();
        }
    }
}
