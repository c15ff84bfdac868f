package dev.stairway.data.redis;

import dev.stairway.database.redis.RedisConnection;
import dev.stairway.database.redis.RedisLink;
import dev.stairway.database.redis.key.KeyPatterns;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Counts the keys of each pattern and picks some as examples, the same ones whatever order the server lists them in. */
final class Inventory {

    private static final int EXAMPLES = 16;

    /** Counted so far under one number. */
    private static final class Tally {
        private int count;
        private final TreeSet<byte[]> smallest = new TreeSet<>(Arrays::compareUnsigned);

        private void add(byte[] key) {
            count++;
            if (smallest.size() < EXAMPLES) {
                smallest.add(key);
            } else if (Arrays.compareUnsigned(key, smallest.last()) < 0 && smallest.add(key)) {
                smallest.pollLast();
            }
        }

        private void addAll(Tally other) {
            count += other.count - other.smallest.size();
            other.smallest.forEach(this::add);
        }
    }

    /**
     * What is there of one pattern.
     *
     * @param examples the keys that sort first
     */
    record Found(String pattern, int count, List<byte[]> examples) {}

    private final Map<Integer, Tally> tallies = new HashMap<>();
    private final KeyPatterns patterns = new KeyPatterns(List.of(), this::merged);

    private void merged(int from, int into) {
        Tally tally = tallies.remove(from);
        if (tally != null) {
            tallies.computeIfAbsent(into, number -> new Tally()).addAll(tally);
        }
    }

    /** Looks at every key but those that begin with one of these texts. */
    SortedMap<String, Found> take(RedisLink connection, Set<String> excluded) {
        tallies.clear();
        List<byte[]> beginnings = new ArrayList<>();
        excluded.forEach(text -> beginnings.add(text.getBytes(StandardCharsets.UTF_8)));
        connection.nodes().forEach(node -> scan(node, beginnings));
        patterns.settle();
        SortedMap<String, Found> found = new TreeMap<>();
        tallies.forEach((number, tally) -> found.put(
                patterns.name(number), new Found(patterns.name(number), tally.count, List.copyOf(tally.smallest))));
        return found;
    }

    private void scan(RedisConnection connection, List<byte[]> beginnings) {
        byte[] cursor = {'0'};
        do {
            List<?> page = (List<?>) connection.call(
                    RedisConnection.bytes("SCAN"),
                    cursor,
                    RedisConnection.bytes("COUNT"),
                    RedisConnection.bytes("1000"));
            cursor = (byte[]) page.get(0);
            for (Object each : (List<?>) page.get(1)) {
                byte[] key = (byte[]) each;
                if (beginnings.stream().noneMatch(beginning -> begins(key, beginning))) {
                    tallies.computeIfAbsent(patterns.of(key), number -> new Tally())
                            .add(key);
                }
            }
        } while (cursor.length != 1 || cursor[0] != '0');
    }

    private static boolean begins(byte[] key, byte[] beginning) {
        return key.length >= beginning.length
                && Arrays.equals(key, 0, beginning.length, beginning, 0, beginning.length);
    }

    /** True when the key belongs to the pattern. */
    boolean follows(byte[] key, String pattern) {
        boolean follows = patterns.name(patterns.of(key)).equals(pattern);
        patterns.settle();
        return follows;
    }
}
