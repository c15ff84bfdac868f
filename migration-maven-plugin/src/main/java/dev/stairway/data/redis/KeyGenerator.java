package dev.stairway.data.redis;

import dev.stairway.database.redis.RedisDatabase;
import dev.stairway.database.redis.RedisLink;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.LongStream;

/** Makes any number of keys from a seed: the same seed, patterns and count give the same keys and values. */
public final class KeyGenerator {

    /** Fewer keys are there sooner by commands. */
    private static final long WORTH_A_DUMP = 5_000;

    /** Keys per dump: while the server reads one the next is written, so only the first is waited for. */
    private static final long PART = 100_000;

    private final List<KeySpec> specs;
    private final List<KeyTemplate> templates = new ArrayList<>();
    private final int[] turns;
    private final long seed;
    private final boolean streamsOnly;

    /** A generator for these kinds of keys. */
    public KeyGenerator(List<KeySpec> specs, long seed) {
        if (specs.isEmpty()) {
            throw new IllegalArgumentException("at least one pattern");
        }
        this.specs = List.copyOf(specs);
        this.seed = seed;
        specs.forEach(spec -> templates.add(new KeyTemplate(spec)));
        this.turns = turns();
        this.streamsOnly = templates.stream().allMatch(KeyTemplate::stream);
    }

    /** Every kind gets its turns in a short cycle, so that any count has about the same mix. */
    private int[] turns() {
        int sum = specs.stream().mapToInt(KeySpec::weight).sum();
        int[] cycle = new int[sum];
        double[] credit = new double[specs.size()];
        for (int i = 0; i < sum; i++) {
            int best = 0;
            for (int k = 0; k < credit.length; k++) {
                credit[k] += specs.get(k).weight();
                best = credit[k] > credit[best] ? k : best;
            }
            credit[best] -= sum;
            cycle[i] = best;
        }
        return cycle;
    }

    /**
     * Writes keys number {@code from} to {@code from + count - 1}, overwriting what is there.
     *
     * @return keys written
     */
    public long load(RedisDatabase database, long from, long count) {
        long end = from + count;
        try (RedisLink connection = database.link();
                BulkLoader loader = new BulkLoader(connection).from("generated keys")) {
            CommandWriter commands = new CommandWriter(loader);
            boolean taken = count >= WORTH_A_DUMP && merge(database, from, end);
            write(commands, from, end, taken ? KeyTemplate::stream : any -> true);
        }
        return count;
    }

    private boolean merge(RedisDatabase database, long from, long end) {
        if (streamsOnly) {
            return false;
        }
        long now = System.currentTimeMillis();
        long keys = count(from, end, template -> !template.stream());
        long mortal = count(from, end, template -> !template.stream() && template.mortal());
        List<RedisDatabase.DumpFile> parts = new ArrayList<>();
        for (long row = from; row < end; row += PART) {
            long first = row;
            long partEnd = Math.min(end, row + PART);
            parts.add(file -> {
                // The server makes room for all of them at once, at the first part.
                try (DumpWriter dump =
                        new DumpWriter(Files.newOutputStream(file), database.number(), now, keys, mortal)) {
                    write(dump, first, partEnd, template -> !template.stream());
                }
            });
        }
        return database.merge(parts);
    }

    private void write(KeyWriter writer, long from, long end, Predicate<KeyTemplate> wanted) {
        for (long row = from; row < end; row++) {
            KeyTemplate template = template(row);
            if (wanted.test(template)) {
                template.write(writer, seed, row);
            }
        }
    }

    private long count(long from, long end, Predicate<KeyTemplate> wanted) {
        return LongStream.range(from, end)
                .filter(row -> wanted.test(template(row)))
                .count();
    }

    private KeyTemplate template(long row) {
        return templates.get(turns[(int) (row % turns.length)]);
    }
}
