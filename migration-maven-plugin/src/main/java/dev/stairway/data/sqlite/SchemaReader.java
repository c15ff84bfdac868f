package dev.stairway.data.sqlite;

import dev.stairway.data.check.Check;
import dev.stairway.data.check.Parser;
import dev.stairway.data.check.Renamer;
import dev.stairway.data.jdbc.JdbcStore;
import dev.stairway.data.jdbc.Names;
import dev.stairway.data.model.Column;
import dev.stairway.data.model.ForeignKey;
import dev.stairway.data.model.Table;
import dev.stairway.data.model.UniqueKey;
import dev.stairway.data.value.Base;
import dev.stairway.data.value.ValueType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads one table from SQLite's pragmas. See <a href="https://sqlite.org/pragma.html">PRAGMA Statements</a>. */
final class SchemaReader {

    /** CROSS JOIN keeps the order: the pragma would otherwise run once per row of sqlite_schema. */
    private static final String TABLES =
            "SELECT l.name, l.wr, l.strict, s.sql FROM %s l CROSS JOIN sqlite_schema s ON s.name = l.name AND s.type = 'table'"
                    + " WHERE l.schema = 'main' AND l.type = 'table' AND l.name NOT LIKE 'sqlite\\_%%' ESCAPE '\\'";

    private static final String ALL = TABLES.formatted("pragma_table_list");

    /** With an argument the pragma looks at one table only, instead of at the whole schema. */
    private static final String ONE = TABLES.formatted("pragma_table_list(?)");

    private static final String COLUMNS =
            "SELECT name, type, \"notnull\", dflt_value, pk, hidden FROM pragma_table_xinfo(?) ORDER BY cid";

    private static final String FOREIGN_KEYS =
            "SELECT id, \"table\", \"from\", \"to\" FROM pragma_foreign_key_list(?) ORDER BY id, seq";

    private static final String INDEXES =
            "SELECT l.name, x.name, l.partial FROM pragma_index_list(?) l JOIN pragma_index_xinfo(l.name) x"
                    + " WHERE l.\"unique\" = 1 AND x.key = 1 ORDER BY l.name, x.seqno";

    private static final Pattern CONSTANT = Pattern.compile("'(?:[^']|'')*'|[-+]?\\d+(\\.\\d+)?|(?i:true|false)");

    private final Connection connection;

    SchemaReader(Connection connection) {
        this.connection = connection;
    }

    /** A table's row of the list. */
    private record Listed(String name, boolean withoutRowid, boolean strict, String sql) {}

    Map<String, Table> all() throws SQLException {
        return read(query(ALL, null, SchemaReader::listed));
    }

    Optional<Table> named(String name) throws SQLException {
        return read(query(ONE, name, SchemaReader::listed)).values().stream().findFirst();
    }

    private static Listed listed(ResultSet row) throws SQLException {
        return new Listed(row.getString(1), row.getBoolean(2), row.getBoolean(3), row.getString(4));
    }

    private Map<String, Table> read(List<Listed> listed) throws SQLException {
        Map<String, Table> tables = new TreeMap<>();
        for (Listed each : listed) {
            tables.put(each.name(), table(each));
        }
        return tables;
    }

