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
 * Compares the pages of the database with those of the last reading, so whatever was done in between, by whichever
 * connection, is noticed; reads the schema when its pages changed, and the rows of tables that own a changed page.
 */
public final class SqliteFingerprinter extends LedgerFingerprinter {

    private static final int REMEMBERED_READINGS = 4;
    private static final String SEQUENCES = "sqlite_sequence";
    private static final String SCHEMA = "sqlite_schema";

    private final SchemaReader reader;
    private final Deque<Undo> undo = new ArrayDeque<>();
    private State state = State.NOTHING;

    private SqliteFingerprinter(Set<String> bookkeepingTables) {
        reader = new SchemaReader(bookkeepingTables);
    }

    /** A fingerprinter that has read nothing yet. */
    public static SqliteFingerprinter open(JdbcDatabase database, Set<String> bookkeepingTables) {
        Objects.requireNonNull(database, "database");
        return new SqliteFingerprinter(bookkeepingTables);
    }

    @Override
    public Difference readAll(Session session) throws SQLException {
        state = State.NOTHING;
        return read(session);
    }

    /** Nothing to do: the pages tell. */
    @Override
    public void watch(Session session) {
        Objects.requireNonNull(session, "session");
    }

    @Override
    public Difference read(Session session) throws SQLException {
        Connection connection = ((JdbcSession) session).raw();
        State before = state;
        Pages pages = Pages.read(connection, before.pages());
        if (pages != null && pages == before.pages()) {
            return remember(new Difference(new TreeMap<>(), new TreeMap<>()), before);
        }
        Set<String> changed = pages == null || before.pages() == null ? null : pages.changed(before.pages());
        boolean schema = changed == null || changed.contains(SCHEMA) || changed.contains("sqlite_master");
        List<Entry> entries = schema ? reader.entries(connection) : before.entries();
        Map<String, SqliteTable> tables = schema
                ? reader.tables(connection, entries, changed == null ? Map.of() : before.tables())
                : before.tables();
        state = new State(pages, entries, tables);
        return remember(replace(connection, before, changed), before);
    }

    /** The pages tell here as well, so no table needs to be named. */
    @Override
    public Difference readData(Session session, Collection<String> tables) throws SQLException {
        return read(session);
    }

    @Override
    public void undo(Difference reading) {
        Undo last = undo.peek();
        if (last != null && last.reading() == reading) {
            state = undo.pop().before();
        } else {
            state = State.NOTHING;
        }
        ledger().apply(reading.inverse());
    }

    @Override
    public void close() {
        undo.clear();
        state = State.NOTHING;
    }

    /** @param changed names of changed tables and indexes; null for everything */
    private Difference replace(Connection connection, State before, Set<String> changed) throws SQLException {
        boolean whole = changed == null;
        Map<String, SchemaGroup> groups = new HashMap<>(SchemaReader.views(state.entries()));
        Header header = state.pages() == null ? null : state.pages().header();
        if (header != null) {
            groups.put(header.group().key(), header.group());
        }
        Map<String, TableData> data = new HashMap<>();
        Set<String> oldTables = new HashSet<>(whole ? ledger().tables().keySet() : Set.of());
        before.tables().forEach((stored, table) -> {
            if (!table.equals(state.tables().get(stored))) {
                oldTables.add(table.name());
            }
        });
        for (SqliteTable table : state.tables().values()) {
            groups.put(table.group().key(), table.group());
            boolean rows = whole
                    || changed.contains(table.storedName())
                    || table.entries().get(0).isVirtualTable()
                    || !sameColumns(before.tables().get(table.storedName()), table);
            if (rows) {
                oldTables.add(table.name());
                data.put(table.name(), SqliteRows.read(connection, table));
            } else {
                oldTables.remove(table.name());
            }
        }
        sequences(connection).forEach(group -> groups.put(group.key(), group));
        return ledger().replace(ledger().groupKeys(), groups, oldTables, data);
    }

    private static boolean sameColumns(SqliteTable before, SqliteTable now) {
        return before != null
                && before.name().equals(now.name())
                && before.group().digest().equals(now.group().digest());
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

    private Difference remember(Difference difference, State before) {
        undo.push(new Undo(difference, before));
        if (undo.size() > REMEMBERED_READINGS) {
            undo.removeLast();
        }
        return difference;
    }

    /** What the last reading saw; pages are null before the first one and when the database is too large. */
    private record State(Pages pages, List<Entry> entries, Map<String, SqliteTable> tables) {
        static final State NOTHING = new State(null, List.of(), Map.of());
    }

    private record Undo(Difference reading, State before) {}
}
