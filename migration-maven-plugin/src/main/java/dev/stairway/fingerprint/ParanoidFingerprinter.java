package dev.stairway.fingerprint;

import dev.stairway.database.Session;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Checks every reading in proportion to change by a whole one of a second fingerprinter. Where the two differ it keeps the
 * difference for {@link #missed} and goes on with what is true.
 */
final class ParanoidFingerprinter implements Fingerprinter {

    /** What the databases of one server share: others may change it between the two readings. */
    private static final String SHARED = "cluster ";

    private final Fingerprinter fast;
    private final Fingerprinter whole;
    private OptionalLong touched = OptionalLong.empty();
    private Difference missed = Difference.NONE;

    /** @param whole reads all of the same database every time */
    ParanoidFingerprinter(Fingerprinter fast, Fingerprinter whole) {
        this.fast = fast;
        this.whole = whole;
    }

    @Override
    public Difference readAll(Session session) throws SQLException {
        return fast.readAll(session);
    }

    @Override
    public void watch(Session session) throws SQLException {
        fast.watch(session);
    }

    @Override
    public Difference read(Session session) throws SQLException {
        Difference reading = fast.read(session);
        touched = fast.touched();
        return checked(session, reading);
    }

    @Override
    public Difference readData(Session session, Collection<String> tables) throws SQLException {
        return checked(session, fast.readData(session, tables));
    }

    @Override
    public Difference missed() {
        Difference all = missed;
        missed = Difference.NONE;
        return all;
    }

    private Difference checked(Session session, Difference reading) throws SQLException {
        whole.readAll(session);
        Difference more = different();
        if (more.isEmpty()) {
            return reading;
        }
        missed = missed.then(more);
        return reading.then(fast.readAll(session));
    }

    private Difference different() {
        TreeMap<String, Change<SchemaGroup>> schema = new TreeMap<>();
        Set<String> keys = new TreeSet<>(fast.groupKeys());
        keys.addAll(whole.groupKeys());
        keys.removeIf(key -> key.startsWith(SHARED));
        for (String key : keys) {
            schema.put(
                    key,
                    new Change<>(fast.group(key).orElse(null), whole.group(key).orElse(null)));
        }
        TreeMap<String, Change<TableData>> data = new TreeMap<>();
        Set<String> tables = new TreeSet<>(fast.tables().keySet());
        tables.addAll(whole.tables().keySet());
        for (String table : tables) {
            data.put(
                    table, new Change<>(fast.tables().get(table), whole.tables().get(table)));
        }
        return Difference.NONE.then(new Difference(schema, data));
    }

    @Override
    public OptionalLong touched() {
        return touched;
    }

    @Override
    public boolean namedColumns() {
        return fast.namedColumns();
    }

    @Override
    public boolean emptyTables() {
        return fast.emptyTables();
    }

    @Override
    public RowChanges rowChanges(List<Difference> readings) {
        return fast.rowChanges(readings);
    }

    @Override
    public List<String> rowNames(String table, int most) {
        return fast.rowNames(table, most);
    }

    @Override
    public void undo(Difference reading) {
        fast.undo(reading);
    }

    @Override
    public Digest schemaDigest() {
        return fast.schemaDigest();
    }

    @Override
    public Digest dataDigest() {
        return fast.dataDigest();
    }

    @Override
    public SortedMap<String, TableData> tables() {
        return fast.tables();
    }

    @Override
    public Optional<SchemaGroup> group(String key) {
        return fast.group(key);
    }

    @Override
    public Set<String> groupKeys() {
        return fast.groupKeys();
    }

    @Override
    public void close() {
        fast.close();
        whole.close();
    }
}
