package dev.stairway.engine.redis;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** How far a batched migration came, kept in the database so that a run that was killed can be gone on with. */
final class Progress {

    /** In place of a cursor once the last key was seen; 0, with which SCAN ends, is also how it starts. */
    static final String END = "end";

    private final Wire wire;
    private final Map<String, String> kept = new HashMap<>();
    private CompletableFuture<Object> last;
    private long kepts;

    private Progress(Wire wire) {
        this.wire = wire;
    }

    /**
     * Takes up what an earlier run left behind, if that was the same text going the same way; else starts anew.
     *
     * @param what version, direction and checksum of what runs
     */
    static Progress of(Topology topology, String what) {
        Progress progress = new Progress(
                topology.of(Reserved.PROGRESS.getBytes(StandardCharsets.UTF_8)).wire());
        List<?> flat = (List<?>) progress.wire.call("HGETALL", Reserved.PROGRESS);
        for (int i = 0; i < flat.size(); i += 2) {
            progress.kept.put(text(flat.get(i)), text(flat.get(i + 1)));
        }
        if (!what.equals(progress.kept.get("what"))) {
            progress.kept.clear();
            if (!flat.isEmpty()) {
                progress.wire.call("DEL", Reserved.PROGRESS);
            }
            progress.put("what", what);
        }
        return progress;
    }

    /** Where to go on; {@code 0} for the start. */
    String cursor(String scan) {
        return kept.getOrDefault(scan, "0");
    }

    /** Keys handed over so far, by all runs. */
    long done() {
        return Long.parseLong(kept.getOrDefault("done", "0"));
    }

    /** Keeps a cursor behind which everything is done. Does not wait: the next command on this wire does. */
    void keep(String scan, String cursor, long done) {
        settle();
        kept.put(scan, cursor);
        kept.put("done", Long.toString(done));
        kepts++;
        last = wire.send(
                Command.named("HSET progress", "HSET", Reserved.PROGRESS, scan, cursor, "done", Long.toString(done)));
    }

    /** What {@link #keep} has sent so far: name to number. */
    Map<String, Long> commands() {
        return Map.of("HSET", kepts);
    }

    private void put(String field, String value) {
        kept.put(field, value);
        wire.call("HSET", Reserved.PROGRESS, field, value);
    }

    /** Waits for the last {@link #keep}. */
    void settle() {
        if (last != null) {
            CompletableFuture<Object> waited = last;
            last = null;
            wire.await(waited, Command.of("HSET", Reserved.PROGRESS));
        }
    }

    /** Forgets it: the migration has ended. */
    void remove() {
        settle();
        wire.call("DEL", Reserved.PROGRESS);
    }

    private static String text(Object bytes) {
        return new String((byte[]) bytes, StandardCharsets.UTF_8);
    }
}
