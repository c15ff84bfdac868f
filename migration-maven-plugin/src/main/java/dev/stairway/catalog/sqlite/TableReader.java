package dev.stairway.catalog.sqlite;

import dev.stairway.catalog.Answers;
import dev.stairway.catalog.ConditionText;
import dev.stairway.catalog.DefaultText;
import dev.stairway.catalog.sqlite.SqliteReader.Listed;
import dev.stairway.compare.logical.LogicalColumn;
import dev.stairway.compare.logical.LogicalColumn.Generation;
import dev.stairway.compare.logical.LogicalForeignKey;
import dev.stairway.compare.logical.LogicalKey;
import dev.stairway.compare.logical.LogicalTable;
import dev.stairway.compare.logical.LogicalType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads one table. See <a href="https://www.sqlite.org/pragma.html">PRAGMA Statements</a>. */
final class TableReader {

    private static final String COLUMNS =
            "SELECT name, type, \"notnull\", dflt_value, pk, hidden FROM pragma_table_xinfo(?) WHERE hidden <> 1 ORDER BY cid";

    private static final String FOREIGN_KEYS =
            "SELECT id, \"table\", \"from\", \"to\", on_delete, on_update FROM pragma_foreign_key_list(?) ORDER BY id, seq";

    private static final String KEY = "SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk";

    private static final int VIRTUAL = 2;
    private static final int STORED = 3;

    private final Connection connection;
    private final Listed listed;
    private final WrittenTable written;

    private TableReader(Connection connection, Listed listed) {
        this.connection = connection;
        this.listed = listed;
        this.written = WrittenTable.of(listed.sql());
    }

    static LogicalTable read(Connection connection, Listed listed) throws SQLException {
        return new TableReader(connection, listed).read();
    }

    private record Raw(String name, String type, boolean notNull, String fallback, int key, int hidden) {}

    private record Link(int id, String parent, String from, String to, String onDelete, String onUpdate) {}

    private LogicalTable read() throws SQLException {
        List<Raw> raws = Answers.of(
                connection,
                COLUMNS,
                row -> new Raw(
                        row.getString(1),
                        row.getString(2) == null ? "" : row.getString(2),
                        row.getBoolean(3),
                        row.getString(4),
                        row.getInt(5),
                        row.getInt(6)),
                listed.name());
        List<String> key = raws.stream()
                .filter(raw -> raw.key() > 0)
                .sorted(Comparator.comparingInt(Raw::key))
                .map(raw -> lower(raw.name()))
                .toList();
        boolean rowid = key.size() == 1
                && !listed.withoutRowid()
                && raws.stream().anyMatch(raw -> raw.key() == 1 && raw.type().equalsIgnoreCase("INTEGER"));
        IndexReader indexes = IndexReader.read(connection, listed.name(), written);
        return new LogicalTable(
                lower(listed.name()),
                raws.stream().map(raw -> column(raw, rowid)).toList(),
                key.isEmpty() ? null : new LogicalKey(written.nameOfPrimaryKey(), key),
                indexes.uniqueKeys(),
                foreignKeys(),
                written.checks(),
                indexes.indexes());
    }

    private LogicalColumn column(Raw raw, boolean rowid) {
        String name = lower(raw.name());
        LogicalType type = Affinity.type(raw.type());
        if (rowid && raw.key() == 1) {
            // https://www.sqlite.org/lang_createtable.html#rowid: NULL asks for the next number.
            return new LogicalColumn(name, type, false, null, Generation.COUNTED);
        }
        Generation generation = raw.hidden() == VIRTUAL
                ? Generation.VIRTUAL
                : raw.hidden() == STORED ? Generation.STORED : Generation.NONE;
        String text = generation == Generation.NONE
                ? DefaultText.of(raw.fallback(), type.family())
                : ConditionText.of(written.generated(name));
        // Only WITHOUT ROWID makes the columns of a primary key NOT NULL:
        // https://www.sqlite.org/lang_createtable.html#the_primary_key.
        boolean nullable = !raw.notNull() && !(raw.key() > 0 && listed.withoutRowid());
        return new LogicalColumn(name, type, nullable, text, generation);
    }

    private List<LogicalForeignKey> foreignKeys() throws SQLException {
        Map<Integer, List<Link>> byId = new LinkedHashMap<>();
        List<Link> links = Answers.of(
                connection,
                FOREIGN_KEYS,
                row -> new Link(
                        row.getInt(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6)),
                listed.name());
        for (Link link : links) {
            byId.computeIfAbsent(link.id(), id -> new ArrayList<>()).add(link);
        }
        List<LogicalForeignKey> keys = new ArrayList<>();
        for (List<Link> of : byId.values()) {
            keys.add(foreignKey(of));
        }
        keys.sort(Comparator.comparing(key -> String.join(",", key.columns()) + ">" + key.parent()));
        return keys;
    }

    private LogicalForeignKey foreignKey(List<Link> links) throws SQLException {
        Link first = links.get(0);
        List<String> columns = links.stream().map(link -> lower(link.from())).toList();
        List<String> parents = first.to() == null
                ? Answers.of(connection, KEY, row -> lower(row.getString(1)), first.parent())
                : links.stream().map(link -> lower(link.to())).toList();
        WrittenTable.Reference reference = written.reference(columns, lower(first.parent()));
        return new LogicalForeignKey(
                reference.name(),
                columns,
                lower(first.parent()),
                parents,
                first.onDelete(),
                first.onUpdate(),
                reference.deferrable());
    }

    static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
