package dev.stairway.fingerprint.sqlite;

import dev.stairway.fingerprint.Groups;
import dev.stairway.fingerprint.SchemaGroup;
import dev.stairway.fingerprint.SchemaObject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads sqlite_schema; what kept its text is taken over from the last reading. */
final class SchemaReader {

    private final Set<String> bookkeeping;

    SchemaReader(Set<String> bookkeepingTables) {
        bookkeeping = bookkeepingTables.stream()
                .map(name -> name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    /** Tables by stored name. */
    Map<String, SqliteTable> tables(Connection connection, List<Entry> entries, Map<String, SqliteTable> last)
            throws SQLException {
        Map<String, List<Entry>> byTable = new LinkedHashMap<>();
        Set<String> shadows = shadows(connection, entries);
        for (Entry entry : entries) {
            if (entry.type().equals("table") && !shadows.contains(entry.name())) {
                byTable.put(entry.name().toLowerCase(Locale.ROOT), new ArrayList<>(List.of(entry)));
            }
        }
        for (Entry entry : entries) {
            List<Entry> owner = byTable.get(entry.table().toLowerCase(Locale.ROOT));
            if (owner != null && !entry.type().equals("table")) {
                owner.add(entry);
            }
        }
        Map<String, SqliteTable> tables = new HashMap<>();
        for (List<Entry> ofTable : byTable.values()) {
            String name = ofTable.get(0).name();
            SqliteTable known = last.get(name);
            boolean same = known != null && known.entries().equals(ofTable);
            tables.put(name, same ? known : TableReader.read(connection, ofTable));
        }
        return tables;
    }

    /** Views with their triggers. */
    static SortedMap<String, SchemaGroup> views(List<Entry> entries) {
        SortedMap<String, SchemaGroup> views = new TreeMap<>();
        for (Entry entry : entries) {
            if (entry.type().equals("view")) {
                SchemaGroup group = view(entry, entries);
                views.put(group.key(), group);
            }
        }
        return views;
    }

    private static SchemaGroup view(Entry view, List<Entry> entries) {
        String name = Tokens.name(view.name());
        List<SchemaObject> triggers = entries.stream()
                .filter(entry -> entry.type().equals("trigger") && entry.table().equalsIgnoreCase(view.name()))
                .map(entry -> object("trigger", Tokens.name(entry.name()) + " on " + name, entry))
                .toList();
        return Groups.of(object("view", name, view), triggers);
    }

    private static SchemaObject object(String kind, String name, Entry entry) {
        return new SchemaObject(kind, name, new TreeMap<>(Map.of("definition", TableReader.definition(entry))));
    }

    /** Everything but SQLite's own tables and the engine's. */
    List<Entry> entries(Connection connection) throws SQLException {
        List<Entry> entries = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT type, name, tbl_name, sql FROM main.sqlite_schema WHERE sql IS NOT NULL"
                                + " AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY type, name")) {
            while (rows.next()) {
                Entry entry = new Entry(rows.getString(1), rows.getString(2), rows.getString(3), rows.getString(4));
                if (!bookkeeping.contains(entry.table().toLowerCase(Locale.ROOT))) {
                    entries.add(entry);
                }
            }
        }
        return entries;
    }

    /** Root pages of all tables by stored name, those of the engine and of SQLite itself included. */
    static Map<String, Integer> roots(Connection connection) throws SQLException {
        Map<String, Integer> roots = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT name, rootpage FROM main.sqlite_schema WHERE type = 'table' AND rootpage > 0")) {
            while (rows.next()) {
                roots.put(rows.getString(1), rows.getInt(2));
            }
        }
        return roots;
    }

    /** Tables in which a virtual table keeps its content; the virtual table itself shows it. */
    private static Set<String> shadows(Connection connection, List<Entry> entries) throws SQLException {
        Set<String> shadows = new HashSet<>();
        if (entries.stream().anyMatch(Entry::isVirtualTable)) {
            Pragmas.query(connection, "SELECT name FROM pragma_table_list WHERE type = 'shadow' AND schema = 'main'")
                    .forEach(row -> shadows.add(row.get("name")));
        }
        return shadows;
    }
}
