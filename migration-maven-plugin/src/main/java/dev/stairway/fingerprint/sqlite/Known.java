package dev.stairway.fingerprint.sqlite;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What the last reading saw.
 *
 * @param pages null before the first reading and while the database is too large
 * @param counters null before the first reading
 * @param roots root page by stored name of a table
 * @param tables by stored name
 */
record Known(
        Pages pages,
        Counters counters,
        List<Entry> entries,
        Map<String, Integer> roots,
        Map<String, SqliteTable> tables) {

    static final Known NOTHING = new Known(null, null, List.of(), Map.of(), Map.of());

    /** True when every virtual table keeps its rows in tables of its own. */
    boolean knownModules() {
        return entries.stream().noneMatch(Entry::isOfUnknownModule);
    }

    /** Stored names of the tables here whose rows the statements may have written. */
    Set<String> touched(Touches touches) {
        Set<String> names = new HashSet<>();
        roots.forEach((name, root) -> {
            if (touches.touched(root)) {
                names.add(name);
            }
        });
        return names;
    }

    /** True when the rows that were of the table are, and their values mean what they did. */
    boolean sameRows(Known before, SqliteTable table) {
        String name = table.storedName();
        SqliteTable was = before.tables.get(name);
        return was != null
                && was.name().equals(table.name())
                && was.shape().equals(table.shape())
                // Two tables of one shape may have swapped their names.
                && Objects.equals(roots.get(name), before.roots.get(name));
    }
}
