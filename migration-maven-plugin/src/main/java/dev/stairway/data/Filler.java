package dev.stairway.data;

import dev.stairway.database.Database;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Set;

/**
 * Fills tables of any schema with valid rows. Deterministic: the same seed, schema and order of calls give the same rows.
 * One per cell; keeps what it knows of the schema between calls and forgets a table only when told that it changed.
 */
public interface Filler extends AutoCloseable {

    /** The schema or rows of these tables (qualified names) changed, or they came or went: look at them anew. */
    void schemaChanged(Collection<String> tables);

    /** Everything known is stale, for example after a restore. */
    void forgetAll();

    /**
     * Tops every table up to the number of rows.
     *
     * @param rows rows that every table should have at least
     * @param excluded unqualified lower-case names of tables that must not be touched
     */
    FillReport fill(int rows, Set<String> excluded) throws SQLException;

    /**
     * Tops every table up to the number of rows wished for it, in one transaction: when it fails, nothing has changed.
     *
     * @param progress is told every now and then
     */
    default FillReport fill(FillWish wish, FillProgress progress) throws SQLException {
        return fill(wish.rows(), wish.excluded());
    }

    /** Adds a few rows to each of these tables, as a release of the application that runs on this schema would. */
    FillReport write(Collection<String> tables, int rows, Set<String> excluded) throws SQLException;

    /** Lets go of its connection without forgetting anything, so that the database can be copied. */
    void release();

    @Override
    void close();

    /** Makes the filler for a database. */
    interface Factory {
        Filler open(Database database, long seed);
    }
}
