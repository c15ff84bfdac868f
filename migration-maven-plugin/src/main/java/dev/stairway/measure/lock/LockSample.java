package dev.stairway.measure.lock;

/**
 * What was seen of one lock, over all looks from beside.
 *
 * @param first moment when it was held for the first time; null when it was only waited for
 * @param gone moment of the first look after it had been held that did not find it; null when it was held to the end
 * @param waitedMillis until it was granted
 */
record LockSample(PostgresRelation relation, PostgresMode mode, Long first, Long gone, double waitedMillis) {}
