package dev.stairway.engine.redis;

import dev.stairway.database.redis.RedisSession;
import dev.stairway.engine.StepOutcome;

/** One way of one migration, to be run once. */
interface Step {

    /** What it did or why it failed; keys handed over are in {@link #keys()} afterwards. */
    StepOutcome run(RedisSession session);

    /** True when a key may be handed over to it twice, by SCAN or after a kill. */
    default boolean mayRepeat() {
        return false;
    }

    /** Keys handed over by this run; -1 where it works without. */
    default long keys() {
        return -1;
    }
}
