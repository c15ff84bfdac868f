package dev.stairway.data.model;

import dev.stairway.data.value.Cells;
import java.sql.SQLException;

/**
 * Many rows of one table on their way into the database; none of them stays here. After a refusal, rows can be sent again.
 */
public interface RowStream extends AutoCloseable {

    /** Where the cells of the row go, in the order of the columns. */
    Cells cells();

    /** The row is complete. */
    void endRow() throws SQLException;

    /**
     * Stores the rows since the last call, or none of them when the database refuses one; the transaction stays usable.
     *
     * @return how many were stored, which a trigger may have lowered
     */
    long store() throws SQLException;

    /** Takes back what the last {@link #store} did not store, after a refusal that {@link #endRow} told. */
    void discard() throws SQLException;

    @Override
    void close() throws SQLException;
}
