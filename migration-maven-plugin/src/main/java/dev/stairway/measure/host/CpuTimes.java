package dev.stairway.measure.host;

import java.util.Map;

/**
 * CPU time up to a moment.
 *
 * @param nanos of each that runs, by its number
 * @param goneNanos of those that have ended and were seen off by their parent; 0 where nobody counts it
 */
record CpuTimes(Map<Long, Long> nanos, long goneNanos) {

    CpuTimes {
        nanos = Map.copyOf(nanos);
    }

    /**
     * What was used in between. What somebody used before the earlier moment and who has ended since is among those who have
     * gone, so it is taken off there.
     */
    double millisSince(CpuTimes before) {
        long running = 0;
        for (Map.Entry<Long, Long> now : nanos.entrySet()) {
            running += Math.max(0, now.getValue() - before.nanos.getOrDefault(now.getKey(), 0L));
        }
        long ended = goneNanos - before.goneNanos;
        for (Map.Entry<Long, Long> then : before.nanos.entrySet()) {
            if (!nanos.containsKey(then.getKey())) {
                ended -= then.getValue();
            }
        }
        return (running + Math.max(0, ended)) / 1e6;
    }
}
