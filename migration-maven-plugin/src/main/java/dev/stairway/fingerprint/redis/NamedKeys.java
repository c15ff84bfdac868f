package dev.stairway.fingerprint.redis;

import dev.stairway.database.redis.RedisConnection;
import dev.stairway.fingerprint.Digest;
import dev.stairway.fingerprint.Hashing;
import dev.stairway.fingerprint.KeySnapshot;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Finds the names of known keys again, which are not kept, by the servers' cursors. */
final class NamedKeys {

    private final Nodes nodes;
    private final Keyspace keyspace;
    private final Reserved reserved;
    private final Map<Integer, String> tables = new HashMap<>();

    NamedKeys(Nodes nodes, Keyspace keyspace, Reserved reserved) {
        this.nodes = nodes;
        this.keyspace = keyspace;
        this.reserved = reserved;
    }

    KeySnapshot take(Collection<String> globs, Map<String, Long> rows, long toleranceMillis) {
        TreeMap<String, KeySnapshot.Key> keys = new TreeMap<>();
        for (RedisConnection node : nodes.all()) {
            for (String glob : globs) {
                ScanSource names = ScanSource.matching(glob);
                while (names.ask(node)) {
                    names.take(node).forEach(name -> add(name, keys));
                }
            }
        }
        long now = RelativeExpiry.millis(nodes.any().call("TIME"));
        return new KeySnapshot(keys, rows, now, toleranceMillis);
    }

    private void add(byte[] name, Map<String, KeySnapshot.Key> keys) {
        Digest id = Hashing.of(name);
        KeyState state = reserved.owns(name) ? null : keyspace.store().get(id);
        if (state != null) {
            String table = tables.computeIfAbsent(keyspace.store().pattern(id), keyspace::name);
            keys.put(text(name), new KeySnapshot.Key(table, state.type(), content(state), state.expiryMillis()));
        }
    }

    private static Map<String, Digest> content(KeyState state) {
        Digest[] more = state.more();
        if (more == null) {
            return Map.of("value", state.value());
        }
        Map<String, Digest> content = new HashMap<>(Map.of("value", state.value()));
        for (int i = 0; i < more.length; i++) {
            if (more[i] != null) {
                content.put(Columns.MORE.get(i), more[i]);
            }
        }
        return content;
    }

    /** Unlike {@link KeyText}, keeps what is text in a key that ends in other bytes, so that a pattern finds it. */
    private static String text(byte[] name) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(name))
                    .toString();
        } catch (CharacterCodingException binary) {
            return new String(name, StandardCharsets.ISO_8859_1);
        }
    }
}
