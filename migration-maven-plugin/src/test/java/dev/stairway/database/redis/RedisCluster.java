package dev.stairway.database.redis;

import dev.stairway.database.DatabaseId;
import dev.stairway.database.Profile;
import dev.stairway.database.TestServers;
import dev.stairway.database.process.LoopbackPort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * A real cluster of three masters on the loopback interface, without replicas. All nodes have the same user and password.
 *
 * <p>https://redis.io/docs/latest/operate/oss_and_stack/reference/cluster-spec/
 */
public final class RedisCluster implements AutoCloseable {

    private static final int NODES = 3;
    private static final int SLOTS = 16384;

    /** The bus listens on a port that much higher, which must be one as well. */
    private static final int BUS_OFFSET = 10_000;

    private static final long FORMED_NANOS = 60_000_000_000L;

    private final String release;
    private final List<RedisProcess> processes = new ArrayList<>();
    private final List<EmbeddedDatabase> nodes = new ArrayList<>();

    private RedisCluster(String release) {
        this.release = release;
    }

    /**
     * Returns when every node says that all slots are served.
     *
     * @param release {@code 6.2} or {@code 7.0}
     */
    public static RedisCluster start(String release, Path workDirectory) {
        ServerPlan plan = ServerPlan.of(TestServers.redisProgram(release), Profile.FAST, workDirectory)
                .withPorts(RedisCluster::portBelowBus)
                .withSettings("cluster-enabled yes", "cluster-config-file nodes.conf", "cluster-node-timeout 5000");
        RedisCluster cluster = new RedisCluster(release);
        try {
            for (int node = 0; node < NODES; node++) {
                cluster.processes.add(RedisProcess.start(plan));
            }
            cluster.form();
            cluster.open();
            return cluster;
        } catch (IOException e) {
            cluster.close();
            throw new UncheckedIOException(e);
        } catch (RuntimeException | Error e) {
            cluster.close();
            throw e;
        }
    }

    private static int portBelowBus() throws IOException {
        int port = LoopbackPort.free();
        while (port + BUS_OFFSET > 65_535) {
            port = LoopbackPort.free();
        }
        return port;
    }

    private void form() {
        for (int node = 0; node < NODES; node++) {
            try (RedisConnection keeper = processes.get(node).keeper()) {
                // Nodes that all begin with the same epoch would have to settle that among themselves first.
                keeper.call("CLUSTER", "SET-CONFIG-EPOCH", Integer.toString(node + 1));
                keeper.call(addSlots(node));
                RedisEndpoint first = processes.get(0).endpoint();
                if (node > 0) {
                    keeper.call("CLUSTER", "MEET", first.host(), Integer.toString(first.port()));
                }
            }
        }
        long deadline = System.nanoTime() + FORMED_NANOS;
        for (RedisProcess node : processes) {
            awaitFormed(node, deadline);
        }
    }

    private void open() {
        DatabaseId id = new DatabaseId("redis", release, "cluster");
        processes.forEach(process -> nodes.add(new EmbeddedDatabase(id, process, () -> {})));
    }

    private static String[] addSlots(int node) {
        List<String> command = new ArrayList<>(List.of("CLUSTER", "ADDSLOTS"));
        IntStream.range(SLOTS * node / NODES, SLOTS * (node + 1) / NODES)
                .forEach(slot -> command.add(Integer.toString(slot)));
        return command.toArray(String[]::new);
    }

    private static void awaitFormed(RedisProcess node, long deadline) {
        try (RedisConnection keeper = node.keeper()) {
            String info = clusterInfo(keeper);
            while (!info.contains("cluster_state:ok") || !info.contains("cluster_known_nodes:" + NODES)) {
                if (System.nanoTime() > deadline) {
                    throw new AssertionError("The cluster did not form:\n" + info + node.lastLines());
                }
                LockSupport.parkNanos(10_000_000);
                info = clusterInfo(keeper);
            }
        }
    }

    private static String clusterInfo(RedisConnection keeper) {
        return new String((byte[]) keeper.call("CLUSTER", "INFO"), StandardCharsets.UTF_8);
    }

    /** All nodes as one database, entered by the first; its checkpoints are those of all nodes. */
    public RedisDatabase database() {
        return new ClusterDatabase(nodes);
    }

    /** Where the nodes are, in the order of their slots. */
    public List<RedisEndpoint> endpoints() {
        return processes.stream().map(RedisProcess::endpoint).toList();
    }

    /** A connection to the node that serves the key; the caller closes it. */
    public RedisConnection connectToOwnerOf(String key) {
        try (RedisConnection any = RedisConnection.open(endpoints().get(0))) {
            long slot = (Long) any.call("CLUSTER", "KEYSLOT", key);
            int node = IntStream.range(0, NODES)
                    .filter(candidate -> slot < SLOTS * (candidate + 1) / NODES)
                    .findFirst()
                    .orElseThrow();
            return RedisConnection.open(endpoints().get(node));
        }
    }

    @Override
    public void close() {
        nodes.forEach(EmbeddedDatabase::close);
        for (RedisProcess process : processes.subList(nodes.size(), processes.size())) {
            try {
                process.stop();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        nodes.clear();
        processes.clear();
    }
}
