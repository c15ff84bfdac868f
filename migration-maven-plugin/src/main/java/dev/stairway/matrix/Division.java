package dev.stairway.matrix;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What is dealt out among shards: the heaviest first, each to the shard that has least so far. The longest shard takes at most
 * a third longer than it must (Graham, "Bounds on Multiprocessing Timing Anomalies", 1969). The same weights give the same
 * division on every machine.
 */
public final class Division {

    private Division() {}

    /**
     * The shard of each, 1 to {@code count}.
     *
     * @param weights 0 or more each, in any unit
     */
    public static List<Integer> of(List<Long> weights, int count) {
        List<Integer> heaviestFirst = IntStream.range(0, weights.size())
                .boxed()
                // Those of the same weight stay in order, because this sort is stable.
                .sorted(Comparator.comparing(weights::get, Comparator.reverseOrder()))
                .toList();
        long[] loads = new long[count];
        int[] things = new int[count];
        Integer[] shards = new Integer[weights.size()];
        for (int thing : heaviestFirst) {
            int least = least(loads, things);
            loads[least] += weights.get(thing);
            things[least]++;
            shards[thing] = least + 1;
        }
        return List.of(shards);
    }

    /** Of those with the same load, the one with fewer things, so that things without weight are spread as well. */
    private static int least(long[] loads, int... things) {
        int least = 0;
        for (int shard = 1; shard < loads.length; shard++) {
            boolean less = loads[shard] < loads[least] || loads[shard] == loads[least] && things[shard] < things[least];
            least = less ? shard : least;
        }
        return least;
    }
}
