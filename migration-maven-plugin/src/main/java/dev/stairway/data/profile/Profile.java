package dev.stairway.data.profile;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How the tables of a database are filled.
 *
 * @param formatVersion of the file
 * @param product lower-case name of the database's product
 * @param tables by qualified name
 * @param missing what the statistics did not tell, one line each
 */
@JsonPropertyOrder({"formatVersion", "product", "tables", "missing"})
public record Profile(
        String formatVersion, String product, SortedMap<String, TableProfile> tables, List<String> missing) {

    public static final String FORMAT_VERSION = "1.0";

    /** Of no database. */
    public static final Profile NONE = new Profile(FORMAT_VERSION, "", new TreeMap<>(), List.of());

    public Profile {
        tables = tables == null ? new TreeMap<>() : Collections.unmodifiableSortedMap(new TreeMap<>(tables));
        missing = missing == null ? List.of() : List.copyOf(missing);
    }

    /** A table by its qualified name, else by its plain one, so that a profile of one product serves another. */
    public Optional<TableProfile> table(String qualified, String plain) {
        TableProfile exact = tables.get(qualified);
        return exact != null
                ? Optional.of(exact)
                : tables.entrySet().stream()
                        .filter(entry -> plain(entry.getKey()).equalsIgnoreCase(plain))
                        .map(Map.Entry::getValue)
                        .findFirst();
    }

    /** Rows by qualified name and by plain lower-case name; what is too many for a table here is cut off. */
    public Map<String, Integer> rows() {
        Map<String, Integer> rows = new HashMap<>();
        tables.forEach((name, table) -> {
            int number = (int) Math.min(Integer.MAX_VALUE, table.rows());
            rows.putIfAbsent(plain(name).toLowerCase(Locale.ROOT), number);
            rows.put(name, number);
        });
        return rows;
    }

    /** Only its numbers of rows, and none above this one; a table that is empty there is checked with rows all the same. */
    public Profile rowsAtMost(long rows) {
        SortedMap<String, TableProfile> smaller = new TreeMap<>();
        tables.forEach((name, table) -> {
            if (table.rows() > 0) {
                smaller.put(name, table.rowsAtMost(rows));
            }
        });
        return new Profile(formatVersion, product, smaller, missing);
    }

    private static String plain(String qualified) {
        return qualified.substring(qualified.lastIndexOf('.') + 1);
    }
}
