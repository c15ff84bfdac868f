package dev.stairway.measure.lock;

/**
 * What was seen of one lock, over all looks from beside.
 *
 * @param first moment when it was held for the first time
 * @param gone moment of the first look after it had been held that did not find it; null when it was held to the end
 * @param waitedMillis the longest time at a stretch until it was granted or given up
 */
record LockSample(PostgresRelation relation, PostgresMode mode, long first, Long gone, double waitedMillis) {}
