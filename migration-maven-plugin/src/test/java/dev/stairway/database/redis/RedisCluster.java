package dev.stairway.database.redis;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.database.BorrowedServer;
import dev.stairway.database.DatabaseServer;
import dev.stairway.database.Profile;
import dev.stairway.database.TestServers;
import dev.stairway.database.redis.cluster.Slots;
import dev.stairway.problem.ProblemException;
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

    /** Hands out the one database, so that a test can do something to its nodes meanwhile. */
    public DatabaseServer asServer() {
        return new BorrowedServer(server, nameHint -> database);
    }

    /** Ends one node without a word to the others. */
    public void kill(int node) {
        assertThatThrownBy(() -> keeper(node).call("SHUTDOWN", "NOSAVE")).isInstanceOf(ProblemException.class);
    }

    /** Gives the slot of a key to another node. */
    public void moveSlotOf(String key) {
        String slot = Integer.toString(Slots.of(key.getBytes(StandardCharsets.UTF_8)));
        RedisConnection taker = keeper((ownerOf(key) + 1) % ClusterNodes.COUNT);
        String id = RedisText.of(taker.call("CLUSTER", "MYID"));
        taker.call("CLUSTER", "SETSLOT", slot, "NODE", id);
        keeper(ownerOf(key)).call("CLUSTER", "SETSLOT", slot, "NODE", id);
    }

    private RedisConnection keeper(int node) {
        return ((ClusterDatabase) database).node(node).keeper();
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
