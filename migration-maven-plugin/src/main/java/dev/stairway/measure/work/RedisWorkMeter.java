package dev.stairway.measure.work;

import dev.stairway.database.ServerLoad;
import dev.stairway.database.Session;
import dev.stairway.database.redis.RedisSession;
import java.util.Map;

/**
 * What the session has read in the server's books anyhow, and its count of changes, which rises with every write of any
 * client: https://redis.io/docs/latest/commands/info/, section persistence.
 */
final class RedisWorkMeter implements WorkMeter {

    @Override
    public void start(Session session) {
        // The session records by itself.
    }

    @Override
    public Map<Counter, Long> stop(Session session) {
        Map<Counter, Long> counted = StatementMeter.sent(session);
        ServerLoad load = session.work().load();
        if (!load.equals(ServerLoad.UNKNOWN)) {
            counted.put(
                    Counter.CALLS,
                    load.commands().values().stream().mapToLong(Long::longValue).sum());
        }
        if (load.memoryBytes() != null) {
            counted.put(Counter.MEMORY_BYTES, load.memoryBytes());
        }
        ((RedisSession) session).written().ifPresent(written -> counted.put(Counter.DIRTY, written));
        return counted;
    }
}
