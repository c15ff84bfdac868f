package dev.stairway.data.redis;

import dev.stairway.database.redis.RedisDatabase;
import dev.stairway.database.redis.RedisLink;
import java.util.ArrayList;
import java.util.List;

/** Makes any number of keys from a seed: the same seed, patterns and count give the same keys and values. */
public final class KeyGenerator {

    private final List<KeySpec> specs;
    private final List<KeyTemplate> templates = new ArrayList<>();
    private final int[] turns;
    private final long seed;

    /** A generator for these kinds of keys. */
    public KeyGenerator(List<KeySpec> specs, long seed) {
        if (specs.isEmpty()) {
            throw new IllegalArgumentException("at least one pattern");
        }
        this.specs = List.copyOf(specs);
        this.seed = seed;
        specs.forEach(spec -> templates.add(new KeyTemplate(spec)));
        this.turns = turns();
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
        try (RedisLink connection = database.link();
                BulkLoader loader = new BulkLoader(connection).from("generated keys")) {
            for (long row = from; row < from + count; row++) {
                templates.get(turns[(int) (row % turns.length)]).write(loader, seed, row);
            }
        }
        return count;
    }
}
