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

    private final LockPace pace;
    private final long began = System.nanoTime();
    private final Map<Key, WatchedLock> locks = new LinkedHashMap<>();
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
        now.forEach((key, one) -> locks.computeIfAbsent(key, k -> new WatchedLock(one.relation(), one.mode()))
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
        locks.values().forEach(lock -> all.add(lock.sample(end)));
        return all;
    }
}
