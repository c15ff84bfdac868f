package dev.stairway.measure.work;

import dev.stairway.database.ServerLoad;
import dev.stairway.database.Session;
import dev.stairway.database.redis.RedisSession;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What the session has read in the server's books anyhow, and its count of changes, which rises with every write of any
 * client: https://redis.io/docs/latest/commands/info/, section persistence.
 */
final class RedisWorkMeter implements WorkMeter {

    /**
     * Commands by which batches are found and handed over. How many keys are in a batch depends on the pace of the server, so
     * their number says nothing of the migration; nor does that of the commands sent, which are these.
     */
    private static final Pattern BATCH = Pattern.compile("(?i)(eval|evalsha|fcall)(_ro)?|script.*|scan");

    @Override
    public void start(Session session) {
        // The session records by itself.
    }

    @Override
    public Map<Counter, Long> stop(Session session) {
        Map<Counter, Long> counted = new EnumMap<>(Counter.class);
        ServerLoad load = session.work().load();
        if (!load.equals(ServerLoad.UNKNOWN)) {
            counted.put(
                    Counter.CALLS,
                    load.commands().entrySet().stream()
                            .filter(command -> !BATCH.matcher(command.getKey()).matches())
                            .mapToLong(Map.Entry::getValue)
                            .sum());
        }
        if (load.memoryBytes() != null) {
            counted.put(Counter.MEMORY_BYTES, load.memoryBytes());
        }
        ((RedisSession) session).written().ifPresent(written -> counted.put(Counter.DIRTY, written));
        return counted;
    }
}
