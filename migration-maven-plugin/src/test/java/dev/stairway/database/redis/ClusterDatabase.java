package dev.stairway.database.redis;

import dev.stairway.database.Checkpoint;
import dev.stairway.database.DatabaseId;
import java.util.ArrayList;
import java.util.List;

/** The databases of the nodes of a cluster as one; it is entered by the first node. */
final class ClusterDatabase implements RedisDatabase {

    private final List<EmbeddedDatabase> nodes;
    private boolean sessionOpen;

    ClusterDatabase(List<EmbeddedDatabase> nodes) {
        this.nodes = List.copyOf(nodes);
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
    public RedisSession newSession() {
        RedisSession session = new RedisSession(connect(), this::changes, () -> sessionOpen = false);
        sessionOpen = true;
        return session;
    }

    private long changes() {
        long sum = 0;
        for (EmbeddedDatabase node : nodes) {
            try (RedisConnection connection = node.connect()) {
                sum += Info.changes(connection);
            }
        }
        return sum;
    }

    @Override
    public Checkpoint checkpoint() {
        if (sessionOpen) {
            throw new IllegalStateException("A session is still open");
        }
        List<Checkpoint> copies = new ArrayList<>();
        nodes.forEach(node -> copies.add(node.checkpoint()));
        return new Copies(copies);
    }

    @Override
    public void restore(Checkpoint checkpoint) {
        List<Checkpoint> copies = ((Copies) checkpoint).nodes();
        for (int node = 0; node < copies.size(); node++) {
            nodes.get(node).restore(copies.get(node));
        }
    }

    @Override
    public boolean cheapCheckpoints() {
        return nodes.stream().allMatch(EmbeddedDatabase::cheapCheckpoints);
    }

    /** The cluster goes on; it is closed by who started it. */
    @Override
    public void close() {
        // Nothing is held.
    }

    private record Copies(List<Checkpoint> nodes) implements Checkpoint {
        @Override
        public void close() {
            nodes.forEach(Checkpoint::close);
        }
    }
}
