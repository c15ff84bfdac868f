package dev.stairway.redis;

import java.util.List;
import java.util.Map;
import org.redisson.api.RedissonClient;

/** What a {@link RedisMigration} works with. Used by one thread at a time, and only until its method returns. */
public interface RedisMigrationContext {

    /**
     * A client of the database that is migrated; its default codec reads and writes text. The engine closes it. Commands
     * are not sent again on their own when the connection fails.
     */
    RedissonClient redisson();

    /** Parameters of the changelog. */
    Map<String, String> parameters();

    /**
     * Finds keys by SCAN, batch after batch, and remembers how far it came: after a kill the next run goes on behind the
     * last finished batch.
     *
     * @param pattern glob of the keys
     * @param size most keys per batch; on a cluster a batch holds keys of one slot only
     * @param work called for each batch; may see a key twice
     * @return number of keys handed out by this run
     */
    long forEachBatch(String pattern, int size, Batch work) throws Exception;

    /** Work on some keys. */
    @FunctionalInterface
    interface Batch {
        void apply(List<String> keys) throws Exception;
    }
}
