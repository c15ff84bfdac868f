package dev.stairway.fingerprint.redis;

import dev.stairway.database.redis.RedisConnection;
import dev.stairway.database.redis.RedisDatabase;
import dev.stairway.database.redis.RedisEndpoint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** A connection to each server that holds keys: one, or those of a cluster. */
final class Nodes implements AutoCloseable {

    private final RedisDatabase database;
    private final List<RedisConnection> connections = new ArrayList<>();

    private Nodes(RedisDatabase database) {
        this.database = database;
    }

    static Nodes connect(RedisDatabase database) {
        Nodes nodes = new Nodes(database);
        try {
            for (RedisEndpoint each : database.nodes()) {
                nodes.connections.add(RedisConnection.open(each));
            }
            return nodes;
        } catch (RuntimeException e) {
            nodes.close();
            throw e;
        }
    }

    int count() {
        return connections.size();
    }

    /** For what is the same on every server: its version, its clock. */
    RedisConnection any() {
        return connections.get(0);
    }

    List<RedisConnection> all() {
        return connections;
    }

    /** Number of keys on all servers, the engine's own among them. */
    long keys() {
        return connections.stream()
                .mapToLong(each -> (Long) each.call("DBSIZE"))
                .sum();
    }

    /** Place of the server that holds a key. */
    int of(byte[] key) {
        return database.nodeOf(key);
    }

    /** Keys by the place of their server. */
    List<Collection<byte[]>> split(Collection<byte[]> keys) {
        if (count() == 1) {
            return List.of(keys);
        }
        List<Collection<byte[]>> split = new ArrayList<>();
        connections.forEach(each -> split.add(new ArrayList<>()));
        keys.forEach(key -> split.get(of(key)).add(key));
        return split;
    }

    boolean open() {
        return connections.stream().allMatch(RedisConnection::open);
    }

    @Override
    public void close() {
        Consumer<RedisConnection> close = RedisConnection::close;
        connections.stream().filter(RedisConnection::open).forEach(close);
    }
}
