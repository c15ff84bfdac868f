package dev.stairway.data.redis;

import dev.stairway.data.FillReport;
import dev.stairway.data.Filler;
import dev.stairway.database.redis.RedisDatabase;
import dev.stairway.database.redis.RedisLink;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Fills key patterns as other fillers fill tables: first the fixtures and configured kinds, once per state of the database,
 * then more keys like those that are there. New keys of all patterns share their identifiers, as those of one user do.
 */
public final class RedisFiller implements Filler {

    private static final long FIRST_FILLED = 100_000_000;
    private static final long FIRST_WRITTEN = 500_000_000;
    private static final int PROBED = 5000;
    private static final String LOADED = "fixtures";

    private final RedisDatabase database;
    private final long seed;
    private final RedisData data;
    private final Inventory inventory = new Inventory();
    private final Set<String> stale = new TreeSet<>();
    private final TreeMap<String, Integer> counts = new TreeMap<>();
    private final TreeMap<String, Likeness> likenesses = new TreeMap<>();
    private RedisLink connection;
    private boolean allStale = true;
    private boolean loaded;
    private int lastRows = -1;
    private long nextWritten = FIRST_WRITTEN;

    private RedisFiller(RedisDatabase database, long seed, RedisData data) {
        this.database = database;
        this.seed = seed;
        this.data = data;
    }

    /** A filler for the database; it connects when first used. */
    public static RedisFiller open(RedisDatabase database, long seed, RedisData data) {
        return new RedisFiller(database, seed, data);
    }

    /** Makes fillers that load these data. */
    public static Filler.Factory factory(RedisData data) {
        return (database, seed) -> open((RedisDatabase) database, seed, data);
    }

    @Override
    public void schemaChanged(Collection<String> tables) {
        stale.addAll(tables);
    }

    @Override
    public void forgetAll() {
        allStale = true;
        loaded = false;
        counts.clear();
        likenesses.clear();
        nextWritten = FIRST_WRITTEN;
    }

    @Override
    public FillReport fill(int rows, Set<String> excluded) {
        connect();
        TreeMap<String, Integer> inserted = load(rows, excluded);
        if (allStale || !stale.isEmpty() || rows != lastRows) {
            refresh(excluded);
            lastRows = rows;
            likenesses.forEach((pattern, likeness) -> top(pattern, likeness, rows, inserted));
        }
        return new FillReport(inserted, new TreeMap<>());
    }

    @Override
    public FillReport write(Collection<String> tables, int rows, Set<String> excluded) {
        connect();
        if (allStale || tables.stream().anyMatch(stale::contains)) {
            refresh(excluded);
        }
        Map<String, Likeness> wanted = new TreeMap<>(likenesses);
        wanted.keySet().retainAll(tables);
        TreeMap<String, Integer> inserted = new TreeMap<>();
        if (wanted.isEmpty() || rows == 0) {
            return new FillReport(inserted, new TreeMap<>());
        }
        try (BulkLoader loader = new BulkLoader(connection).from("keys like those that are there")) {
            for (int i = 0; i < rows; i++) {
                long number = freeForAll(wanted.values());
                wanted.values().forEach(likeness -> likeness.write(loader, number));
            }
        }
        wanted.keySet().forEach(pattern -> {
            counts.merge(pattern, rows, Integer::sum);
            inserted.put(pattern, rows);
        });
        return new FillReport(inserted, new TreeMap<>());
    }

    @Override
    public void release() {
        if (connection != null && connection.open()) {
            connection.close();
        }
        connection = null;
    }

    @Override
    public void close() {
        release();
    }

    private void connect() {
        if (connection == null || !connection.open()) {
            connection = database.link();
        }
    }

