package dev.stairway.compare.schema.known;

import dev.stairway.compare.logical.LogicalType.Family;
import dev.stairway.compare.schema.Aspect;
import dev.stairway.compare.schema.KnownDifference;
import dev.stairway.compare.schema.Pair;
import dev.stairway.compare.schema.Part;
import java.util.Set;

/** Declared sizes of integers mean nothing to SQLite. */
final class SqliteIntegers implements KnownDifference {

    private static final Set<Family> INTEGERS = Set.of(Family.SMALLINT, Family.INTEGER, Family.BIGINT);

    @Override
    public String id() {
        return "sqlite-integers-are-64-bit";
    }

    @Override
    public String why() {
        return "SQLite has one integer of up to 64 bits, whatever is declared, and keeps text that is no number. Add a CHECK"
                + " where the range matters. https://www.sqlite.org/datatype3.html";
    }

    @Override
    public boolean covers(Pair pair) {
        return pair.about(Part.COLUMN, Aspect.ENFORCEMENT, Aspect.TYPE)
                && pair.with("sqlite")
                && pair.families(INTEGERS);
    }
}
