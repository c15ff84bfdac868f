package dev.stairway.measure.lock;

/** What several looks have seen of one lock so far; moments are {@link System#nanoTime()} and null until they have come. */
final class WatchedLock {

    private final PostgresRelation relation;
    private final PostgresMode mode;
    private Long first;
    private Long gone;
    private Long waitBegan;
    private Long waitSeen;
    private double waiting;
    private double longestWait;

    WatchedLock(PostgresRelation relation, PostgresMode mode) {
        this.relation = relation;
        this.mode = mode;
    }

    void seen(LockLook.Seen seen, long moment) {
        if (seen.granted()) {
            endWait(moment);
            if (first == null) {
                first = moment;
            }
            gone = null;
        } else {
            if (waitSeen != null && seen.waitedMillis() < waiting) {
                // Another try, after a lock_timeout.
                endWait(moment);
            }
            if (waitBegan == null) {
                waitBegan = moment;
            }
            waiting = Math.max(seen.waitedMillis(), (moment - waitBegan) / 1e6);
            waitSeen = moment;
        }
    }

    void notSeen(long moment) {
        endWait(moment);
        if (first != null && gone == null) {
            gone = moment;
        }
    }

    /** Between the last look that found it waiting and this one: in the middle, on average. */
    private void endWait(long moment) {
        if (waitSeen != null) {
            double rest = (moment - waitSeen) / 2e6;
            longestWait = Math.max(longestWait, waiting + rest);
            // It may be held for less than the time between two looks.
            if (first == null) {
                first = moment - (long) (rest * 1e6);
            }
            waitBegan = null;
            waitSeen = null;
        }
    }

    /** @param end of the statement, which has succeeded: it was given what it waited for */
    LockSample sample(long end) {
        endWait(end);
        return new LockSample(relation, mode, first, gone, longestWait);
    }
}
