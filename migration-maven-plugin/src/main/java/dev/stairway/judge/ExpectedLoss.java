package dev.stairway.judge;

/**
 * A loss that the user accepts.
 *
 * @param migration pattern of its id
 * @param table qualified or plain name
 * @param column empty for whole rows
 * @param rows exact number of rows, or -1 for any number above zero
 * @param data which data it is
 */
public record ExpectedLoss(String migration, String table, String column, long rows, Data data) {

    /** What was there before and does not come back. */
    public ExpectedLoss(String migration, String table, String column, long rows) {
        this(migration, table, column, rows, Data.BEFORE);
    }

    /** The same of other data. */
    public ExpectedLoss of(Data other) {
        return new ExpectedLoss(migration, table, column, rows, other);
    }

    /** Which data is lost, and by what. */
    public enum Data {
        /** Rows or values that were there before, by the rollback. */
        BEFORE,
        /** Rows that were there before, by applying the migration. */
        REMOVED,
        /** Rows or values that the new release wrote, by the rollback. */
        WRITTEN
    }
}
