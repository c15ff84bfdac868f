package dev.stairway.data.model;

import dev.stairway.data.value.Value;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** A database that rows are stored in. Everything between {@link #begin} and {@link #commit} happens or does not happen. */
public interface Store extends AutoCloseable {

    /** Opens a connection where none is open, and starts a transaction. */
    void begin() throws SQLException;

    /** Until the commit, references that can wait are not checked. */
    void deferReferences() throws SQLException;

    void commit() throws SQLException;

    void rollback() throws SQLException;

    /** All tables that hold rows of their own or of their partitions, by qualified name. */
    Map<String, Table> tables() throws SQLException;

    /**
     * These tables; those that do not exist are missing. A partition is answered by the root of its tree.
     *
     * @param names qualified names
     */
    Map<String, Table> tables(Collection<String> names) throws SQLException;

    /** Rows of each table, counted up to a limit. */
    Map<String, Integer> counts(Collection<Table> tables, int limit) throws SQLException;

    /** What each selection finds as it is now, row by row in a stable order. */
    List<List<List<Value>>> values(List<Selection> selections) throws SQLException;

    /**
     * Columns of a table's rows.
     *
     * @param limit rows at most
     */
    record Selection(Table table, List<String> columns, int limit) {}

    /** Inserts all the rows, or none of them when the database refuses one; the transaction stays usable. */
    List<Stored> insert(List<Batch> batches) throws SQLException;

    /**
     * Rows of one table.
     *
     * @param located ask for the locator of each row
     */
    record Batch(Table table, List<Rows> rows, boolean located) {}

    /** Rows that give the same columns. */
    record Rows(List<String> columns, List<List<Value>> values) {}

    /**
     * What was stored of a batch.
     *
     * @param rows how many, which a trigger may have lowered
     * @param locators of the rows, when asked for
     */
    record Stored(int rows, List<String> locators) {}

    /** Opens the way for many rows that give these columns; whoever opened it closes it before anything else is done here. */
    RowStream stream(Table table, List<String> columns) throws SQLException;

    /** Largest number in an integer column; 0 where there is none above. */
    long largest(Table table, String column) throws SQLException;

    /** The numbers of an integer column when they follow one another without a gap; otherwise, or without rows, none. */
    Run run(Table table, String column) throws SQLException;

    /**
     * Numbers without a gap.
     *
     * @param first smallest of them
     * @param count how many; 0 for none
     */
    record Run(long first, long count) {

        public static final Run NONE = new Run(0, 0);
    }

    /** Bytes that the table takes on disk now, its indexes included; negative where nobody can say. */
    long bytes(Table table) throws SQLException;

    /** Sets columns of rows; a row whose new values the database refuses stays as it is. */
    void update(List<Update> updates) throws SQLException;

    /** New values of the row with this locator. */
    record Update(Table table, String locator, Map<String, Value> values) {}

    /** Gives back, after a rollback, the room of the rows that were taken back, where the product keeps it. */
    void reclaim(Collection<String> tables) throws SQLException;

    /** True when there is no room left for further rows. */
    boolean isFull(SQLException failure);

    /** True when it is the connection that failed, or the disk, and not the statement. */
    boolean isLost(SQLException failure);

    /** First line of what the database said. */
    String reason(SQLException refusal);

    /** Lets go of the connection, so that nothing holds the database; the next {@link #begin} opens another. */
    @Override
    void close();
}
