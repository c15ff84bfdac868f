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

    /** Values of these columns, row by row in a stable order, read as they are now. */
    List<List<Value>> values(Table table, List<String> columns, int limit) throws SQLException;

    /**
     * Inserts all the rows, or none of them when the database refuses one; the transaction stays usable.
     *
     * @param located ask for the locator of each row
     */
    Stored insert(Table table, List<Rows> rows, boolean located) throws SQLException;

    /** Rows that give the same columns. */
    record Rows(List<String> columns, List<List<Value>> values) {}

    /**
     * What was stored.
     *
     * @param rows how many, which a trigger may have lowered
     * @param locators of the rows, when asked for
     */
    record Stored(int rows, List<String> locators) {}

    /** Sets columns of the row with this locator, or leaves it as it is when the database refuses. */
    void update(Table table, String locator, Map<String, Value> values) throws SQLException;

    /** True when it is the connection that failed and not the statement. */
    boolean isLost(SQLException failure);

    /** First line of what the database said. */
    String reason(SQLException refusal);

    /** Lets go of the connection, so that nothing holds the database; the next {@link #begin} opens another. */
    @Override
    void close();
}
