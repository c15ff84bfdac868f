package dev.stairway.run;

import dev.stairway.database.Session;
import dev.stairway.engine.EngineRun;
import dev.stairway.engine.Migration;
import dev.stairway.engine.StepOutcome;

/** Which way a migration is played. */
enum Direction {
    UP,
    DOWN,
    /** Up once more without a way down in between. */
    UP_REPEATED,
    /** Down once more without a way up in between. */
    DOWN_REPEATED,
    /** Up by several runs, all but the last of which are killed. */
    UP_INTERRUPTED,
    /** Down by several runs, all but the last of which are killed. */
    DOWN_INTERRUPTED;

    /** True for a way down. */
    boolean back() {
        return this == DOWN || this == DOWN_REPEATED || this == DOWN_INTERRUPTED;
    }

    /** @param rows in all tables now, about which several runs have to share */
    StepOutcome play(EngineRun engine, Migration migration, Session session, long rows) {
        return switch (this) {
            case UP -> engine.up(migration, session);
            case DOWN -> engine.down(migration, session);
            case UP_REPEATED -> engine.repeatUp(migration, session);
            case DOWN_REPEATED -> engine.repeatDown(migration, session);
            case UP_INTERRUPTED -> new KilledRuns(engine, rows).run(() -> engine.up(migration, session));
            case DOWN_INTERRUPTED -> new KilledRuns(engine, rows).run(() -> engine.down(migration, session));
        };
    }
}
