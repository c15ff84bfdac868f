package dev.stairway.compare.schema.known;

import dev.stairway.compare.logical.LogicalType.Family;
import dev.stairway.compare.schema.Aspect;
import dev.stairway.compare.schema.KnownDifference;
import dev.stairway.compare.schema.Pair;
import dev.stairway.compare.schema.Part;
import java.util.Set;

/** Text and bytes of any length go into a column of SQLite. */
final class SqliteLengths implements KnownDifference {

    @Override
    public String id() {
        return "sqlite-lengths-not-enforced";
    }

    @Override
    public String why() {
        return "SQLite keeps no fixed lengths: varchar(50) is text of any length there, and 300 characters go in. Add a"
                + " CHECK on length() where it matters. https://www.sqlite.org/datatype3.html";
    }

    @Override
    public boolean covers(Pair pair) {
        return pair.about(Part.COLUMN, Aspect.ENFORCEMENT)
                && pair.with("sqlite")
                && pair.families(Set.of(Family.TEXT, Family.BINARY));
    }
}
