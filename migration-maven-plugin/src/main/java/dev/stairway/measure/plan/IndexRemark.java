package dev.stairway.measure.plan;

/**
 * An index that a migration makes and that serves nothing.
 *
 * @param migration that makes it
 * @param table qualified name
 * @param index its name
 * @param text one sentence
 */
public record IndexRemark(String migration, String table, String index, Kind kind, String text) {

    /** Why it serves nothing. */
    public enum Kind {
        /** Another index of the table has the same definition. */
        DUPLICATE,
        /** Another index of the table begins with the same columns. */
        PREFIX,
        /** No query of the application uses it. */
        UNUSED
    }
}
