package dev.stairway.measure.plan;

/**
 * A place in a query that the application gives a value to, as often as it occurs.
 *
 * @param name as written; {@code ?} for one without
 * @param use what for
 * @param qualifier table or alias of the column; empty where none is written
 * @param column that it is compared with or written to; empty when unknown
 * @param ordinal of the column in its table, from 1, where an INSERT names none; else 0
 */
public record Parameter(String name, Use use, String qualifier, String column, int ordinal) {

    /** What a parameter is for. */
    public enum Use {
        COMPARED,
        /** {@code LIKE} and its kin. */
        PATTERN,
        INSERTED,
        SET,
        LIMIT,
        OFFSET,
        UNKNOWN
    }

    static Parameter unknown(String name) {
        return new Parameter(name, Use.UNKNOWN, "", "", 0);
    }

    /** True when somebody stores its value. */
    public boolean written() {
        return use == Use.INSERTED || use == Use.SET;
    }
}
