package dev.stairway.database.redis;

import dev.stairway.database.Checkpoint;
import dev.stairway.database.DatabaseId;
import dev.stairway.database.ServerLoad;
import dev.stairway.database.redis.cluster.Slots;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The keys of all nodes of a cluster as one database; it is entered by the first node. */
final class ClusterDatabase implements RedisDatabase {

    private final ClusterNodes cluster;
    private final List<EmbeddedDatabase> nodes;
    private final Runnable onClose;
    private boolean sessionOpen;
    private boolean closed;

    ClusterDatabase(ClusterNodes cluster, Runnable onClose) {
        this.cluster = cluster;
        this.nodes = List.copyOf(cluster.databases());
        this.onClose = onClose;
    }

    @Override
    public DatabaseId id() {
        return nodes.get(0).id();
    }

    @Override
    public RedisEndpoint endpoint() {
        return nodes.get(0).endpoint();
    }

    @Override
    public List<RedisEndpoint> nodes() {
        return nodes.stream().map(EmbeddedDatabase::endpoint).toList();
    }

    @Override
    public int nodeOf(byte[] key) {
        return ClusterNodes.ofSlot(Slots.of(key));
    }

    @Override
    public RedisLink link() {
        nodes.forEach(EmbeddedDatabase::requireAnswer);
        return ClusterLink.open(this);
    }

    @Override
    public RedisSession newSession() {
        requireNoSession();
        nodes.forEach(EmbeddedDatabase::requireAnswer);
        RedisSession session = new RedisSession(connect(), this::changes, this::books, () -> sessionOpen = false);
        sessionOpen = true;
        return session;
    }

    private long changes() {
        return nodes.stream().mapToLong(EmbeddedDatabase::changes).sum();
    }

    private Supplier<ServerLoad> books() {
        List<Supplier<ServerLoad>> books =
                nodes.stream().map(EmbeddedDatabase::books).toList();
        return () -> books.stream().map(Supplier::get).reduce(ServerLoad::plus).orElse(ServerLoad.UNKNOWN);
    }

    @Override
    public List<ProcessHandle> processes() {
        return nodes.stream().flatMap(node -> node.processes().stream()).toList();
    }

    @Override
    public Checkpoint checkpoint() {
        requireNoSession();
        List<Checkpoint> copies = new ArrayList<>();
        try {
            nodes.forEach(node -> copies.add(node.checkpoint()));
            return new Copies(this, copies);
        } catch (RuntimeException e) {
            copies.forEach(Checkpoint::close);
            throw e;
        }
    }

    @Override
    public void restore(Checkpoint checkpoint) {
        requireNoSession();
        Copies copies = (Copies) checkpoint;
        if (copies.database != this) {
            throw new IllegalArgumentException("The checkpoint belongs to another database");
        }
        for (int node = 0; node < nodes.size(); node++) {
            nodes.get(node).restore(copies.nodes.get(node));
        }
        cluster.awaitFormed();
    }

    @Override
    public boolean cheapCheckpoints() {
        return nodes.stream().allMatch(EmbeddedDatabase::cheapCheckpoints);
    }

    private void requireNoSession() {
        if (sessionOpen) {
            throw new IllegalStateException("A session is still open");
        }
    }

    /** One of the nodes, in the order of their slots. */
    EmbeddedDatabase node(int place) {
        return nodes.get(place);
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            onClose.run();
        }
    }

    private record Copies(ClusterDatabase database, List<Checkpoint> nodes) implements Checkpoint {
        @Override
        public void close() {
            nodes.forEach(Checkpoint::close);
        }
    }
}
