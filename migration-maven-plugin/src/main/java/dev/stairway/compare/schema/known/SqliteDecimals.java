package dev.stairway.compare.schema.known;

import dev.stairway.compare.logical.LogicalType.Family;
import dev.stairway.compare.schema.Aspect;
import dev.stairway.compare.schema.KnownDifference;
import dev.stairway.compare.schema.Pair;
import dev.stairway.compare.schema.Part;
import java.util.Set;

/** Decimals are binary fractions in SQLite. */
final class SqliteDecimals implements KnownDifference {

    @Override
    public String id() {
        return "sqlite-no-exact-decimals";
    }

    @Override
    public String why() {
        return "SQLite has no exact decimals: numeric(9,2) keeps more digits than two, and keeps them as a binary fraction of"
                + " about 15 digits. Keep money as whole cents where it matters. https://www.sqlite.org/floatingpoint.html";
    }

    @Override
    public boolean covers(Pair pair) {
        return pair.about(Part.COLUMN, Aspect.ENFORCEMENT, Aspect.TYPE)
                && pair.with("sqlite")
                && pair.notOf("sqlite").family() == Family.DECIMAL
                && (pair.aspect() == Aspect.ENFORCEMENT
                        || Set.of(Family.DOUBLE, Family.REAL)
                                .contains(pair.of("sqlite").family()));
    }
}
