package dev.stairway.fingerprint.sqlite;

import dev.stairway.fingerprint.Groups;
import dev.stairway.fingerprint.SchemaObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads one table with everything that belongs to it. */
final class TableReader {

    private static final String HIDDEN = "1";
    private static final String VIRTUAL = "2";

    private final Connection connection;
    private final Entry table;
    private final List<Entry> entries;
    private final String name;
    private final TableText text;
    private final List<SchemaObject> objects = new ArrayList<>();
    private List<Map<String, String>> columns;
    private List<Map<String, String>> indexes;

    private TableReader(Connection connection, Entry table, List<Entry> entries) {
        this.connection = connection;
        this.table = table;
        this.entries = entries;
        this.name = Tokens.name(table.name());
        this.text = TableText.parse(table.sql());
    }

    /**
     * Reads it.
     *
     * @param entries the table's own row of sqlite_schema first, then those of its indexes and triggers
     */
    static SqliteTable read(Connection connection, List<Entry> entries) throws SQLException {
        return new TableReader(connection, entries.get(0), entries).read();
    }

    private SqliteTable read() throws SQLException {
        columns = Pragmas.rows(connection, "table_xinfo", table.name());
        indexes = table.isVirtualTable() ? List.of() : Pragmas.rows(connection, "index_list", table.name());
        Map<String, String> kind =
                Pragmas.rows(connection, "table_list", table.name()).get(0);
        boolean withoutRowid = "1".equals(kind.get("wr"));
        addColumns();
        addPrimaryKey(withoutRowid);
        addIndexes();
        addForeignKeys();
        addChecks();
        for (Entry entry : entries) {
            if (entry.type().equals("trigger")) {
                objects.add(
                        object("trigger", Tokens.name(entry.name()) + " on " + name, "definition", definition(entry)));
            }
        }
        TreeMap<String, String> attributes = new TreeMap<>();
        put(attributes, "strict", "1".equals(kind.get("strict")) ? "yes" : null);
        put(attributes, "without rowid", withoutRowid ? "yes" : null);
        put(attributes, "using", table.isVirtualTable() ? using() : null);
        put(attributes, SchemaObject.COLUMN_ORDER, visible().map(c -> column(c)).collect(Collectors.joining(", ")));
        SchemaObject owner = new SchemaObject(table.isVirtualTable() ? "virtual table" : "table", name, attributes);
        return new SqliteTable(
                name,
                table.name(),
                entries,
                Groups.of(owner, objects),
                valueColumns(),
                key(),
                shape(withoutRowid),
                text.autoincrement);
    }

    private List<String> shape(boolean withoutRowid) {
        List<String> shape = new ArrayList<>();
        objects.stream()
                .filter(object -> object.kind().equals("column"))
                .forEach(column -> shape.add(column.name().substring(name.length()) + column.attributes()));
        shape.add("key " + key() + (withoutRowid ? " instead of the rowid" : ""));
        return shape;
    }

    private java.util.stream.Stream<Map<String, String>> visible() {
        return columns.stream().filter(column -> !HIDDEN.equals(column.get("hidden")));
    }

    private void addColumns() {
        visible().forEach(column -> {
            String key = column(column);
            TreeMap<String, String> attributes = new TreeMap<>();
            put(attributes, "type", type(column.getOrDefault("type", "")));
            put(attributes, "not null", "1".equals(column.get("notnull")) ? "yes" : null);
            put(
                    attributes,
                    "default",
                    column.containsKey("dflt_value") ? Tokens.join(Tokens.of(column.get("dflt_value"))) : null);
            put(attributes, "collation", nullIf(text.collations.get(key), "binary"));
            put(attributes, "on conflict", text.conflicts.get("not null " + key));
            if (text.generated.containsKey(key)) {
                String storage = VIRTUAL.equals(column.get("hidden")) ? "virtual: " : "stored: ";
                attributes.put("generated", storage + text.generated.get(key));
            }
            objects.add(new SchemaObject("column", name + "." + key, attributes));
        });
    }

    private void addPrimaryKey(boolean withoutRowid) throws SQLException {
        List<String> names = primaryKey();
        if (names.isEmpty()) {
            return;
        }
        TreeMap<String, String> attributes = new TreeMap<>();
        Map<String, String> index = indexes.stream()
                .filter(i -> "pk".equals(i.get("origin")))
                .findFirst()
                .orElse(null);
        attributes.put("columns", index == null ? String.join(", ", names) : indexColumns(index));
        // INT PRIMARY KEY is an ordinary key, INTEGER PRIMARY KEY is the rowid itself.
        put(attributes, "rowid", index == null && !withoutRowid ? "yes" : null);
        put(attributes, "autoincrement", text.autoincrement ? "yes" : null);
        put(attributes, "on conflict", text.conflicts.get("primary " + String.join(",", names)));
        objects.add(new SchemaObject("primary key", "on " + name, attributes));
    }

    private void addIndexes() throws SQLException {
        for (Map<String, String> index : indexes) {
            if ("u".equals(index.get("origin"))) {
                String list = indexColumns(index);
                objects.add(object(
                        "unique constraint",
                        "(" + list + ") on " + name,
                        "on conflict",
                        text.conflicts.get("unique " + list.replace(", ", ","))));
            } else if ("c".equals(index.get("origin"))) {
                addIndex(index);
            }
        }
    }

