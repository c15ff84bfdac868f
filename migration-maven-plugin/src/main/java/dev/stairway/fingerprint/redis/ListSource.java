package dev.stairway.fingerprint.redis;

import dev.stairway.database.redis.RedisConnection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Keys that are known by name. */
final class ListSource implements KeyReader.Source {

    private final List<byte[]> keys;
    private int next;

    ListSource(Collection<byte[]> keys) {
        this.keys = new ArrayList<>(keys);
    }

    @Override
    public boolean ask(RedisConnection connection) {
        return next < keys.size();
    }

    @Override
    public List<byte[]> take(RedisConnection connection) {
        int from = next;
        next = Math.min(keys.size(), from + KeyReader.ROUND);
        return keys.subList(from, next);
    }
}
