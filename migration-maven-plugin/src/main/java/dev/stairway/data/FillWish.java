package dev.stairway.data;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * How many rows tables should have.
 *
 * @param rows that every table should have at least which is not named
 * @param byTable the same for single tables, by unqualified lower-case or by qualified name, which goes first
 * @param excluded unqualified lower-case names of tables that must not be touched
 */
public record FillWish(int rows, Map<String, Integer> byTable, Set<String> excluded) {

    public FillWish {
        byTable = Map.copyOf(byTable);
        excluded = Set.copyOf(excluded);
    }

    /** The same number of rows for every table. */
    public static FillWish of(int rows, Set<String> excluded) {
        return new FillWish(rows, Map.of(), excluded);
    }

    /** Rows that the table should have at least. */
    int of(String qualified, String plain) {
        String name = plain.toLowerCase(Locale.ROOT);
        return byTable.getOrDefault(qualified, byTable.getOrDefault(name, rows));
    }

    boolean excludes(String plain) {
        return excluded.contains(plain.toLowerCase(Locale.ROOT));
    }

    /** The most rows that any table should have. */
    int most() {
        return byTable.values().stream().mapToInt(Integer::intValue).reduce(rows, Math::max);
    }
}