    private void addIndex(Map<String, String> index) {
        Entry entry = entries.stream()
                .filter(e -> e.type().equals("index") && e.name().equals(index.get("name")))
                .findFirst()
                .orElseThrow();
        List<String> tokens = Tokens.of(entry.sql());
        List<String> definition = new ArrayList<>(tokens.subList(tokens.indexOf("on") + 2, tokens.size()));
        definition.removeIf("asc"::equals);
        SchemaObject object =
                object("index", Tokens.name(entry.name()) + " on " + name, "definition", Tokens.join(definition));
        TreeMap<String, String> attributes = new TreeMap<>(object.attributes());
        put(attributes, "unique", "1".equals(index.get("unique")) ? "yes" : null);
        objects.add(new SchemaObject(object.kind(), object.name(), attributes));
    }

    private String indexColumns(Map<String, String> index) throws SQLException {
        return Pragmas.rows(connection, "index_xinfo", index.get("name")).stream()
                .filter(column -> "1".equals(column.get("key")))
                .map(column -> Tokens.name(column.getOrDefault("name", ""))
                        + ("BINARY".equalsIgnoreCase(column.get("coll")) || hasCollation(column)
                                ? ""
                                : " collate " + column.get("coll").toLowerCase(Locale.ROOT))
                        + ("1".equals(column.get("desc")) ? " desc" : ""))
                .collect(Collectors.joining(", "));
    }

    /** The collation is the column's own. */
    private boolean hasCollation(Map<String, String> indexColumn) {
        String own = text.collations.get(Tokens.name(indexColumn.getOrDefault("name", "")));
        return own != null && own.equalsIgnoreCase(indexColumn.get("coll"));
    }

    private void addForeignKeys() throws SQLException {
        if (table.isVirtualTable()) {
            return;
        }
        Map<String, List<Map<String, String>>> keys =
                Pragmas.rows(connection, "foreign_key_list", table.name()).stream()
                        .collect(Collectors.groupingBy(row -> row.get("id"), TreeMap::new, Collectors.toList()));
        for (List<Map<String, String>> key : keys.values()) {
            key.sort(Comparator.comparing(row -> Integer.valueOf(row.get("seq"))));
            String from = key.stream().map(row -> Tokens.name(row.get("from"))).collect(Collectors.joining(", "));
            String to = key.stream()
                    .map(row -> row.containsKey("to") ? Tokens.name(row.get("to")) : "primary key")
                    .collect(Collectors.joining(", "));
            TreeMap<String, String> attributes = new TreeMap<>();
            put(attributes, "on update", nullIf(key.get(0).get("on_update"), "NO ACTION"));
            put(attributes, "on delete", nullIf(key.get(0).get("on_delete"), "NO ACTION"));
            put(attributes, "match", nullIf(key.get(0).get("match"), "NONE"));
            put(attributes, "deferrable", text.deferrals.get(from.replace(", ", ",")));
            String target = Tokens.name(key.get(0).get("table")) + " (" + to + ")";
            objects.add(new SchemaObject("foreign key", "(" + from + ") to " + target + " on " + name, attributes));
        }
    }

    private void addChecks() {
        int number = 0;
        for (TableText.Check check : text.checks) {
            String called = check.name().isEmpty() ? "(" + check.expression() + ")" : check.name();
            boolean taken = objects.stream()
                    .anyMatch(
                            o -> o.kind().equals("check constraint") && o.name().equals(called + " on " + name));
            String unique = taken ? called + " #" + ++number : called;
            objects.add(object("check constraint", unique + " on " + name, "expression", check.expression()));
        }
    }

    private String using() {
        List<String> tokens = Tokens.of(table.sql());
        return Tokens.join(tokens.subList(tokens.indexOf("using") + 1, tokens.size()));
    }

    private List<String> primaryKey() {
        return columns.stream()
                .filter(column -> !"0".equals(column.getOrDefault("pk", "0")))
                .sorted(Comparator.comparing(column -> Integer.valueOf(column.get("pk"))))
                .map(TableReader::column)
                .toList();
    }

    private List<SqliteTable.Column> valueColumns() {
        return visible()
                .map(column ->
                        new SqliteTable.Column(column.get("name"), LogicalType.of(column.getOrDefault("type", ""))))
                // PostgreSQL keeps names in lower case, and equal rows shall have equal digests there.
                .sorted(Comparator.comparing(column -> column.name().toLowerCase(Locale.ROOT)))
                .toList();
    }

    private List<String> key() {
        return columns.stream()
                .filter(column -> !"0".equals(column.getOrDefault("pk", "0")))
                .sorted(Comparator.comparing(column -> Integer.valueOf(column.get("pk"))))
                .map(column -> column.get("name"))
                .toList();
    }

    private static String column(Map<String, String> column) {
        return Tokens.name(column.get("name"));
    }

    /** INT and INTEGER are one type but for the rowid, which the primary key tells. */
    private static String type(String declared) {
        String type = Tokens.join(Tokens.of(declared))
                .replace(" (", "(")
                .replace("( ", "(")
                .replace(" )", ")")
                .replace(" ,", ",");
        return type.equals("int") ? "integer" : type.isEmpty() ? null : type;
    }

    /** The body after the name; what comes before is keywords and the name itself. */
    static String definition(Entry entry) {
        List<String> tokens = Tokens.of(entry.sql());
        int start = tokens.indexOf(Tokens.name(entry.name()));
        return Tokens.join(tokens.subList(start + 1, tokens.size()));
    }

    private static SchemaObject object(String kind, String name, String attribute, String value) {
        TreeMap<String, String> attributes = new TreeMap<>();
        put(attributes, attribute, value);
        return new SchemaObject(kind, name, attributes);
    }

    private static void put(Map<String, String> attributes, String name, String value) {
        if (value != null) {
            attributes.put(name, value);
        }
    }

    private static String nullIf(String value, String usual) {
        return value == null || value.equalsIgnoreCase(usual) ? null : value.toLowerCase(Locale.ROOT);
    }
}
