package dev.stairway.perf;

import dev.stairway.database.Session;
import dev.stairway.engine.Migration;
import dev.stairway.measure.lock.LockTrace;
import java.sql.SQLException;
import java.util.Map;

/** Notes the locks of every statement, and how many rows there were before. */
final class LockOnlooker implements Onlooker {

    private final LockTrace trace;
    private final Stand stand;
    private Map<String, Long> rows = Map.of();

    LockOnlooker(LockTrace trace, Stand stand) {
        this.trace = trace;
        this.stand = stand;
    }

    @Override
    public void before(Migration migration, Way way) throws SQLException {
        rows = stand.rowsByTable();
    }

    @Override
    public void begins(Session session) {
        trace.start(session);
    }

    @Override
    public void ended(Session session, Seen seen) {
        seen.traced(trace.stop(session));
        seen.had(rows);
    }

    @Override
    public void failed() {
        trace.abandon();
    }
}
