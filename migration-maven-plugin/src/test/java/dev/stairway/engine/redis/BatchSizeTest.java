package dev.stairway.engine.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BatchSizeTest {

    private static final Duration BOUND = Duration.ofMillis(5);

    @Test
    void quickKeysLetItGrowToTheMostThatWasDeclared() {
        assertThat(after(new BatchSize(700, BOUND), 20, 1_000)).isEqualTo(700);
    }

    @Test
    void slowKeysKeepACallBelowTheBound() {
        // 50 microseconds a key: a hundred of them are the bound.
        assertThat(after(new BatchSize(1000, BOUND), 20, 50_000)).isBetween(40, 60);
    }

    @Test
    void keysSlowerThanTheBoundAreHandedOverOneByOne() {
        assertThat(after(new BatchSize(1000, BOUND), 20, 7_000_000)).isEqualTo(1);
    }

    @Test
    void oneCallThatHadToWaitDoesNotShrinkItForLong() {
        BatchSize size = new BatchSize(1000, BOUND);
        after(size, 20, 1_000);
        size.took(size.size(), 60_000_000);
        assertThat(size.size()).isEqualTo(500);
        assertThat(after(size, 2, 1_000)).isEqualTo(1000);
    }

    @Test
    void aFewKeysThatHappenToBeThereDoNotLetItGrow() {
        BatchSize size = new BatchSize(1000, BOUND);
        size.took(1, 1_000);
        assertThat(size.size()).isEqualTo(10);
    }

    @Test
    void theFirstCallIsShortEvenWithLargeKeys() {
        // 0.4 milliseconds a key, as a hash with some thousand fields takes.
        assertThat(new BatchSize(1000, BOUND).size() * 400_000L).isLessThan(BOUND.toNanos());
    }

    private static int after(BatchSize size, int calls, long nanosPerKey) {
        for (int i = 0; i < calls; i++) {
            size.took(size.size(), size.size() * nanosPerKey);
        }
        return size.size();
    }
}
