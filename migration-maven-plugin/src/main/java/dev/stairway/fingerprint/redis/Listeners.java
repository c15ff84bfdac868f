package dev.stairway.fingerprint.redis;

import dev.stairway.database.redis.RedisDatabase;
import dev.stairway.fingerprint.Digest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A listener at each server that holds keys, since every server tells of its own keys only. */
final class Listeners implements AutoCloseable {

    private final List<Touched> nodes = new ArrayList<>();

    Listeners(RedisDatabase database) {
        database.nodes().forEach(node -> nodes.add(new Touched(node)));
    }

    /** Begins to listen, where it does not yet. */
    void listen() {
        nodes.forEach(Touched::listen);
    }

    /** Forgets what was told so far, since all will be read. */
    void forget() {
        nodes.forEach(Touched::forget);
    }

    /** Names of the keys that were written since the last call; empty when that is not known completely. */
    Optional<Map<Digest, byte[]>> take() {
        if (nodes.size() == 1) {
            return nodes.get(0).take();
        }
        Map<Digest, byte[]> keys = new HashMap<>();
        boolean complete = true;
        for (Touched node : nodes) {
            Optional<Map<Digest, byte[]>> told = node.take();
            complete &= told.isPresent();
            told.ifPresent(keys::putAll);
        }
        return complete ? Optional.of(keys) : Optional.empty();
    }

    /** What ran that they are not told of. */
    Unseen unseen() {
        return nodes.stream()
                .map(node -> Unseen.now(node.connection()))
                .reduce(Unseen::and)
                .orElseThrow();
    }

    @Override
    public void close() {
        nodes.forEach(Touched::close);
    }
}
