package dev.stairway.report.view;

import dev.stairway.report.document.Metrics;
import java.util.HashSet;
import java.util.Set;

/**
 * What things are called in the world of a database.
 *
 * @param item one piece of data
 * @param items the same as a title
 * @param filled what a cell was filled up with, after the number
 * @param schema title of what up changed beside the data
 * @param statements title of what was sent to the database
 */
public record Words(String item, String items, String filled, String schema, String statements) {

    private static final Words TABLES = new Words("row", "Rows", "per table", "Schema changes", "SQL");
    private static final Words KEYS = new Words("key", "Keys", "per pattern", "Key patterns and functions", "Commands");
    private static final Set<String> KEY_VALUE = Set.of("redis", "valkey");

    /** Which databases of a document hold keys. */
    static final class ByDatabase {

        private final Set<String> keyValue = new HashSet<>();

        ByDatabase(Metrics metrics) {
            metrics.databases().stream()
                    .filter(entry -> KEY_VALUE.contains(entry.product()))
                    .forEach(entry -> keyValue.add(entry.id()));
        }

        Words of(String database) {
            return keyValue.contains(database) ? KEYS : TABLES;
        }
    }

    /** For example {@code 200 keys per pattern}. */
    String filledUp(long number) {
        return number == 0 ? "nothing" : Units.count(number, item) + " " + filled;
    }
}
