package dev.stairway.perf;

import dev.stairway.database.Session;
import dev.stairway.measure.lock.LockTrace;

/** Notes the locks of every statement. */
record LockOnlooker(LockTrace trace) implements Onlooker {

    @Override
    public void begins(Session session) {
        trace.start(session);
    }

    @Override
    public void ended(Session session, Seen seen) {
        seen.traced(trace.stop(session));
    }
}
