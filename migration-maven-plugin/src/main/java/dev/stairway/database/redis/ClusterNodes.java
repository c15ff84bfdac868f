package dev.stairway.database.redis;

import dev.stairway.database.DatabaseId;
import dev.stairway.database.Profile;
import dev.stairway.database.process.LoopbackPort;
import dev.stairway.database.redis.cluster.Slots;
import dev.stairway.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * Running servers that form a cluster: three masters on the loopback interface, without replicas, all with the same user
 * and password. https://redis.io/docs/latest/operate/oss_and_stack/reference/cluster-spec/
 */
final class ClusterNodes implements AutoCloseable {

    static final int COUNT = 3;

    /** The bus listens on a port that much higher, which must be one as well. */
    private static final int BUS_OFFSET = 10_000;

    private static final int HIGHEST_PORT = 65_535;
    private static final long FORMED_NANOS = 60_000_000_000L;
    private static final long PAUSE_NANOS = 5_000_000L;

    /** A server that is busy with a script or a dump is no dead one. */
    private static final String NODE_TIMEOUT = "cluster-node-timeout 60000";

    private final RedisProgram program;
    private final List<RedisProcess> processes = new ArrayList<>();
    private final List<EmbeddedDatabase> databases = new ArrayList<>();

    private ClusterNodes(RedisProgram program) {
        this.program = program;
    }

    /** Returns when every node says that all slots are served. Leaves nothing behind when it fails. */
    static ClusterNodes start(RedisProgram program, Profile profile, Path workDirectory) throws IOException {
        return start(program, profile, workDirectory, ClusterNodes::portWithBus);
    }

    /** @param ports asked again when a port or the one of its bus turns out to be taken */
    static ClusterNodes start(RedisProgram program, Profile profile, Path workDirectory, LoopbackPort.Chooser ports)
            throws IOException {
        ServerPlan plan = ServerPlan.of(program, profile, workDirectory)
                .withPorts(ports)
                .withSettings(
                        "cluster-enabled yes",
                        "cluster-config-file nodes.conf",
                        "cluster-announce-ip " + LoopbackPort.HOST,
                        NODE_TIMEOUT);
        ClusterNodes nodes = new ClusterNodes(program);
        try {
            nodes.launch(plan);
            nodes.form();
            nodes.awaitFormed();
            return nodes;
        } catch (IOException | RuntimeException | Error e) {
            nodes.stopAfter(e);
            throw e;
        }
    }

    /** Both are free at this moment; a server that finds one taken is started again with another pair. */
    static int portWithBus() throws IOException {
        while (true) {
            int port = LoopbackPort.free();
            if (port + BUS_OFFSET <= HIGHEST_PORT && isFree(port + BUS_OFFSET)) {
                return port;
            }
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName(LoopbackPort.HOST))) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    private void launch(ServerPlan plan) throws IOException {
        DatabaseId id = new DatabaseId(program.product() + "-cluster", program.release(), "embedded");
        for (int node = 0; node < COUNT; node++) {
            RedisProcess process = RedisProcess.start(plan);
            processes.add(process);
            databases.add(new EmbeddedDatabase(id, process, () -> {}));
        }
    }

    // Every node is told of every other one, which is quicker than gossip.
    private void form() {
        for (int node = 0; node < COUNT; node++) {
            try (RedisConnection keeper = processes.get(node).keeper()) {
                // Nodes that all begin with the same epoch would have to settle that among themselves first.
                keeper.call("CLUSTER", "SET-CONFIG-EPOCH", Integer.toString(node + 1));
                keeper.call(addSlots(node));
                for (RedisProcess earlier : processes.subList(0, node)) {
                    RedisEndpoint met = earlier.endpoint();
                    keeper.call("CLUSTER", "MEET", met.host(), Integer.toString(met.port()));
                }
            }
        }
    }

    private static String[] addSlots(int node) {
        List<String> command = new ArrayList<>(List.of("CLUSTER", "ADDSLOTS"));
        IntStream.range(Slots.COUNT * node / COUNT, Slots.COUNT * (node + 1) / COUNT)
                .forEach(slot -> command.add(Integer.toString(slot)));
        return command.toArray(String[]::new);
    }

    /** Place of the node that has a slot. */
    static int ofSlot(int slot) {
        int node = 0;
        while (slot >= Slots.COUNT * (node + 1) / COUNT) {
            node++;
        }
        return node;
    }

    /** Also after a node was started again. */
    void awaitFormed() {
        long deadline = System.nanoTime() + FORMED_NANOS;
        for (RedisProcess node : processes) {
            try (RedisConnection keeper = node.keeper()) {
                awaitFormed(node, keeper, deadline);
            }
        }
    }

    private void awaitFormed(RedisProcess node, RedisConnection keeper, long deadline) {
        String info = clusterInfo(keeper);
        while (!info.contains("cluster_state:ok") || !info.contains("cluster_known_nodes:" + COUNT)) {
            if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) {
                throw ProblemException.setup(
                        "The embedded Redis Cluster " + program.version() + " did not form",
                        node.endpoint().toString(),
                        info.lines().findFirst().orElse("") + "\n" + node.lastLines(),
                        "Check that the servers may connect to each other on the loopback interface, on ports up to "
                                + HIGHEST_PORT,
                        null);
            }
            LockSupport.parkNanos(PAUSE_NANOS);
            info = clusterInfo(keeper);
        }
    }

    private static String clusterInfo(RedisConnection keeper) {
        return new String((byte[]) keeper.call("CLUSTER", "INFO"), StandardCharsets.UTF_8);
    }

    /** Each node's keys, in the order of their slots. */
    List<EmbeddedDatabase> databases() {
        return databases;
    }

    private void stopAfter(Throwable reason) {
        try {
            close();
        } catch (RuntimeException e) {
            reason.addSuppressed(e);
        }
    }

    /** Stops all of them, whatever state they are in. */
    @Override
    public void close() {
        List<Stop> stops = new ArrayList<>();
        databases.forEach(database -> stops.add(database::close));
        // A start that failed may have left one without a database.
        processes.subList(databases.size(), processes.size()).forEach(process -> stops.add(process::stop));
        databases.clear();
        processes.clear();
        IOException failure = null;
        for (Stop stop : stops) {
            try {
                stop.run();
            } catch (IOException | UncheckedIOException e) {
                failure = new IOException(e);
            }
        }
        if (failure != null) {
            throw new UncheckedIOException("The embedded Redis Cluster was not stopped cleanly", failure);
        }
    }

    @FunctionalInterface
    private interface Stop {
        void run() throws IOException;
    }
}
