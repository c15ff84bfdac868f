package dev.stairway.fingerprint;

import dev.stairway.fingerprint.TableData.ColumnData;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The rows of a database by their logical values, to compare databases of different products: tables and columns go by their
 * plain names, whatever schema they are in and however the product writes names.
 *
 * <p>Every dialect hashes the same text for the same value of the types that both have: integers, {@code numeric} with a
 * declared scale, floating point, texts, binary, boolean, dates and times in ISO form and UTC, UUIDs in lower case. What
 * SQLite cannot keep apart (the scale of a {@code numeric} without one, the sign of a floating-point zero) differs.
 *
 * @param tables by plain name in lower case
 */
public record LogicalData(SortedMap<String, TableData> tables) {

    public LogicalData {
        tables = new TreeMap<>(tables);
    }

    /** Present rows. */
    public static LogicalData of(Fingerprinter fingerprinter) {
        return of(fingerprinter.tables().values());
    }

    /** @throws IllegalArgumentException when two tables of different schemas share their plain name */
    public static LogicalData of(Collection<TableData> tables) {
        TreeMap<String, TableData> plain = new TreeMap<>();
        for (TableData table : tables) {
            String name = plain(table.table());
            if (plain.put(name, renamed(table, name)) != null) {
                throw new IllegalArgumentException("two tables are called " + name);
            }
        }
        return new LogicalData(plain);
    }

    /** From these rows to the other ones, table by table and column by column; empty when they are equal. */
    public List<ObjectChange> differences(LogicalData other) {
        TreeMap<String, Change<TableData>> changes = new TreeMap<>();
        tables.forEach((name, table) -> changes.put(name, new Change<>(table, other.tables.get(name))));
        other.tables.forEach((name, table) -> changes.putIfAbsent(name, new Change<>(null, table)));
        return DifferenceText.data(Difference.NONE.then(new Difference(new TreeMap<>(), changes)));
    }

    /** Equal for equal rows, in whatever product. */
    public Digest digest() {
        StringBuilder text = new StringBuilder();
        for (TableData table : tables.values()) {
            text.append('\2').append(table.table()).append('\1').append(table.rows());
            for (Map.Entry<String, ColumnData> column : table.columns().entrySet()) {
                ColumnData data = column.getValue();
                text.append('\1').append(column.getKey()).append('\1').append(data.nonNull());
                text.append('\1').append(data.digest().hex());
            }
            text.append('\1').append(table.digest().hex());
        }
        return Hashing.of(text.toString());
    }

    private static String plain(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static TableData renamed(TableData table, String name) {
        TreeMap<String, ColumnData> columns = new TreeMap<>();
        table.columns().forEach((column, data) -> columns.put(column.toLowerCase(Locale.ROOT), data));
        return new TableData(name, table.rows(), columns, table.digest(), Optional.empty());
    }
}
