package dev.stairway.database.generic.facts;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Reads a schema through the driver alone, as {@link DatabaseMetaData} lays it down for every product.
 *
 * <p>Columns come in one question for all tables; keys and indexes have to be asked for table by table.
 */
public final class Metadata {

    /** Of the products that people use; what a product keeps about itself is no part of the state. */
    private static final Set<String> SYSTEM_SCHEMAS = Set.of(
            "information_schema",
            "sys",
            "syscat",
            "sysibm",
            "sysfun",
            "sysproc",
            "sysstat",
            "system_lobs",
            "pg_catalog",
            "mysql",
            "performance_schema",
            "sysibmadm",
            "systools",
            "nullid",
            "sqlj",
            "syscs_diag",
            "syscs_util");

    private final DatabaseMetaData meta;
    private final Spelling spelling;
    private final String onlySchema;

    private Metadata(DatabaseMetaData meta, Spelling spelling, String onlySchema) {
        this.meta = meta;
        this.spelling = spelling;
        this.onlySchema = onlySchema;
    }

    /** @param onlySchema the schema to read; empty for all that are not the product's own */
    public static Metadata of(Connection connection, Spelling spelling, Optional<String> onlySchema)
            throws SQLException {
        return new Metadata(connection.getMetaData(), spelling, onlySchema.orElse(null));
    }

    /** True for a schema that is read; null stands for what belongs to none. */
    public boolean covers(String schema) {
        if (schema == null) {
            return onlySchema == null;
        }
        return onlySchema == null
                ? !SYSTEM_SCHEMAS.contains(schema.toLowerCase(Locale.ROOT))
                : onlySchema.equals(schema);
    }

    /** A place without its content. */
    private record Place(String schema, String name) {}

    /** Every table and view, with what belongs to it, in the order in which the driver names them. */
    public List<TableFacts> tables() throws SQLException {
        return tables(table -> true);
    }

    /** Those that are wanted, which are asked about before their keys are read. */
    public List<TableFacts> tables(Predicate<TableFacts> wanted) throws SQLException {
        Map<Place, List<ColumnFacts>> columns = columns();
        List<TableFacts> tables = new ArrayList<>();
        try (ResultSet row = meta.getTables(spelling.catalog(), onlySchema, "%", null)) {
            while (row.next()) {
                listed(row, columns).filter(wanted).ifPresent(tables::add);
            }
        }
        List<TableFacts> whole = new ArrayList<>();
        for (TableFacts table : tables) {
            whole.add(table.view() ? table : withKeys(table));
        }
        return whole;
    }

    private Optional<TableFacts> listed(ResultSet row, Map<Place, List<ColumnFacts>> columns) throws SQLException {
        String schema = row.getString("TABLE_SCHEM");
        String name = row.getString("TABLE_NAME");
        String type = String.valueOf(row.getString("TABLE_TYPE")).toUpperCase(Locale.ROOT);
        boolean ours = covers(schema)
                && !type.contains("SEQUENCE")
                && !type.contains("SYNONYM")
                && !type.contains("INDEX")
                && (!type.startsWith("SYSTEM") || type.equals("SYSTEM VERSIONED"))
                && !type.contains("TEMPORARY VIEW")
                && !type.startsWith("LOCAL TEMPORARY");
        if (!ours) {
            return Optional.empty();
        }
        return Optional.of(new TableFacts(
                schema,
                name,
                type.contains("VIEW"),
                type,
                text(row.getString("REMARKS")),
                columns.getOrDefault(new Place(schema, name), List.of()),
                KeyFacts.NONE,
                List.of(),
                List.of()));
    }

    private TableFacts withKeys(TableFacts table) throws SQLException {
        return new TableFacts(
                table.schema(),
                table.name(),
                false,
                table.type(),
                table.remarks(),
                table.columns(),
                primaryKey(table),
                indexes(table),
                foreignKeys(table));
    }

    private Map<Place, List<ColumnFacts>> columns() throws SQLException {
        Map<Place, List<ColumnFacts>> columns = new LinkedHashMap<>();
        try (ResultSet row = meta.getColumns(spelling.catalog(), onlySchema, "%", "%")) {
            while (row.next()) {
                String schema = row.getString("TABLE_SCHEM");
                if (covers(schema)) {
                    columns.computeIfAbsent(new Place(schema, row.getString("TABLE_NAME")), place -> new ArrayList<>())
                            .add(column(row));
                }
            }
        }
        return columns;
    }

