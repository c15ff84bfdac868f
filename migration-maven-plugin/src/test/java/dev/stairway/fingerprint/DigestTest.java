package dev.stairway.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DigestTest {

    private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(128);

    @Test
    void addsAndSubtractsLikeIntegersModulo2To128() {
        Random random = new Random(7);
        for (int i = 0; i < 1_000; i++) {
            Digest a = new Digest(random.nextLong(), random.nextLong());
            Digest b = new Digest(random.nextLong(), i % 3 == 0 ? -1L : random.nextLong());
            assertThat(number(a.plus(b))).isEqualTo(number(a).add(number(b)).mod(MODULUS));
            assertThat(number(a.minus(b)))
                    .isEqualTo(number(a).subtract(number(b)).mod(MODULUS));
        }
    }

    @Test
    void equalRowsDoNotCancelEachOtherOut() {
        Digest row = new Digest(1, 2);
        assertThat(row.plus(row)).isNotEqualTo(Digest.ZERO);
    }

    private static BigInteger number(Digest digest) {
        return new BigInteger(digest.hex(), 16);
    }
}
