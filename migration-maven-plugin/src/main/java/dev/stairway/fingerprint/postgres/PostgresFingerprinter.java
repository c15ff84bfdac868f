package dev.stairway.fingerprint.postgres;

import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.JdbcSession;
import dev.stairway.database.Session;
import dev.stairway.fingerprint.Difference;
import dev.stairway.fingerprint.Groups;
import dev.stairway.fingerprint.LedgerFingerprinter;
import dev.stairway.fingerprint.SchemaGroup;
import dev.stairway.fingerprint.TableData;
import dev.stairway.fingerprint.postgres.LargeTables.Reading;
import dev.stairway.fingerprint.postgres.LargeTables.Step;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;

/**
 * Reads inside the step's own transaction and lets the server say what was touched: every relation that a transaction
 * reads or writes is in its {@code pg_locks} until it ends, and writes to any catalog are in the backend's counters.
 *
 * @see <a href="https://www.postgresql.org/docs/current/explicit-locking.html">Explicit Locking</a>
 */
public final class PostgresFingerprinter extends LedgerFingerprinter {

    private static final int REMEMBERED_READINGS = 16;

    private final LargeTables largeTables;
    private final Set<String> bookkeepingTables;
    private final Memory memory = new Memory();
    private final ClusterChanges cluster = new ClusterChanges();
    private final Deque<Undo> undo = new ArrayDeque<>();
    /** A sequence does not go back when its transaction is discarded. */
    private final Set<Long> unsureSequences = new HashSet<>();

    private CatalogReader reader;
    private Session watched;
    private Traces traces = new Traces();
    private long highestType;
    /** What the server had counted at the last reading. */
    private Traces lastReading = new Traces();

    private boolean known;

    private PostgresFingerprinter(LargeTables largeTables, Set<String> bookkeepingTables) {
        this.largeTables = largeTables;
        this.bookkeepingTables = Set.copyOf(bookkeepingTables);
    }

    /** A fingerprinter that has read nothing yet. */
    public static PostgresFingerprinter open(JdbcDatabase database, Set<String> bookkeepingTables) {
        return open(database, bookkeepingTables, Sizes.USUAL);
    }

    /** Same, with other ideas of what is large. */
    static PostgresFingerprinter open(JdbcDatabase database, Set<String> bookkeepingTables, Sizes sizes) {
        java.util.Objects.requireNonNull(database, "database");
        return new PostgresFingerprinter(new LargeTables(database, sizes), bookkeepingTables);
    }

    @Override
    public Difference readAll(Session session) throws SQLException {
        watched = null;
        cluster.madeAgain();
        return Held.inTransaction(raw(session), connection -> whole(connection, null, null, true));
    }

    @Override
    public void watch(Session session) throws SQLException {
        traces = new Traces();
        watched = session;
        Traces collected = traces;
        ((JdbcSession) session).beforeCommit(raw -> reader(raw).traces(raw, collected));
    }

    @Override
    public Difference read(Session session) throws SQLException {
        boolean trusted = known && watched == session && !((JdbcSession) session).ranOutsideTransaction();
        watched = null;
        return Held.inTransaction(
                raw(session),
                connection -> trusted ? touched(connection, session) : whole(connection, null, null, true));
    }

    @Override
    public Difference readData(Session session, Collection<String> tables) throws SQLException {
        watched = null;
        return Held.inTransaction(raw(session), connection -> {
            Set<Long> oids = new WrittenRows(memory).relations(connection, tables);
            Traces present = new Traces();
            reader(connection).traces(connection, present);
            Map<Long, Relation> relations = reader(connection).listed(connection, oids);
            return replace(connection, oids, relations, Map.of(), oid -> true, reading(present, Step.UNWATCHED), false);
        });
    }

    @Override
    public void undo(Difference reading) {
        Undo last = undo.peek();
        if (last != null && last.reading() == reading) {
            undo.pop().memory().run();
            unsureSequences.addAll(last.sequences());
        } else {
            known = false;
        }
        ledger().apply(reading.inverse());
    }

    @Override
    public void close() {
        undo.clear();
    }

    private Difference touched(Connection connection, Session session) throws SQLException {
        Touched touched = new Touched(reader(connection), memory, traces);
        boolean enough = touched.read(connection, session.work(), unsureSequences, highestType);
        Reading large = reading(traces, session.discardable() ? Step.HELD : Step.COMMITTED);
        if (!enough) {
            boolean rows = traces.needsWholeReading();
            return whole(connection, rows ? null : touched, rows ? null : large, traces.touched(Category.CLUSTER));
        }
        Set<Long> oids = new HashSet<>(traces.relations());
        oids.addAll(touched.relations().keySet());
        oids.addAll(unsureSequences);
        highestType = traces.highestType();
        return replace(connection, oids, touched.relations(), touched.objects(), touched::rowsTouched, large, false);
    }

