package dev.stairway.compare.schema.known;

import dev.stairway.compare.logical.LogicalColumn.Generation;
import dev.stairway.compare.schema.Aspect;
import dev.stairway.compare.schema.KnownDifference;
import dev.stairway.compare.schema.Pair;
import dev.stairway.compare.schema.Part;

/** The rowid counts whether it is asked to or not. */
final class SqliteRowid implements KnownDifference {

    @Override
    public String id() {
        return "sqlite-rowid";
    }

    @Override
    public String why() {
        return "An INTEGER PRIMARY KEY of SQLite is the rowid: it counts by itself, with or without AUTOINCREMENT, and is never"
                + " NULL. https://www.sqlite.org/lang_createtable.html#rowid";
    }

    @Override
    public boolean covers(Pair pair) {
        return pair.about(Part.COLUMN, Aspect.GENERATION, Aspect.NULLABILITY)
                && pair.with("sqlite")
                && pair.of("sqlite")
                        .column()
                        .filter(column -> column.generation() == Generation.COUNTED)
                        .isPresent();
    }
}
