package dev.stairway.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DivisionTest {

    @Test
    void theHeaviestGoesFirstAndTheRestFillsUp() {
        assertThat(Division.of(List.of(1L, 6L, 2L, 3L), 2)).containsExactly(2, 1, 2, 2);
    }

    @Test
    void whatHasNoWeightIsSpreadAsWell() {
        assertThat(Division.of(List.of(0L, 0L, 0L, 0L), 4)).containsExactly(1, 2, 3, 4);
    }

    @Test
    void moreShardsThanThingsLeaveSomeEmpty() {
        assertThat(Division.of(List.of(5L, 5L), 8)).containsExactly(1, 2);
        assertThat(Division.of(List.of(), 8)).isEmpty();
    }

    /** Graham's bound: no shard has more than 4/3 - 1/(3n) of what the fairest division has, which is at least the mean. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8, 40})
    void noShardHasMuchMoreThanItMust(int count) {
        Random random = new Random(count);
        for (int run = 0; run < 200; run++) {
            List<Long> weights = Stream.generate(() -> (long) random.nextInt(10_000))
                    .limit(random.nextInt(60) + 1)
                    .toList();

            List<Integer> shards = Division.of(weights, count);

            assertThat(shards).hasSameSizeAs(weights).allMatch(shard -> shard >= 1 && shard <= count);
            long most = IntStream.rangeClosed(1, count)
                    .mapToLong(shard -> load(weights, shards, shard))
                    .max()
                    .orElseThrow();
            double mean = weights.stream().mapToLong(Long::longValue).sum() / (double) count;
            // At least so much every division has in some shard: the mean, the heaviest, and two of the n+1 heaviest.
            double least = Math.max(mean, Collections.max(weights));
            List<Long> heaviest =
                    weights.stream().sorted(Collections.reverseOrder()).toList();
            if (heaviest.size() > count) {
                least = Math.max(least, heaviest.get(count - 1) + heaviest.get(count));
            }
            assertThat((double) most).isLessThanOrEqualTo(least * (4.0 / 3) + Collections.max(weights) / 3.0);
            assertThat(Division.of(weights, count)).isEqualTo(shards);
        }
    }

    private static long load(List<Long> weights, List<Integer> shards, int shard) {
        return IntStream.range(0, weights.size())
                .filter(i -> shards.get(i) == shard)
                .mapToLong(weights::get)
                .sum();
    }
}
