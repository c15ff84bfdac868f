package dev.stairway.compare.schema;

import java.util.Comparator;

/**
 * One thing in a schema by what it is the same in every product.
 *
 * @param table in lower case; the view's name for a view
 * @param label of a column its name, of a key or index its columns, of a check its condition; empty for the others
 */
public record Item(String table, Part part, String label) implements Comparable<Item> {

    private static final Comparator<Item> ORDER =
            Comparator.comparing(Item::table).thenComparing(Item::part).thenComparing(Item::label);

    /** For people and patterns: {@code customer}, {@code customer.name}, {@code customer foreign key (city_id) -> city}. */
    public String subject() {
        return switch (part) {
            case TABLE, VIEW -> table;
            case COLUMN -> table + "." + label;
            default -> table + " " + part.words() + (label.isEmpty() ? "" : " " + label);
        };
    }

    @Override
    public int compareTo(Item other) {
        return ORDER.compare(this, other);
    }
}
