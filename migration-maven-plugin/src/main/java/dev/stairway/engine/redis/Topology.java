package dev.stairway.engine.redis;

import dev.stairway.database.redis.RedisEndpoint;
import dev.stairway.database.redis.cluster.Slots;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.redisson.client.RedisClient;

/** Which servers there are and which of them holds a key: one, or the masters of a cluster. */
final class Topology implements AutoCloseable {

    private final RedisEndpoint seed;
    private final Function<RedisEndpoint, RedisClient> clients;
    private final Duration timeout;
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    /** By the first slot of a range. */
    private final NavigableMap<Integer, Node> ranges = new TreeMap<>();

    private final List<RedisClient> opened = new ArrayList<>();
    private boolean cluster;
    private boolean stale;

    Topology(RedisEndpoint seed, Function<RedisEndpoint, RedisClient> clients, Duration timeout) {
        this.seed = seed;
        this.clients = clients;
        this.timeout = timeout;
    }

    /** A server said that it does not hold a slot any more. */
    void moved() {
        stale = true;
    }

    /** Asks again if a slot has moved. */
    void refresh() {
        if (stale) {
            read();
        }
    }

    /** Asks the servers; again after a slot has moved or a server has restarted. */
    void read() {
        close();
        stale = false;
        Wire first = wire(seed);
        cluster = Info.field(first, "cluster", "cluster_enabled").equals("1");
        if (cluster) {
            for (Object range : (List<?>) first.call("CLUSTER", "SLOTS")) {
                add((List<?>) range);
            }
            first.close();
        } else {
            Node only = new Node(seed, first);
            nodes.put("", only);
            ranges.put(0, only);
        }
    }

    // [start, end, [master's address, port, id, ...], replicas...]:
    // https://redis.io/docs/latest/commands/cluster-slots/
    private void add(List<?> range) {
        List<?> master = (List<?>) range.get(2);
        String host = text(master.get(0));
        int port = ((Long) master.get(1)).intValue();
        Node node = nodes.computeIfAbsent(host + ":" + port, key -> node(host.isEmpty() ? seed.host() : host, port));
        ranges.put(((Long) range.get(0)).intValue(), node);
    }

    private Node node(String host, int port) {
        RedisEndpoint endpoint = new RedisEndpoint(host, port, 0, seed.user(), seed.password());
        return new Node(endpoint, wire(endpoint));
    }

    private Wire wire(RedisEndpoint endpoint) {
        RedisClient client = clients.apply(endpoint);
        opened.add(client);
        return new Wire(client, timeout);
    }

    boolean cluster() {
        return cluster;
    }

    List<Node> nodes() {
        return List.copyOf(nodes.values());
    }

    /** The server that holds a key. */
    Node of(byte[] key) {
        return ofSlot(slot(key));
    }

    /**
     * The server that holds all of some keys; any where there are none.
     *
     * @throws ReplyException when they are in several slots, as the server would say it
     */
    Node ofAll(List<byte[]> keys) {
        List<Integer> slots = keys.stream().map(this::slot).distinct().toList();
        if (slots.size() > 1) {
            throw new ReplyException(
                    ReplyException.Kind.ERROR,
                    "CROSSSLOT Keys in request don't hash to the same slot:" + Command.keys(keys),
                    "",
                    null);
        }
        return slots.isEmpty() ? nodes().get(0) : ofSlot(slots.get(0));
    }

    private Node ofSlot(int slot) {
        return ranges.floorEntry(slot).getValue();
    }

    /** Slot of a key; 0 for all where there is no cluster. */
    int slot(byte[] key) {
        return cluster ? Slots.of(key) : 0;
    }

    private static String text(Object word) {
        return word instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : String.valueOf(word);
    }

    @Override
    public void close() {
        nodes.values().forEach(node -> node.wire().close());
        nodes.clear();
        ranges.clear();
        opened.forEach(RedisClient::shutdownAsync);
        opened.clear();
    }
}