    /**
     * What came from fixtures and configured kinds. A mark among the engine's own keys tells that a state has them; a
     * checkpoint keeps it like any other key.
     */
    private TreeMap<String, Integer> load(int rows, Set<String> excluded) {
        TreeMap<String, Integer> inserted = new TreeMap<>();
        if (loaded || rows == 0 || data.equals(RedisData.NONE)) {
            return inserted;
        }
        loaded = true;
        Optional<String> mark =
                excluded.stream().min(Comparator.comparing(String::length)).map(beginning -> beginning + LOADED);
        if (mark.isPresent() && connection.call("EXISTS", mark.get()).equals(1L)) {
            return inserted;
        }
        refresh(excluded);
        Map<String, Integer> before = Map.copyOf(counts);
        loadAll(rows);
        mark.ifPresent(key -> connection.call("SET", key, "1"));
        allStale = true;
        refresh(excluded);
        counts.forEach((pattern, count) -> inserted.put(pattern, count - before.getOrDefault(pattern, 0)));
        inserted.values().removeIf(count -> count <= 0);
        allStale = true;
        return inserted;
    }

    private void loadAll(int rows) {
        try (BulkLoader loader = new BulkLoader(connection)) {
            for (Path file : data.fixtures()) {
                Fixtures.load(file, loader);
            }
        }
        for (KeySpec kind : data.patterns()) {
            new KeyGenerator(List.of(kind), seed).load(database, 0, rows);
        }
    }

    private void refresh(Set<String> excluded) {
        SortedMap<String, Inventory.Found> found = inventory.take(connection, excluded);
        counts.clear();
        likenesses.keySet().retainAll(found.keySet());
        found.forEach((pattern, each) -> {
            counts.put(pattern, each.count());
            if (allStale || stale.contains(pattern) || !likenesses.containsKey(pattern)) {
                learn(each);
            }
        });
        allStale = false;
        stale.clear();
    }

    private void learn(Inventory.Found found) {
        List<Example> examples = new ArrayList<>();
        for (byte[] key : found.examples()) {
            KeyShape.of(key, found.pattern())
                    .filter(shape -> inventory.follows(shape.key(shape.newIds(seed, FIRST_FILLED)), found.pattern()))
                    .flatMap(shape -> Example.read(connection, key, shape))
                    .ifPresent(examples::add);
        }
        if (examples.isEmpty()) {
            likenesses.remove(found.pattern());
        } else {
            likenesses.put(found.pattern(), new Likeness(examples, seed));
        }
    }

    private void top(String pattern, Likeness likeness, int rows, Map<String, Integer> inserted) {
        int missing = rows - counts.get(pattern);
        if (missing <= 0) {
            return;
        }
        long next = FIRST_FILLED;
        int left = missing;
        try (BulkLoader loader = new BulkLoader(connection).from("keys like those of " + pattern)) {
            while (left > 0) {
                int probed = Math.min(PROBED, left);
                for (long number : free(likeness, next, probed)) {
                    likeness.write(loader, number);
                    left--;
                }
                next += probed;
                loader.flush();
            }
        }
        counts.put(pattern, rows);
        inserted.merge(pattern, missing, Integer::sum);
    }

    /** Those of the next numbers whose key is not there yet. */
    private List<Long> free(Likeness likeness, long first, int count) {
        List<byte[][]> questions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            questions.add(new byte[][] {BulkLoader.latin("EXISTS"), likeness.key(first + i)});
        }
        List<Object> answers = connection.pipeline(questions);
        List<Long> free = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            if (answers.get(i).equals(0L)) {
                free.add(first + i);
            }
        }
        return free;
    }

    private long freeForAll(Collection<Likeness> likenesses) {
        while (true) {
            long number = nextWritten++;
            // One question per key: on a cluster they are in many slots.
            List<byte[][]> questions = likenesses.stream()
                    .map(likeness -> new byte[][] {BulkLoader.latin("EXISTS"), likeness.key(number)})
                    .toList();
            if (connection.pipeline(questions).stream().allMatch(answer -> answer.equals(0L))) {
                return number;
            }
        }
    }
}
