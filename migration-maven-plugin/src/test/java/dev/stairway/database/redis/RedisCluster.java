package dev.stairway.database.redis;

import dev.stairway.database.Profile;
import dev.stairway.database.TestServers;
import dev.stairway.database.redis.cluster.Slots;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A cluster of its own for a test, with ways to single nodes. */
public final class RedisCluster implements AutoCloseable {

    private final RedisClusterServer server;
    private final RedisDatabase database;

    private RedisCluster(RedisClusterServer server) {
        this.server = server;
        this.database = server.fresh("test");
    }

    /** @param release {@code 6.2} or {@code 7.0} */
    public static RedisCluster start(String release, Path workDirectory) {
        return new RedisCluster(
                RedisClusterServer.start(TestServers.redisProgram(release), workDirectory, Profile.FAST));
    }

    /** All nodes as one database, entered by the first. */
    public RedisDatabase database() {
        return database;
    }

    /** Where the nodes are, in the order of their slots. */
    public List<RedisEndpoint> endpoints() {
        return database.nodes();
    }

    /** A connection to the node that serves the key; the caller closes it. */
    public RedisConnection connectToOwnerOf(String key) {
        return RedisConnection.open(endpoints().get(ownerOf(key)));
    }

    private int ownerOf(String key) {
        return ClusterNodes.ofSlot(Slots.of(key.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public void close() {
        database.close();
        server.close();
    }
}
