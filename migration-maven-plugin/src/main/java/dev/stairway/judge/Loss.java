package dev.stairway.judge;

/**
 * Data that did not survive the way back.
 *
 * @param table qualified name
 * @param column empty when whole rows were lost
 * @param rows how many
 * @param exact false when it is an upper bound
 * @param kind which data
 * @param declared true when the user declared exactly this
 */
public record Loss(String table, String column, long rows, boolean exact, Kind kind, boolean declared) {

    /** Which data was lost. */
    public enum Kind {
        /** Rows or values that were there before the migration. */
        BEFORE,
        /** Rows that the new release wrote. */
        WRITTEN,
        /** Rows that nobody wrote are there after the rollback. */
        INVENTED
    }

    Loss of(long others) {
        return new Loss(table, column, others, exact, kind, declared);
    }

    Loss asDeclared() {
        return new Loss(table, column, rows, exact, kind, true);
    }

    /** For people: {@code 12 rows of public.users lost their value in email}. */
    public String text() {
        String count = (exact ? "" : "up to ") + rows + (rows == 1 ? " row" : " rows");
        if (kind == Kind.INVENTED) {
            return count + " in " + table + " that nobody wrote";
        }
        String which = kind == Kind.WRITTEN ? " written by the new release" : "";
        return column.isEmpty()
                ? count + " of " + table + which + " lost"
                : count + " of " + table + which + " with another value in " + column;
    }
}
