package dev.stairway.run;

import dev.stairway.engine.EngineRun;
import dev.stairway.engine.Interleaving;
import dev.stairway.engine.StepOutcome;
import java.util.function.Supplier;

/**
 * Runs a step as processes would that are killed one after another: the first after its first call, the next after its second
 * and so on, until one comes to the end. Each goes on where the one before it is known to have been, which is a little before the place
 * where that one ended.
 */
final class KilledRuns {

    /** So many calls at least, where there is a row for each. */
    private static final int CALLS = 8;

    private final EngineRun engine;
    private final int batch;

    /** @param rows in the whole database */
    KilledRuns(EngineRun engine, long rows) {
        this.engine = engine;
        this.batch = (int) Math.min(Integer.MAX_VALUE, Math.max(1, rows / CALLS));
    }

    StepOutcome run(Supplier<StepOutcome> step) {
        try {
            for (int calls = 1; ; calls = next(calls)) {
                Countdown countdown = new Countdown(calls);
                engine.interleave(Interleaving.ended(batch, countdown::called));
                try {
                    return step.get();
                } catch (Killed killed) {
                    // What it has done is there, and what it knew is gone: the next one has to find out.
                    continue;
                }
            }
        } finally {
            engine.interleave(Interleaving.NONE);
        }
    }

    /** Where a script takes few keys at a time there are many calls: the later runs then go further, so that few are needed. */
    private static int next(int calls) {
        return calls < CALLS ? calls + 1 : Math.multiplyExact(calls, 2);
    }

    private static final class Countdown {

        private int left;

        Countdown(int calls) {
            this.left = calls;
        }

        void called() {
            if (--left == 0) {
                throw new Killed();
            }
        }
    }

    private static final class Killed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Killed() {
            super("as if the process had been killed", null, false, false);
        }
    }
}
