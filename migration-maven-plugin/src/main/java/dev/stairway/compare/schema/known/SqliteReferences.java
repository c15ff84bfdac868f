package dev.stairway.compare.schema.known;

import dev.stairway.compare.schema.Aspect;
import dev.stairway.compare.schema.KnownDifference;
import dev.stairway.compare.schema.Pair;
import dev.stairway.compare.schema.Part;

/** Foreign keys of SQLite have to be asked for. */
final class SqliteReferences implements KnownDifference {

    @Override
    public String id() {
        return "sqlite-foreign-keys-on-request";
    }

    @Override
    public String why() {
        return "SQLite checks foreign keys only in connections that say PRAGMA foreign_keys = ON, which is not the default. Say"
                + " it in every connection of the application. https://www.sqlite.org/foreignkeys.html#fk_enable";
    }

    @Override
    public boolean covers(Pair pair) {
        return pair.about(Part.FOREIGN_KEY, Aspect.ENFORCEMENT) && pair.with("sqlite");
    }
}
