package dev.stairway.engine.redis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Walks over all keys of some patterns on all servers, batch after batch, and remembers how far it came. */
final class Batches {

    /** About a millisecond for the server. */
    private static final int LOOKED_AT = 1000;

    private final Topology topology;
    private final Progress progress;
    private final BatchSize size;
    private final int lookedAt;
    private long handedOver;

    /** Works on keys of one server, and of one slot on a cluster. */
    @FunctionalInterface
    interface Work {
        void apply(Node node, List<byte[]> keys) throws Exception;
    }

    /** Learns how long looking for keys took. */
    @FunctionalInterface
    interface Looking {
        void scanned(long nanos);
    }

    /** @param mostLooked bound on the keys that one SCAN looks at, lower than the usual number or without effect */
    Batches(Topology topology, Progress progress, BatchSize size, int mostLooked) {
        this.topology = topology;
        this.progress = progress;
        this.size = size;
        this.lookedAt = Math.min(LOOKED_AT, mostLooked);
    }

    /** Keys handed over by this run. */
    long handedOver() {
        return handedOver;
    }

    void run(String pattern, Looking looking, Work work) throws Exception {
        run(pattern, 1, looking, work);
    }

    /** @param pass number of the walk over this pattern within one step, from 1; each is gone on with on its own */
    void run(String pattern, int pass, Looking looking, Work work) throws Exception {
        for (Node node : topology.nodes()) {
            String scan = "cursor " + node.runId() + " " + pattern + (pass == 1 ? "" : " pass " + pass);
            run(new Scan(node.wire(), pattern, progress.cursor(scan)), scan, node, looking, work);
        }
        progress.settle();
    }

    private void run(Scan scan, String name, Node node, Looking looking, Work work) throws Exception {
        long before = progress.done() - handedOver;
        while (scan.more()) {
            scan.ask(looked());
            long start = System.nanoTime();
            List<byte[]> page = scan.next();
            looking.scanned(System.nanoTime() - start);
            // No cursor is kept before its page is done, so asking early changes nothing of what is resumed.
            scan.ask(looked());
            String following = scan.cursor();
            for (List<byte[]> slot : bySlot(page)) {
                work(node, slot, work);
            }
            progress.keep(name, following, before + handedOver);
        }
    }

    /** Looking at a key is several times cheaper than working on it, so few trips are made for it. */
    private int looked() {
        return Math.max(size.size(), lookedAt);
    }

    /** A page may hold more keys than fit into one call: then all calls get about as many, and none a few. */
    private void work(Node node, List<byte[]> keys, Work work) throws Exception {
        int from = 0;
        while (from < keys.size()) {
            int left = keys.size() - from;
            int calls = (left + size.size() - 1) / size.size();
            List<byte[]> batch = keys.subList(from, from + (left + calls - 1) / calls);
            long start = System.nanoTime();
            work.apply(node, batch);
            size.took(batch.size(), System.nanoTime() - start);
            handedOver += batch.size();
            from += batch.size();
        }
    }

    private List<List<byte[]>> bySlot(List<byte[]> keys) {
        if (!topology.cluster()) {
            return List.of(keys);
        }
        Map<Integer, List<byte[]>> slots = new LinkedHashMap<>();
        keys.forEach(key -> slots.computeIfAbsent(topology.slot(key), slot -> new ArrayList<>())
                .add(key));
        return List.copyOf(slots.values());
    }
}
