package dev.stairway.compare.schema.known;

import dev.stairway.compare.schema.Aspect;
import dev.stairway.compare.schema.KnownDifference;
import dev.stairway.compare.schema.Pair;
import dev.stairway.compare.schema.Part;

/** A primary key alone does not keep NULL out of SQLite. */
final class SqliteKeysTakeNull implements KnownDifference {

    @Override
    public String id() {
        return "sqlite-primary-key-takes-null";
    }

    @Override
    public String why() {
        return "SQLite lets NULL into a primary key that is no INTEGER PRIMARY KEY, by an old mistake that it keeps. Say NOT NULL"
                + " as well. https://www.sqlite.org/quirks.html";
    }

    @Override
    public boolean covers(Pair pair) {
        return pair.about(Part.COLUMN, Aspect.NULLABILITY)
                && pair.with("sqlite")
                && pair.of("sqlite").says().startsWith("NULL")
                && pair.of("sqlite")
                        .table()
                        .filter(table -> table.primaryKey() != null
                                && table.primaryKey()
                                        .columns()
                                        .contains(pair.item().label()))
                        .isPresent();
    }

    /** NOT NULL is easily written. */
    @Override
    public boolean explains() {
        return false;
    }
}
