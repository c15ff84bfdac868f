package dev.stairway.catalog.postgres;

import dev.stairway.catalog.Answers;
import dev.stairway.compare.logical.LogicalReader;
import dev.stairway.compare.logical.LogicalSchema;
import dev.stairway.compare.logical.LogicalTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads PostgreSQL, 14 to 18, in six questions for the whole schema. */
public final class PostgresReader implements LogicalReader {

    private final String onlySchema;

    /** @param onlySchema the schema to read; empty for all that are not the server's own */
    public PostgresReader(Optional<String> onlySchema) {
        this.onlySchema = onlySchema.orElse("");
    }

    private record Relation(long oid, String schema, String name, String kind) {

        boolean view() {
            return kind.equals("v") || kind.equals("m");
        }
    }

    @Override
    public LogicalSchema read(Connection connection, Set<String> bookkeeping) throws SQLException {
        List<Relation> relations = Answers.of(
                connection,
                CatalogSql.RELATIONS,
                row -> new Relation(row.getLong(1), row.getString(2), row.getString(3), row.getString(4)),
                onlySchema,
                onlySchema);
        Map<Long, TableDraft> drafts = new LinkedHashMap<>();
        TreeMap<String, LogicalTable> tables = new TreeMap<>();
        TreeSet<String> views = new TreeSet<>();
        TypeBook types = TypeBook.read(connection);
        for (Relation relation : relations) {
            if (relation.view()) {
                views.add(relation.name().toLowerCase(Locale.ROOT));
            } else {
                drafts.put(relation.oid(), new TableDraft(relation.name(), types));
            }
        }
        new Parts(connection, drafts, onlySchema).read();
        for (Relation relation : relations) {
            String name = relation.name().toLowerCase(Locale.ROOT);
            if (!relation.view() && !bookkeeping.contains(name)) {
                // Two of the same name in two schemas: only the second one has to say where it is.
                String key = tables.containsKey(name) ? relation.schema() + "." + name : name;
                tables.put(key, drafts.get(relation.oid()).table(key));
            }
        }
        return new LogicalSchema(tables, views);
    }
}
