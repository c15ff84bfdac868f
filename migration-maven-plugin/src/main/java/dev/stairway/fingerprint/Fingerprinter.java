package dev.stairway.fingerprint;

import dev.stairway.database.Session;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;

/**
 * Keeps the present fingerprint of one database and brings it up to date at a cost in proportion to what a step touched.
 * Used by one thread at a time.
 */
public interface Fingerprinter extends AutoCloseable {

    /** Reads everything anew; what it says is true whatever was done to the database in between. */
    Difference readAll(Session session) throws SQLException;

    /** Call before a step runs in the session, so that everything it will touch is noticed. */
    void watch(Session session) throws SQLException;

    /**
     * Reads what the step touched, inside its transaction when that is still held; falls back to {@link #readAll} where
     * the step could not be watched. The result becomes the present fingerprint.
     */
    Difference read(Session session) throws SQLException;

    /**
     * Reads the rows of these tables anew, and the positions of the sequences that feed them, after rows were written
     * outside a watched session.
     *
     * @param tables qualified names
     */
    Difference readData(Session session, Collection<String> tables) throws SQLException;

    /**
     * Number of rows that were written between the last {@link #watch} and the reading after it, by whomever, each counted
     * once and the engine's own left out; empty where that is not known.
     */
    default OptionalLong touched() {
        return OptionalLong.empty();
    }

    /** True when columns have names that a migration would write; false where they are attributes of every key. */
    default boolean namedColumns() {
        return true;
    }

    /** True when a table can be empty; false where it is there only as long as it has rows, as a pattern of keys is. */
    default boolean emptyTables() {
        return true;
    }

    /**
     * What these readings found together, row by row; what returned to where it was drops out. Nothing where rows have no
     * names by which anybody could look them up.
     *
     * @param readings as they were answered, in order; those in between changed nothing
     */
    default RowChanges rowChanges(List<Difference> readings) {
        return RowChanges.NONE;
    }

    /**
     * Names of rows that are there, in no order; none where rows have no names.
     *
     * @param table qualified name
     * @param most how many are enough
     */
    default List<String> rowNames(String table, int most) {
        return List.of();
    }

    /**
     * From what the readings in proportion to change said to what is true, since the last call; empty unless every reading
     * is checked by a whole one. Anything in it is a defect of ours.
     */
    default Difference missed() {
        return Difference.NONE;
    }

    /** Takes back a reading whose transaction was discarded. */
    void undo(Difference reading);

    /** Over the whole present schema. */
    Digest schemaDigest();

    /** Over all present rows. */
    Digest dataDigest();

    /** Present rows per table, by qualified name. */
    SortedMap<String, TableData> tables();

    /** Present group of schema objects by its key. */
    Optional<SchemaGroup> group(String key);

    /** Keys of all present groups. */
    Set<String> groupKeys();

    @Override
    void close();
}