    /**
     * Reads the whole schema.
     *
     * @param rows decides which rows are read; null for all
     * @param large what large tables are brought up to date from; null where all rows are to be read
     * @param cluster false when the step did not touch what other databases share, so that what they did meanwhile is
     *     not taken for its work
     */
    private Difference whole(Connection connection, Touched rows, Reading large, boolean cluster) throws SQLException {
        // The owner of the database may have changed, and the reader knows it by heart.
        reader = null;
        CatalogReader catalogs = reader(connection);
        Traces present = new Traces();
        catalogs.traces(connection, present);
        Map<Category, Map<Long, Facts>> objects = new HashMap<>();
        for (Category category : Category.ALL) {
            boolean asKnown = category == Category.CLUSTER && !cluster;
            objects.put(category, asKnown ? memory.objects(category) : catalogs.category(connection, category));
        }
        Map<Long, Relation> relations = catalogs.all(connection);
        Set<Long> oids = new HashSet<>(memory.relations().keySet());
        oids.addAll(relations.keySet());
        highestType = present.highestType();
        lastReading = present;
        known = true;
        return replace(
                connection,
                oids,
                relations,
                objects,
                oid -> rows == null || rows.rowsTouched(oid, relations.get(oid)),
                large,
                true);
    }

    LargeTables largeTables() {
        return largeTables;
    }

    /** Ends the time for which the last reading was the last. */
    private Reading reading(Traces present, Step step) {
        Reading reading = largeTables.reading(ledger().tables(), lastReading, present, step);
        lastReading = present;
        return reading;
    }

    /** @param large what large tables are brought up to date from; null where all rows are to be read */
    private Difference replace(
            Connection connection,
            Set<Long> oids,
            Map<Long, Relation> present,
            Map<Category, Map<Long, Facts>> objects,
            LongPredicate rowsTouched,
            Reading large,
            boolean whole)
            throws SQLException {
        Sequences.addPositions(connection, present);
        // A whole reading also drops what is remembered under an OID that is no longer known.
        Set<String> oldGroups = new HashSet<>(whole ? ledger().groupKeys() : Set.of());
        Map<String, SchemaGroup> groups = new HashMap<>();
        Set<String> oldTables = new HashSet<>();
        List<Relation> tables = new ArrayList<>();
        Map<String, TableData> fresh = new HashMap<>();
        // What such a trigger wrote after the last reading is found by reading all.
        boolean sure = large != null && largeTables.concerns(present.values()) && !memory.hasDeferredTrigger();
        for (long oid : oids) {
            Relation before = memory.relation(oid);
            Relation now = present.get(oid);
            boolean rows = rowsTouched.test(oid);
            if (before != null) {
                oldGroups.add(before.group().key());
                if (rows && before.holdsRows()) {
                    oldTables.add(before.name());
                }
            }
            if (now != null) {
                groups.put(now.group().key(), now.group());
                if (rows && now.holdsRows()) {
                    Optional<TableData> quick =
                            sure ? largeTables.read(connection, large, oid, before, now) : Optional.empty();
                    quick.ifPresentOrElse(data -> fresh.put(now.name(), data), () -> tables.add(now));
                }
            }
            if (before != null || now != null) {
                memory.put(oid, now);
            }
        }
        objects.forEach((category, facts) -> {
            if (category == Category.CLUSTER) {
                SchemaGroup changes = cluster.group(memory.objects(category), facts);
                oldGroups.add(changes.key());
                groups.put(changes.key(), changes);
                memory.put(category, facts);
                return;
            }
            memory.objects(category).values().forEach(old -> oldGroups.add(key(old)));
            facts.values().forEach(fact -> groups.put(key(fact), Groups.of(fact.object(), List.of())));
            memory.put(category, facts);
        });
        fresh.putAll(RowReader.read(connection, tables));
        Difference difference = ledger().replace(oldGroups, groups, oldTables, fresh);
        remember(difference, present);
        return difference;
    }

    private void remember(Difference difference, Map<Long, Relation> present) {
        Set<Long> sequences = new HashSet<>();
        present.forEach((oid, relation) -> {
            if (relation.isSequence()) {
                sequences.add(oid);
            }
        });
        unsureSequences.removeAll(sequences);
        undo.push(new Undo(difference, memory.mark(), sequences));
        if (undo.size() > REMEMBERED_READINGS) {
            undo.removeLast();
        }
    }

    private static String key(Facts facts) {
        return facts.kind() + " " + facts.name();
    }

    private CatalogReader reader(Connection connection) throws SQLException {
        if (reader == null) {
            reader = CatalogReader.of(connection, bookkeepingTables);
        }
        return reader;
    }

    private static Connection raw(Session session) {
        return ((JdbcSession) session).raw();
    }

    /** How to take back one reading. */
    private record Undo(Difference reading, Runnable memory, Collection<Long> sequences) {}
}
