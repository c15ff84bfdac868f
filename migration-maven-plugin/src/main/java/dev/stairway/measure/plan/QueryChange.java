package dev.stairway.measure.plan;

import java.util.List;

/**
 * What one migration does to one query.
 *
 * @param migration its id; empty when no migration is at fault
 * @param query its name
 * @param place file and line of the query
 * @param text one sentence, with the server's message where something fails
 * @param before plan in lines; empty where there is none
 * @param after the same
 * @param costRatio by the planner; null where unknown
 * @param buffersRatio pages that were touched; null where unknown
 */
public record QueryChange(
        String migration,
        String query,
        String place,
        Kind kind,
        String text,
        List<String> before,
        List<String> after,
        Double costRatio,
        Double buffersRatio) {

    /** From worst to best. */
    public enum Kind {
        /** It works before the migration and not after it, though the release that sends it may still run. */
        FAILS_AFTER,
        /** It works neither before any migration nor at head. */
        NEVER_WORKS,
        /** The release after sends it, and it does not work before the migration. */
        FAILS_BEFORE,
        /** An index that it used is used no longer, and no other one of that table. */
        INDEX_LOST,
        /** A table is read from end to end that was not. */
        SEQUENTIAL_SCAN,
        /** It costs at least twice as much. */
        COSTLIER,
        /** The plan is another one. */
        PLAN_CHANGED,
        /** It costs at most half as much, or an index spares it a whole table. */
        CHEAPER,
        /** Whether it works could not be found out. */
        NOT_TRIED
    }

    public QueryChange {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }
}