    private <T> List<T> query(String sql, String parameter, JdbcStore.RowReader<T> reader) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            if (parameter != null) {
                statement.setString(1, parameter);
            }
            return JdbcStore.rows(statement.executeQuery(), reader);
        }
    }

    /** A column's row. */
    private record Raw(String name, String type, boolean notNull, String fallback, int key, int hidden) {}

    private Table table(Listed listed) throws SQLException {
        List<Raw> raws = query(COLUMNS, listed.name(), SchemaReader::raw);
        List<String> key = raws.stream()
                .filter(raw -> raw.key() > 0)
                .sorted((a, b) -> a.key() - b.key())
                .map(Raw::name)
                .toList();
        boolean rowid = key.size() == 1
                && !listed.withoutRowid()
                && raws.stream().anyMatch(raw -> raw.key() == 1 && raw.type().equalsIgnoreCase("INTEGER"));
        List<Column> columns = raws.stream().map(raw -> column(raw, rowid)).toList();
        List<UniqueKey> unique = new ArrayList<>(unique(listed.name()));
        if (!key.isEmpty() && unique.stream().noneMatch(each -> each.columns().equals(key))) {
            unique.add(new UniqueKey("PRIMARY KEY", key, false));
        }
        return new Table(
                listed.name(),
                listed.name(),
                Names.quoted(listed.name()),
                columns,
                foreignKeys(listed.name()),
                unique,
                checks(listed.sql(), columns),
                Set.of(),
                List.of(),
                listed.withoutRowid() ? "" : "rowid",
                "");
    }

    private static Raw raw(ResultSet row) throws SQLException {
        String type = row.getString(2) == null ? "" : row.getString(2);
        return new Raw(row.getString(1), type, row.getBoolean(3), row.getString(4), row.getInt(5), row.getInt(6));
    }

    private static Column column(Raw raw, boolean rowid) {
        Column.Origin origin = raw.hidden() > 1 ? Column.Origin.DATABASE : Column.Origin.ROW;
        if (rowid && raw.key() == 1) {
            return new Column(raw.name(), ValueType.of(Base.INT64, raw.type()), false, Column.Origin.COUNTED, false);
        }
        boolean constant =
                raw.fallback() != null && CONSTANT.matcher(raw.fallback()).matches();
        return new Column(raw.name(), DeclaredType.of(raw.type()), !raw.notNull() && raw.key() == 0, origin, constant);
    }

    private List<ForeignKey> foreignKeys(String table) throws SQLException {
        Map<Integer, List<String[]>> byId = new LinkedHashMap<>();
        for (String[] row : query(FOREIGN_KEYS, table, row ->
                new String[] {row.getString(1), row.getString(2), row.getString(3), row.getString(4)})) {
            byId.computeIfAbsent(Integer.valueOf(row[0]), id -> new ArrayList<>())
                    .add(row);
        }
        List<ForeignKey> keys = new ArrayList<>();
        for (List<String[]> rows : byId.values()) {
            String parent = properName(rows.get(0)[1]);
            List<String> from = rows.stream().map(row -> row[2]).toList();
            List<String> to = rows.get(0)[3] == null
                    ? key(parent)
                    : rows.stream().map(row -> row[3]).toList();
            // PRAGMA defer_foreign_keys makes every reference wait for the commit.
            keys.add(new ForeignKey(table + "(" + String.join(", ", from) + ")", from, parent, to, false, true));
        }
        return keys;
    }

    private String properName(String parent) throws SQLException {
        List<String> names = query(
                "SELECT name FROM sqlite_schema WHERE type = 'table' AND name = ? COLLATE NOCASE",
                parent,
                row -> row.getString(1));
        return names.isEmpty() ? parent : names.get(0);
    }

    private List<String> key(String table) throws SQLException {
        return query("SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk", table, row -> row.getString(1));
    }

    private List<UniqueKey> unique(String table) throws SQLException {
        Map<String, List<String>> byName = new LinkedHashMap<>();
        for (String[] row : query(INDEXES, table, row -> new String[] {row.getString(1), row.getString(2)})) {
            byName.computeIfAbsent(row[0], name -> new ArrayList<>()).add(row[1]);
        }
        List<UniqueKey> keys = new ArrayList<>();
        byName.forEach((name, columns) -> {
            // A part without a name is an expression.
            List<String> plain =
                    columns.stream().filter(column -> column != null).toList();
            if (!plain.isEmpty()) {
                keys.add(new UniqueKey(name, plain, false));
            }
        });
        return keys;
    }

    private static List<Check> checks(String sql, List<Column> columns) {
        return CheckFinder.find(sql).stream()
                .map(found -> new Check(
                        found.name(), Renamer.rename(Parser.parse(found.condition()), name -> proper(name, columns))))
                .toList();
    }

    private static String proper(String name, List<Column> columns) {
        return columns.stream()
                .map(Column::name)
                .filter(name::equalsIgnoreCase)
                .findFirst()
                .orElse(name);
    }
}
