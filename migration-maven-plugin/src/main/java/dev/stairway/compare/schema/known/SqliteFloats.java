package dev.stairway.compare.schema.known;

import dev.stairway.compare.logical.LogicalType.Family;
import dev.stairway.compare.schema.Aspect;
import dev.stairway.compare.schema.KnownDifference;
import dev.stairway.compare.schema.Pair;
import dev.stairway.compare.schema.Part;
import java.util.Set;

/** Every fraction has eight bytes in SQLite. */
final class SqliteFloats implements KnownDifference {

    @Override
    public String id() {
        return "sqlite-one-floating-type";
    }

    @Override
    public String why() {
        return "SQLite has one floating-point number, of eight bytes. https://www.sqlite.org/datatype3.html";
    }

    @Override
    public boolean covers(Pair pair) {
        return pair.about(Part.COLUMN, Aspect.ENFORCEMENT, Aspect.TYPE)
                && pair.with("sqlite")
                && pair.families(Set.of(Family.REAL, Family.DOUBLE));
    }
}
