package dev.stairway.perf.advice;

import dev.stairway.finding.Rule;
import dev.stairway.measure.lock.Blocked;
import dev.stairway.measure.lock.RelationLock;

/**
 * What to write instead.
 *
 * @param rule that the statement breaks
 * @param lock that keeps others away meanwhile
 * @param doing what it does under it, after {@code while it}
 * @param instead SQL and words, in the user's own names
 */
record Advised(Rule rule, RelationLock lock, String doing, String instead) {

    /** Who has to wait. */
    String whom() {
        return lock.blocks(Blocked.READS) ? "readers and writers" : "writers";
    }
}
