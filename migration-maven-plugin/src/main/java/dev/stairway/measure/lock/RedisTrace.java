package dev.stairway.measure.lock;

import dev.stairway.database.Session;
import dev.stairway.database.Work;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Redis runs one command at a time, so the longest one is the lock: nobody is answered meanwhile. The server's own books
 * tell how long it took.
 *
 * @see <a href="https://redis.io/docs/latest/operate/oss_and_stack/management/optimization/latency/#single-threaded-nature-of-redis">Single
 *     threaded nature of Redis</a>
 */
final class RedisTrace implements LockTrace {

    static final String SERVER = "server";
    static final String COMMAND = "longest command";

    @Override
    public void start(Session session) {
        // The session keeps the books.
    }

    @Override
    public List<StatementTrace> stop(Session session) {
        Work work = session.work();
        Long nanos = work.load().longestBlockNanos();
        if (nanos == null || nanos == 0 || work.statements().isEmpty()) {
            return List.of();
        }
        return List.of(trace(work.statements(), nanos));
    }

    @Override
    public void abandon() {
        // Nothing was begun.
    }

    /** The books do not say which command it was: most likely it was in what took the client longest. */
    private static StatementTrace trace(List<Work.Statement> statements, long nanos) {
        Work.Statement longest = statements.stream()
                .max(Comparator.comparingLong(Work.Statement::nanos))
                .orElseThrow();
        long before = statements.subList(0, statements.indexOf(longest)).stream()
                .mapToLong(Work.Statement::nanos)
                .sum();
        RelationLock lock = new RelationLock(SERVER, COMMAND, nanos / 1e6, 0, List.of(Blocked.values()), 0);
        return new StatementTrace(
                longest.sql(),
                before / 1e6,
                longest.nanos() / 1e6,
                true,
                List.of(lock),
                List.of(),
                longest.rows(),
                Map.of());
    }
}
