package dev.stairway.perf;

import dev.stairway.database.Session;
import dev.stairway.measure.lock.LockTrace;

/** Notes the locks of every statement. */
final class LockOnlooker implements Onlooker {

    private final LockTrace trace;
    private Session watched;

    LockOnlooker(LockTrace trace) {
        this.trace = trace;
    }

    @Override
    public void begins(Session session) {
        trace.start(session);
        watched = session;
    }

    @Override
    public void ended(Session session, Seen seen) {
        watched = null;
        seen.traced(trace.stop(session));
    }

    @Override
    public void failed() {
        if (watched != null) {
            Session session = watched;
            watched = null;
            trace.stop(session);
        }
    }
}
