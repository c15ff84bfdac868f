package dev.stairway.compare.schema.known;

import dev.stairway.compare.logical.LogicalType.Family;
import dev.stairway.compare.schema.Aspect;
import dev.stairway.compare.schema.KnownDifference;
import dev.stairway.compare.schema.Pair;
import dev.stairway.compare.schema.Part;
import java.util.Set;

/** Dates and times are text in SQLite. */
final class SqliteMoments implements KnownDifference {

    private static final Set<Family> MOMENTS =
            Set.of(Family.DATE, Family.TIME, Family.TIMESTAMP, Family.TIMESTAMP_ZONED, Family.INTERVAL);

    @Override
    public String id() {
        return "sqlite-no-dates";
    }

    @Override
    public String why() {
        return "SQLite has no dates and times: they are text or numbers, nothing is checked, and texts of the same moment need"
                + " not be equal. https://www.sqlite.org/datatype3.html#date_and_time_datatype";
    }

    @Override
    public boolean covers(Pair pair) {
        return pair.about(Part.COLUMN, Aspect.ENFORCEMENT, Aspect.TYPE)
                && pair.with("sqlite")
                && MOMENTS.contains(pair.notOf("sqlite").family())
                && (pair.of("sqlite").family() == pair.notOf("sqlite").family()
                        || Set.of(Family.TEXT, Family.INTEGER, Family.BIGINT)
                                .contains(pair.of("sqlite").family()));
    }
}
