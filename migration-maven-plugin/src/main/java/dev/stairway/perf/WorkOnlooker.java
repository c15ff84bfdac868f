package dev.stairway.perf;

import dev.stairway.database.Session;
import dev.stairway.measure.work.WorkMeter;
import java.sql.SQLException;

/** Counts the work of the server. */
record WorkOnlooker(WorkMeter meter) implements Onlooker {

    @Override
    public void begins(Session session) throws SQLException {
        meter.start(session);
    }

    @Override
    public void ended(Session session, Seen seen) throws SQLException {
        seen.counted(meter.stop(session));
    }
}
