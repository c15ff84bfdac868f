package dev.stairway.fingerprint.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.fingerprint.Digest;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SumsTest {

    @Test
    void they_add_and_subtract_as_digests_do() {
        Sums sums = new Sums(2);
        Digest expected = Digest.ZERO;
        Random random = new Random(3);
        for (int i = 0; i < 1000; i++) {
            Digest digest = new Digest(random.nextLong(), random.nextLong());
            if (random.nextBoolean()) {
                sums.add(1, digest);
                expected = expected.plus(digest);
            } else {
                sums.subtract(1, digest);
                expected = expected.minus(digest);
            }
            assertThat(sums.get(1)).isEqualTo(expected);
        }
        assertThat(sums.get(0)).isEqualTo(Digest.ZERO);
    }
}
