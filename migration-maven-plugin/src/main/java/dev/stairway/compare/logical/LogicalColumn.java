package dev.stairway.compare.logical;

/**
 * A column.
 *
 * @param name in lower case
 * @param nullable NULL may be stored: neither NOT NULL nor part of a primary key that forbids it
 * @param defaultText normalised: what is the same everywhere is written the same; null where there is none, and where the
 *     database counts; of a computed column the expression
 */
public record LogicalColumn(
        String name, LogicalType type, boolean nullable, String defaultText, Generation generation) {

    /** Who makes the value, unless the one who inserts the row brings it. */
    public enum Generation {
        /** Nobody. */
        NONE,
        /** The database counts: serial, identity, AUTO_INCREMENT, SQLite's rowid. */
        COUNTED,
        /** The database computes and keeps it. */
        STORED,
        /** The database computes it whenever it is read. */
        VIRTUAL
    }
}
