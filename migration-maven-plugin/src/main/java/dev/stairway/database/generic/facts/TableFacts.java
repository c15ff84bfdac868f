package dev.stairway.database.generic.facts;

import java.util.List;

/**
 * A table or view.
 *
 * @param schema null where tables have none
 * @param view true when its rows are those of others
 * @param type as the driver calls it
 * @param remarks empty for none
 */
public record TableFacts(
        String schema,
        String name,
        boolean view,
        String type,
        String remarks,
        List<ColumnFacts> columns,
        KeyFacts primaryKey,
        List<IndexFacts> indexes,
        List<ReferenceFacts> foreignKeys) {

    public TableFacts {
        columns = List.copyOf(columns);
        indexes = List.copyOf(indexes);
        foreignKeys = List.copyOf(foreignKeys);
    }
}
