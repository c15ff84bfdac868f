package dev.stairway.perf;

import dev.stairway.database.Session;
import dev.stairway.engine.EngineRun;
import dev.stairway.engine.Migration;
import dev.stairway.engine.StepOutcome;

/** Which way a migration is played. */
public enum Way {
    UP,
    DOWN;

    StepOutcome play(EngineRun engine, Migration migration, Session session) {
        return this == UP ? engine.up(migration, session) : engine.down(migration, session);
    }
}
