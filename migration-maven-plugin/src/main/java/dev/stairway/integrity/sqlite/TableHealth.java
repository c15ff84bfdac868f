package dev.stairway.integrity.sqlite;

import dev.stairway.integrity.Kind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What {@code PRAGMA quick_check} says of one table: CHECK, NOT NULL and the types of a strict table row by row, and whether
 * its pages are well. It does not compare tables with their indexes, for which {@code integrity_check} takes several times
 * as long.
 *
 * @see <a href="https://www.sqlite.org/pragma.html#pragma_quick_check">PRAGMA quick_check</a>
 */
final class TableHealth {

    /** It stops at so many messages. */
    static final int MESSAGES = 100;

    private static final Pattern TYPE = Pattern.compile("(non-\\w+|NUMERIC|TEXT) value in .*");

    private final Map<Kind, Map<String, Long>> messages = new EnumMap<>(Kind.class);
    private int count;

    private TableHealth() {}

    static TableHealth of(Connection connection, String table) throws SQLException {
        TableHealth health = new TableHealth();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA main.quick_check(" + Names.literal(table) + ")")) {
            while (row.next()) {
                if (!"ok".equals(row.getString(1))) {
                    health.add(row.getString(1));
                }
            }
        }
        return health;
    }

    private void add(String message) {
        count++;
        messages.computeIfAbsent(kind(message), kind -> new TreeMap<>()).merge(message, 1L, Long::sum);
    }

    private static Kind kind(String message) {
        if (message.startsWith("CHECK constraint failed")) {
            return Kind.CHECK_VIOLATED;
        }
        if (message.startsWith("NULL value in ")) {
            return Kind.NOT_NULL_VIOLATED;
        }
        if (message.startsWith("non-unique entry in index ")) {
            return Kind.DUPLICATE_KEYS;
        }
        return TYPE.matcher(message).matches() ? Kind.TYPE_VIOLATED : Kind.STORAGE_DAMAGED;
    }

    /** Rows of which it complains in this way. */
    long rows(Kind kind) {
        return messages.getOrDefault(kind, Map.of()).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** The messages, each once. */
    Map<String, Long> messages(Kind kind) {
        return messages.getOrDefault(kind, Map.of());
    }

    boolean exact() {
        return count < MESSAGES;
    }
}
