package dev.stairway.fingerprint.generic;

import dev.stairway.database.generic.facts.ColumnFacts;
import dev.stairway.database.generic.facts.IndexFacts;
import dev.stairway.database.generic.facts.KeyFacts;
import dev.stairway.database.generic.facts.ReferenceFacts;
import dev.stairway.database.generic.facts.Spelling;
import dev.stairway.database.generic.facts.TableFacts;
import dev.stairway.fingerprint.SchemaObject;
import java.sql.Types;
import java.util.Map;
import java.util.stream.Collectors;

/** What the driver tells of tables and views, as objects. */
final class DriverSchema {

    private final Spelling spelling;
    private final GivenNames given;
    private final Collected collected;

    DriverSchema(Spelling spelling, Collected collected) {
        this.spelling = spelling;
        this.given = GivenNames.of(spelling.product());
        this.collected = collected;
    }

    void add(TableFacts table) {
        String name = spelling.shown(table.schema(), table.name());
        String kind = table.view() ? "view" : "table";
        Map<String, String> attributes = collected.owner(kind, name);
        put(attributes, "comment", table.remarks());
        put(
                attributes,
                "type",
                table.type().replaceFirst("^(BASE )?TABLE$|^VIEW$", "").toLowerCase(java.util.Locale.ROOT));
        attributes.put(
                SchemaObject.COLUMN_ORDER,
                spelling.shown(table.columns().stream().map(ColumnFacts::name).toList()));
        for (ColumnFacts column : table.columns()) {
            column(kind, name, column);
        }
        if (!table.view()) {
            primaryKey(name, table.primaryKey());
            table.indexes().forEach(index -> index(name, index));
            table.foreignKeys().forEach(key -> foreignKey(name, key));
        }
    }

    private void column(String ownerKind, String table, ColumnFacts column) {
        String kind = ownerKind.equals("view") ? "view column" : "column";
        Map<String, String> attributes =
                collected.member(ownerKind, table, kind, table + "." + spelling.shown(column.name()));
        attributes.put("type", type(column));
        if (ownerKind.equals("view")) {
            return;
        }
        put(attributes, "not null", column.nullable() ? "" : "yes");
        put(attributes, "default", column.fallback());
        put(attributes, "comment", column.remarks());
        put(attributes, "counted", column.counted() ? "yes" : "");
        put(attributes, "generated", column.generated() ? "yes" : "");
    }

    private static String type(ColumnFacts column) {
        String name = String.valueOf(column.typeName()).toLowerCase(java.util.Locale.ROOT);
        return switch (column.jdbcType()) {
            case Types.CHAR, Types.VARCHAR, Types.NCHAR, Types.NVARCHAR, Types.BINARY, Types.VARBINARY ->
                name + "(" + column.size() + ")";
            case Types.DECIMAL, Types.NUMERIC -> name + "(" + column.size() + "," + column.digits() + ")";
            case Types.TIME, Types.TIMESTAMP, Types.TIME_WITH_TIMEZONE, Types.TIMESTAMP_WITH_TIMEZONE ->
                name + "(" + column.digits() + ")";
            default -> name;
        };
    }

    private void primaryKey(String table, KeyFacts key) {
        if (!key.columns().isEmpty()) {
            Map<String, String> attributes = collected.member("table", table, "primary key", "on " + table);
            attributes.put("columns", spelling.shown(key.columns()));
            put(attributes, "name", given.constraint(key.name()) ? "" : spelling.shown(key.name()));
        }
    }

    private void index(String table, IndexFacts index) {
        String columns = index.parts().stream()
                .map(part -> spelling.shown(part.column()) + (part.descending() ? " desc" : ""))
                .collect(Collectors.joining(", "));
        String name = given.index(index.name()) ? "(" + columns + ")" : spelling.shown(index.name());
        Map<String, String> attributes = collected.member("table", table, "index", name + " on " + table);
        attributes.put("columns", columns);
        attributes.put("unique", index.unique() ? "yes" : "no");
        put(attributes, "where", index.filter());
    }

    private void foreignKey(String table, ReferenceFacts key) {
        String name = "(" + spelling.shown(key.columns()) + ") to "
                + spelling.shown(key.parentSchema(), key.parent()) + " (" + spelling.shown(key.parentColumns())
                + ") on "
                + table;
        Map<String, String> attributes = collected.member("table", table, "foreign key", name);
        String own = given.constraint(key.name()) ? "without" : spelling.shown(key.name());
        // Two keys may say the same under two names.
        attributes.merge("name", own, (one, other) -> one + ", " + other);
        attributes.put("on delete", key.onDelete());
        attributes.put("on update", key.onUpdate());
        put(attributes, "deferrable", key.deferrability());
    }

    static void put(Map<String, String> attributes, String name, String value) {
        if (value != null && !value.isEmpty()) {
            attributes.put(name, value);
        }
    }
}
