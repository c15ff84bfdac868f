package dev.stairway.fingerprint.redis;

import dev.stairway.database.redis.RedisConnection;
import dev.stairway.fingerprint.Digest;
import dev.stairway.fingerprint.Hashing;
import dev.stairway.fingerprint.KeySnapshot;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

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

    KeySnapshot take(Collection<String> globs, long toleranceMillis) {
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
        return new KeySnapshot(keys, now, toleranceMillis);
    }

    /** Some keys of one pattern. */
    List<String> of(String pattern, int most) {
        Set<String> found = new TreeSet<>();
        for (RedisConnection node : nodes.all()) {
            ScanSource names = ScanSource.matching(glob(pattern));
            while (found.size() < most && names.ask(node)) {
                for (byte[] name : names.take(node)) {
                    if (found.size() < most && pattern.equals(table(name))) {
                        found.add(KeyText.plain(name));
                    }
                }
            }
        }
        return List.copyOf(found);
    }

    /** The pattern that a known key follows; null for another one. */
    private String table(byte[] name) {
        Digest id = Hashing.of(name);
        return reserved.owns(name) || !keyspace.store().contains(id)
                ? null
                : tables.computeIfAbsent(keyspace.store().pattern(id), keyspace::name);
    }

    /** Finds every key of the pattern and perhaps more; a segment that varies is written in braces. */
    private static String glob(String pattern) {
        return pattern.replaceAll("[*?\\[\\]\\\\]", "\\\\$0").replaceAll("\\{[^:}]*}", "*");
    }

    private void add(byte[] name, Map<String, KeySnapshot.Key> keys) {
        Digest id = Hashing.of(name);
        KeyState state = reserved.owns(name) ? null : keyspace.store().get(id);
        if (state != null) {
            String table = tables.computeIfAbsent(keyspace.store().pattern(id), keyspace::name);
            keys.put(KeyText.plain(name), KeyStates.key(table, state));
        }
    }
}