    private static ColumnFacts column(ResultSet row) throws SQLException {
        // Some drivers give columns of a result but once, and in order.
        String name = row.getString("COLUMN_NAME");
        int jdbcType = row.getInt("DATA_TYPE");
        String typeName = row.getString("TYPE_NAME");
        long size = row.getLong("COLUMN_SIZE");
        int digits = row.getInt("DECIMAL_DIGITS");
        boolean nullable = row.getInt("NULLABLE") != DatabaseMetaData.columnNoNulls;
        String remarks = text(row.getString("REMARKS"));
        String fallback = row.getString("COLUMN_DEF");
        boolean counted = "YES".equals(row.getString("IS_AUTOINCREMENT"));
        boolean generated = "YES".equals(row.getString("IS_GENERATEDCOLUMN"));
        return new ColumnFacts(name, jdbcType, typeName, size, digits, nullable, fallback, remarks, counted, generated);
    }

    private KeyFacts primaryKey(TableFacts table) throws SQLException {
        Map<Short, String> columns = new java.util.TreeMap<>();
        String name = "";
        try (ResultSet row = meta.getPrimaryKeys(spelling.catalog(), table.schema(), table.name())) {
            while (row.next()) {
                columns.put(row.getShort("KEY_SEQ"), row.getString("COLUMN_NAME"));
                name = text(row.getString("PK_NAME"));
            }
        }
        return columns.isEmpty() ? KeyFacts.NONE : new KeyFacts(name, List.copyOf(columns.values()));
    }

    private List<IndexFacts> indexes(TableFacts table) throws SQLException {
        Map<String, IndexFacts> indexes = new LinkedHashMap<>();
        try (ResultSet row = meta.getIndexInfo(spelling.catalog(), table.schema(), table.name(), false, true)) {
            while (row.next()) {
                String name = row.getString("INDEX_NAME");
                if (name == null || row.getShort("TYPE") == DatabaseMetaData.tableIndexStatistic) {
                    continue;
                }
                boolean unique = !row.getBoolean("NON_UNIQUE");
                IndexFacts.Part part = new IndexFacts.Part(
                        text(row.getString("COLUMN_NAME")), "D".equals(row.getString("ASC_OR_DESC")));
                String filter = text(row.getString("FILTER_CONDITION"));
                indexes.merge(name, new IndexFacts(name, unique, List.of(part), filter), Metadata::together);
            }
        }
        return List.copyOf(indexes.values());
    }

    private static IndexFacts together(IndexFacts first, IndexFacts next) {
        List<IndexFacts.Part> parts = new ArrayList<>(first.parts());
        parts.addAll(next.parts());
        return new IndexFacts(first.name(), first.unique(), parts, first.filter());
    }

    private List<ReferenceFacts> foreignKeys(TableFacts table) throws SQLException {
        List<ReferenceFacts> keys = new ArrayList<>();
        try (ResultSet row = meta.getImportedKeys(spelling.catalog(), table.schema(), table.name())) {
            ReferenceFacts present = null;
            while (row.next()) {
                ReferenceFacts part = reference(row);
                // Rows of one key follow one another; KEY_SEQ starts at 1 with each.
                boolean goesOn = present != null && row.getShort("KEY_SEQ") > 1;
                present = goesOn ? together(present, part) : part;
                if (goesOn) {
                    keys.set(keys.size() - 1, present);
                } else {
                    keys.add(present);
                }
            }
        }
        return keys;
    }

    private ReferenceFacts reference(ResultSet row) throws SQLException {
        String catalog = row.getString("PKTABLE_CAT");
        String schema = row.getString("PKTABLE_SCHEM");
        boolean elsewhere = spelling.mysqlFamily() && catalog != null && !catalog.equals(spelling.catalog());
        return new ReferenceFacts(
                text(row.getString("FK_NAME")),
                List.of(row.getString("FKCOLUMN_NAME")),
                elsewhere ? catalog : schema,
                row.getString("PKTABLE_NAME"),
                List.of(row.getString("PKCOLUMN_NAME")),
                rule(row.getShort("UPDATE_RULE")),
                rule(row.getShort("DELETE_RULE")),
                deferrability(row.getShort("DEFERRABILITY")));
    }

    private static ReferenceFacts together(ReferenceFacts first, ReferenceFacts next) {
        List<String> columns = new ArrayList<>(first.columns());
        columns.addAll(next.columns());
        List<String> parents = new ArrayList<>(first.parentColumns());
        parents.addAll(next.parentColumns());
        return new ReferenceFacts(
                first.name(),
                columns,
                first.parentSchema(),
                first.parent(),
                parents,
                first.onUpdate(),
                first.onDelete(),
                first.deferrability());
    }

    private static String rule(short rule) {
        return switch (rule) {
            case DatabaseMetaData.importedKeyCascade -> "cascade";
            case DatabaseMetaData.importedKeySetNull -> "set null";
            case DatabaseMetaData.importedKeySetDefault -> "set default";
            case DatabaseMetaData.importedKeyRestrict -> "restrict";
            default -> "no action";
        };
    }

    private static String deferrability(short kind) {
        return switch (kind) {
            case DatabaseMetaData.importedKeyInitiallyDeferred -> "initially deferred";
            case DatabaseMetaData.importedKeyInitiallyImmediate -> "initially immediate";
            default -> "";
        };
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}
