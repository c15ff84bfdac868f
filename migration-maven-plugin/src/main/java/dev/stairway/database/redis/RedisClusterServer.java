package dev.stairway.database.redis;

import dev.stairway.database.DatabaseId;
import dev.stairway.database.DatabaseServer;
import dev.stairway.database.Profile;
import dev.stairway.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Embedded Redis Clusters of one version, which go away with this JVM, however that ends.
 *
 * <p>Every open database has a cluster to itself. Forming one takes two seconds, which its nodes wait on purpose before
 * they take writes, so a cluster is emptied and handed on, and a cell waits that long for one to become free; one whose
 * settings, users or slots were changed is not handed on.
 */
public final class RedisClusterServer implements DatabaseServer {

    /** As long as forming another one takes: whoever waits for nothing loses no more than that again. */
    private static final long WORTH_WAITING_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final DatabaseId id;
    private final RedisProgram program;
    private final Profile profile;
    private final Path workDirectory;
    private final Thread hook = new Thread(this::stopQuietly, "stairway-redis-cluster-stop");
    /** All that run, with the state of each node right after its start. */
    private final Map<ClusterNodes, List<String>> running = new HashMap<>();

    private final Deque<ClusterNodes> spare = new ArrayDeque<>();
    private boolean closed;

    private RedisClusterServer(RedisProgram program, Profile profile, Path workDirectory) {
        this.id = new DatabaseId(program.product() + "-cluster", program.release(), "embedded");
        this.program = program;
        this.profile = profile;
        this.workDirectory = workDirectory;
    }

    /**
     * Starts a first cluster, which shows that the program works here.
     *
     * @param workDirectory where the run's files go
     */
    public static RedisClusterServer start(RedisProgram program, Path workDirectory, Profile profile) {
        RedisClusterServer server = new RedisClusterServer(program, profile, workDirectory);
        server.spare.add(server.started());
        Runtime.getRuntime().addShutdownHook(server.hook);
        return server;
    }

    private ClusterNodes started() {
        ClusterNodes cluster = formed();
        List<String> states = states(cluster);
        synchronized (running) {
            if (!closed) {
                running.put(cluster, states);
                return cluster;
            }
        }
        cluster.close();
        throw new IllegalStateException("The server was closed meanwhile");
    }

    private ClusterNodes formed() {
        try {
            return ClusterNodes.start(program, profile, workDirectory);
        } catch (IOException e) {
            throw ProblemException.setup(
                    "The embedded Redis Cluster " + program.version() + " cannot be prepared",
                    workDirectory.toString(),
                    String.valueOf(e.getMessage()),
                    "Check that the work directory is writable",
                    e);
        }
    }

    private static List<String> states(ClusterNodes cluster) {
        List<String> states = new ArrayList<>();
        cluster.databases().forEach(node -> states.add(ServerState.of(node.keeper(), true)));
        return states;
    }

    @Override
    public DatabaseId id() {
        return id;
    }

    /** All nodes run the same program. */
    @Override
    public String serverVersion() {
        return program.version();
    }

    @Override
    public String driverVersion() {
        return "RESP client of this plugin";
    }

    /** The name hint is not needed: a cluster has only logical database number 0. */
    @Override
    public RedisDatabase fresh(String nameHint) {
        ClusterNodes cluster = take();
        return new ClusterDatabase(cluster, () -> giveBack(cluster));
    }

    private ClusterNodes take() {
        synchronized (running) {
            long deadline = System.nanoTime() + WORTH_WAITING_NANOS;
            long left = WORTH_WAITING_NANOS;
            while (!closed && spare.isEmpty() && !running.isEmpty() && left > 0) {
                await(left);
                left = deadline - System.nanoTime();
            }
            if (closed) {
                throw new IllegalStateException("The server is closed");
            }
            if (!spare.isEmpty()) {
                return spare.remove();
            }
        }
        return started();
    }

    private void await(long nanos) {
        try {
            TimeUnit.NANOSECONDS.timedWait(running, nanos);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while another cell used the cluster", e);
        }
    }

    private void giveBack(ClusterNodes cluster) {
        boolean asNew = asNew(cluster);
        synchronized (running) {
            if (closed) {
                return;
            }
            if (asNew) {
                spare.add(cluster);
                running.notifyAll();
                return;
            }
            running.remove(cluster);
            running.notifyAll();
        }
        cluster.close();
    }

    private boolean asNew(ClusterNodes cluster) {
        try {
            cluster.databases().forEach(node -> ServerState.clear(node.keeper(), program.sinceSeven()));
            return states(cluster).equals(running(cluster));
        } catch (ProblemException | RedisErrorException unusable) {
            // A node that has ended, or that a script keeps busy, is worth nothing to the next one.
            return false;
        }
    }

    private List<String> running(ClusterNodes cluster) {
        synchronized (running) {
            return running.getOrDefault(cluster, List.of());
        }
    }

    @Override
    public void close() {
        stopAll();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // The hook runs already; it finds the server closed and does nothing.
            return;
        }
    }

    private void stopAll() {
        List<ClusterNodes> all;
        synchronized (running) {
            closed = true;
            running.notifyAll();
            all = List.copyOf(running.keySet());
            running.clear();
            spare.clear();
        }
        RuntimeException failure = null;
        for (ClusterNodes cluster : all) {
            try {
                cluster.close();
            } catch (RuntimeException e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private void stopQuietly() {
        try {
            stopAll();
        } catch (RuntimeException e) {
            // The JVM is going down and nobody listens; the watchdogs and the next run's sweep finish the job.
            return;
        }
    }
}
