package dev.stairway.fingerprint.sqlite;

import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.JdbcSession;
import dev.stairway.database.Session;
import dev.stairway.fingerprint.Difference;
import dev.stairway.fingerprint.Groups;
import dev.stairway.fingerprint.LedgerFingerprinter;
import dev.stairway.fingerprint.SchemaGroup;
import dev.stairway.fingerprint.SchemaObject;
import dev.stairway.fingerprint.TableData;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads the rows of the tables that a step may have written, and the schema when it changed.
 *
 * <p>Of a small database all pages are compared with those of the last reading, so whatever was done in between, by
 * whichever connection, is noticed. Of a large one the programs of the step's statements tell ({@link Effect}), which costs
 * nothing in proportion to rows; where they cannot tell, everything is read.
 */
public final class SqliteFingerprinter extends LedgerFingerprinter {

    /** Up to here all pages are compared: a copy of them in memory and a few milliseconds. */
    private static final long SMALL_BYTES = 8L << 20;

    private static final int REMEMBERED_READINGS = 4;
    private static final String SEQUENCES = "sqlite_sequence";
    private static final String SCHEMA = "sqlite_schema";

    private final SchemaReader reader;
    private final long smallBytes;
    private final Deque<Undo> undo = new ArrayDeque<>();
    private Known state = Known.NOTHING;
    private Watch watch;

    private SqliteFingerprinter(Set<String> bookkeepingTables, long smallBytes) {
        this.reader = new SchemaReader(bookkeepingTables);
        this.smallBytes = smallBytes;
    }

    /** A fingerprinter that has read nothing yet. */
    public static SqliteFingerprinter open(JdbcDatabase database, Set<String> bookkeepingTables) {
        Objects.requireNonNull(database, "database");
        return new SqliteFingerprinter(bookkeepingTables, SMALL_BYTES);
    }

    /** One that treats the smallest database as a large one. */
    public static SqliteFingerprinter watching(JdbcDatabase database, Set<String> bookkeepingTables) {
        Objects.requireNonNull(database, "database");
        return new SqliteFingerprinter(bookkeepingTables, 0);
    }

    @Override
    public Difference readAll(Session session) throws SQLException {
        watch = null;
        state = Known.NOTHING;
        return read(session);
    }

    /** A small database needs no watch: its pages tell. */
    @Override
    public void watch(Session session) throws SQLException {
        JdbcSession jdbc = (JdbcSession) session;
        watch = null;
        if (state.counters() != null && !Pages.fit(jdbc.raw(), smallBytes)) {
            watch = Watch.begin(jdbc, state);
        }
    }

    @Override
    public Difference read(Session session) throws SQLException {
        Connection connection = ((JdbcSession) session).raw();
        Watch watched = watch;
        watch = null;
        Known before = state;
        boolean small = Pages.fit(connection, smallBytes);
        Pages pages = small ? Pages.read(connection, before.pages()) : null;
        if (pages != null && pages == before.pages()) {
            return remember(new Difference(new TreeMap<>(), new TreeMap<>()), before);
        }
        Counters counters = Counters.of(connection);
        if (pages != null && before.pages() != null) {
            Set<String> changed = pages.changed(before.pages());
            boolean schema = changed.contains(SCHEMA) || changed.contains("sqlite_master");
            state = known(connection, pages, counters, schema);
            return remember(replace(connection, before, changed), before);
        }
        Touches touches = watched == null ? null : watched.end(counters);
        state = known(connection, pages, counters, touches == null || watched.schemaChanged(counters));
        return remember(replace(connection, before, touches == null ? null : state.touched(touches)), before);
    }

    /** Of a large database the tables that were named, and those that writing to them writes to as well, are read. */
    @Override
    public Difference readData(Session session, Collection<String> tables) throws SQLException {
        Connection connection = ((JdbcSession) session).raw();
        watch = null;
        if (state.counters() != null && !Pages.fit(connection, smallBytes)) {
            watch = Watch.ofWritten(connection, state, tables);
        }
        return read(session);
    }

    @Override
    public void undo(Difference reading) {
        Undo last = undo.peek();
        if (last != null && last.reading() == reading) {
            state = undo.pop().before();
        } else {
            state = Known.NOTHING;
        }
        ledger().apply(reading.inverse());
    }

    @Override
    public void close() {
        undo.clear();
        state = Known.NOTHING;
    }

    private Known known(Connection connection, Pages pages, Counters counters, boolean schemaChanged)
            throws SQLException {
        if (!schemaChanged) {
            return new Known(pages, counters, state.entries(), state.roots(), state.tables());
        }
        List<Entry> entries = reader.entries(connection);
        Map<String, SqliteTable> tables = reader.tables(connection, entries, state.tables());
        return new Known(pages, counters, entries, SchemaReader.roots(connection), tables);
    }

    /** @param changed stored names of changed tables; null for everything */
    private Difference replace(Connection connection, Known before, Set<String> changed) throws SQLException {
        boolean whole = changed == null;
        Map<String, SchemaGroup> groups = new HashMap<>(SchemaReader.views(state.entries()));
        SchemaGroup header = Header.read(connection);
        groups.put(header.key(), header);
        Map<String, TableData> data = new HashMap<>();
        Set<String> oldTables = new HashSet<>(whole ? ledger().tables().keySet() : Set.of());
        before.tables().values().forEach(table -> oldTables.add(table.name()));
        for (SqliteTable table : state.tables().values()) {
            groups.put(table.group().key(), table.group());
            boolean rows = whole
                    || changed.contains(table.storedName())
                    || table.entries().get(0).isVirtualTable()
                    || !state.sameRows(before, table);
            if (rows) {
                data.put(table.name(), SqliteRows.read(connection, table));
            } else {
                oldTables.remove(table.name());
            }
        }
        sequences(connection).forEach(group -> groups.put(group.key(), group));
        return ledger().replace(ledger().groupKeys(), groups, oldTables, data);
    }

    private List<SchemaGroup> sequences(Connection connection) throws SQLException {
        Map<String, String> positions = new HashMap<>();
        if (state.tables().values().stream().noneMatch(SqliteTable::autoincrement)) {
            return List.of();
        }
        Pragmas.query(connection, "SELECT name, seq FROM main." + SEQUENCES)
                .forEach(row -> positions.put(row.get("name"), row.get("seq")));
        return state.tables().values().stream()
                .filter(SqliteTable::autoincrement)
                .map(table -> sequence(table, positions.get(table.storedName())))
                .toList();
    }

    private static SchemaGroup sequence(SqliteTable table, String position) {
        TreeMap<String, String> attributes = new TreeMap<>();
        if (position != null) {
            attributes.put(SchemaObject.POSITION, position);
        }
        return Groups.of(new SchemaObject("sequence", table.name(), attributes), List.of());
    }

    private Difference remember(Difference difference, Known before) {
        undo.push(new Undo(difference, before));
        if (undo.size() > REMEMBERED_READINGS) {
            undo.removeLast();
        }
        return difference;
    }

    private record Undo(Difference reading, Known before) {}
}
