package dev.stairway.measure.lock;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the looks at one statement have seen. */
final class LockSamples {

    /** From this age of a statement on, looks are rarer: they no longer decide about what is seen. */
    private static final long YOUNG_NANOS = 200_000_000;

    private static final int RARER = 4;

    private record Key(long oid, PostgresMode mode) {}

    /** All that is known of one lock so far; moments are null until they have come. */
    private static final class Growing {
        private final PostgresRelation relation;
        private final PostgresMode mode;
        private Long first;
        private Long gone;
        private Long waitBegan;
        private Long waitSeen;
        private double waited;
        private boolean waiting;

        private Growing(PostgresRelation relation, PostgresMode mode) {
            this.relation = relation;
            this.mode = mode;
        }

        private void seen(LockLook.Seen seen, long moment) {
            if (seen.granted()) {
                endWait(moment);
                first = first == null ? moment : first;
                gone = null;
            } else {
                waitBegan = waitBegan == null ? moment : waitBegan;
                waited = Math.max(seen.waitedMillis(), (moment - waitBegan) / 1e6);
                waitSeen = moment;
                waiting = true;
            }
        }

        private void notSeen(long moment) {
            endWait(moment);
            gone = first != null && gone == null ? Long.valueOf(moment) : gone;
        }

        /** Between the last look that found it waiting and this one: in the middle, on average. */
        private void endWait(long moment) {
            if (waiting) {
                waited += (moment - waitSeen) / 2e6;
                waiting = false;
            }
        }
    }

    private final LockPace pace;
    private final long began = System.nanoTime();
    private final Map<Key, Growing> locks = new LinkedHashMap<>();
    private long due;

    LockSamples(LockPace pace) {
        this.pace = pace;
        this.due = began + pace.firstNanos();
    }

    /** Nanoseconds to the next look; not above 0 when it is due. */
    long dueIn(long moment) {
        return due - moment;
    }

    void add(List<LockLook.Seen> seen, long moment) {
        Map<Key, LockLook.Seen> now = new LinkedHashMap<>();
        seen.forEach(one -> now.put(new Key(one.relation().oid(), one.mode()), one));
        now.forEach((key, one) -> locks.computeIfAbsent(key, k -> new Growing(one.relation(), one.mode()))
                .seen(one, moment));
        locks.forEach((key, growing) -> {
            if (!now.containsKey(key)) {
                growing.notSeen(moment);
            }
        });
        due = moment + pace.nextNanos() * (moment - began < YOUNG_NANOS ? 1 : RARER);
    }

    /** @param end of the statement */
    List<LockSample> all(long end) {
        List<LockSample> all = new ArrayList<>();
        for (Growing lock : locks.values()) {
            lock.endWait(end);
            all.add(new LockSample(lock.relation, lock.mode, lock.first, lock.gone, lock.waited));
        }
        return all;
    }
}
