package dev.stairway.fingerprint.postgres;

import dev.stairway.database.JdbcDatabase;
import dev.stairway.fingerprint.TableData;
import dev.stairway.fingerprint.TableHasher;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Brings large tables up to date from the rows that changed: every version of a row carries the transaction that made it and
 * the one that removed it. Where that is not enough to be sure, it has no answer and all rows are read.
 *
 * @see <a href="https://www.postgresql.org/docs/current/ddl-system-columns.html">System Columns</a>
 */
final class LargeTables {

    /** What is known about the writer. */
    enum Step {
        /** Everything it did is in the open transaction. */
        HELD,
        /** It was watched, but has committed. */
        COMMITTED,
        /** Somebody wrote. */
        UNWATCHED
    }

    /** When more rows changed than one in so many, they are quicker found by reading all. */
    private static final int ONE_IN = 4;

    private static final String LOCKED = "55P03";

    private final JdbcDatabase database;
    private final Sizes sizes;
    private final ChangedBlocks blocks;
    private int quickReadings;
    private int blockReadings;

    LargeTables(JdbcDatabase database, Sizes sizes) {
        this.database = database;
        this.sizes = sizes;
        this.blocks = new ChangedBlocks();
    }

    /** How often a table was brought up to date without reading all its rows. */
    int quickReadings() {
        return quickReadings;
    }

    /** How often only those blocks were read that changed. */
    int blockReadings() {
        return blockReadings;
    }

    /** What the tables of one reading are brought up to date from. */
    record Reading(Map<String, TableData> known, Traces last, Traces present, Step step) {}

    /**
     * Starts a reading.
     *
     * @param known rows of the last reading
     * @param last traces at the last reading
     * @param present traces up to now
     */
    Reading reading(Map<String, TableData> known, Traces last, Traces present, Step step) {
        blocks.nextReading();
        return new Reading(known, last, present, step);
    }

    /** True when there is a large table among them. */
    boolean concerns(Collection<Relation> relations) {
        return relations.stream().anyMatch(relation -> relation.bytes() > sizes.rowsBytes());
    }

    /** The rows of one table; empty when all have to be read. */
    Optional<TableData> read(Connection connection, Reading reading, long oid, Relation before, Relation now)
            throws SQLException {
        if (before == null || now.bytes() <= sizes.rowsBytes() || !now.keepsValues(before)) {
            return Optional.empty();
        }
        TableData old = reading.known().get(before.name());
        // Few rows, but long ones, are kept one by one as evidence.
        if (old == null || old.rows() <= TableHasher.INDEX_LIMIT) {
            return Optional.empty();
        }
        Optional<TableData> data = read(connection, reading, oid, now, old.named(now.name()));
        quickReadings += data.isPresent() ? 1 : 0;
        return data;
    }

    private Optional<TableData> read(Connection connection, Reading reading, long oid, Relation table, TableData old)
            throws SQLException {
        Traces present = reading.present();
        if (reading.step() == Step.UNWATCHED) {
            return added(connection, reading, table, old);
        }
        long replaced = present.replacedRows(oid);
        long written = present.insertedRows(oid) + replaced;
        if (written == 0) {
            return Optional.of(old);
        }
        if (written > old.rows() / ONE_IN) {
            return Optional.empty();
        }
        if (reading.step() == Step.HELD
                && !present.lockedAgainstReaders(oid)
                && present.sharedLocks() == reading.last().sharedLocks()) {
            return changed(connection, present.transaction(), table, old);
        }
        return replaced == 0 ? added(connection, reading, table, old) : Optional.empty();
    }

    /** The open transaction sees its own rows; another session still sees those that it replaced or removed. */
    private Optional<TableData> changed(Connection held, long first, Relation table, TableData old)
            throws SQLException {
        try (Connection committed = database.connect()) {
            Xids own = new Xids(first, first + given(committed, first));
            if (!own.few()) {
                return Optional.empty();
            }
            List<String> conditions = conditions(committed, table, own.condition());
            committed.setAutoCommit(false);
            TableData gone = part(committed, table, conditions);
            return Optional.of(old.with(gone, part(held, table, conditions)));
        } catch (SQLException e) {
            if (LOCKED.equals(e.getSQLState())) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Number of ids that were given out from this one on; a session that has none itself knows. */
    private static long given(Connection committed, long first) throws SQLException {
        try (Statement statement = committed.createStatement()) {
            statement.execute("SET lock_timeout = '1s'");
            String xid = new Xids(first, first).rawFirst();
            return number(statement, "SELECT pg_catalog.age('" + xid + "'::pg_catalog.xid)");
        }
    }

    private List<String> conditions(Connection other, Relation table, String rows) throws SQLException {
        if (table.bytes() <= sizes.blocksBytes() || !table.isLogged()) {
            return List.of(rows);
        }
        Optional<List<ChangedBlocks.Range>> ranges = blocks.of(other, table);
        blockReadings += ranges.isPresent() ? 1 : 0;
        return ranges.map(known ->
                        known.stream().map(range -> rows + range.condition()).toList())
                .orElse(List.of(rows));
    }

    /** Right when nothing was replaced or removed, which the number of rows proves. */
    private Optional<TableData> added(Connection connection, Reading reading, Relation table, TableData old)
            throws SQLException {
        Xids later =
                new Xids(reading.last().nextTransaction(), reading.present().nextTransaction());
        if (later.first() == 0 || !later.few()) {
            return Optional.empty();
        }
        TableData come = part(connection, table, List.of(later.madeRow()));
        try (Statement statement = connection.createStatement()) {
            long rows = number(statement, "SELECT pg_catalog.count(*) FROM ONLY " + table.name());
            TableData none = table.hasher(List.of()).finish();
            return rows == old.rows() + come.rows() ? Optional.of(old.with(none, come)) : Optional.empty();
        }
    }

    private static TableData part(Connection connection, Relation table, List<String> conditions) throws SQLException {
        TableHasher hasher = table.hasher(List.of());
        if (!conditions.isEmpty()) {
            PinnedBatch.around(connection, () -> RowStream.read(connection, table, conditions, hasher));
        }
        return hasher.finish();
    }

    private static long number(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
