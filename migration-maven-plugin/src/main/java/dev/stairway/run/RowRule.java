package dev.stairway.run;

import dev.stairway.finding.IdPattern;

/**
 * What the number of rows in some tables must be.
 *
 * @param tables glob of qualified or plain names
 * @param migrations pattern of ids
 * @param holds what must hold besides the bounds
 * @param atLeast least number of rows; 0 for none
 * @param atMost greatest number of rows; -1 for none
 */
public record RowRule(String tables, String migrations, Holds holds, long atLeast, long atMost) {

    /** What a migration may do to rows. */
    public enum Holds {
        /** The bounds alone. */
        BOUNDS,
        /** No fewer rows than before. */
        NEVER_FEWER,
        /** As many rows as before. */
        SAME_NUMBER,
        /** The very same rows and values. */
        SAME_ROWS
    }

    boolean concerns(String table) {
        String plain = table.substring(table.lastIndexOf('.') + 1);
        return IdPattern.of(tables.toLowerCase(java.util.Locale.ROOT))
                .matches(table.toLowerCase(java.util.Locale.ROOT), plain.toLowerCase(java.util.Locale.ROOT));
    }
}
