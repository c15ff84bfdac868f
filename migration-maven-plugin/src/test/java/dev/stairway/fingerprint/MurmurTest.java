package dev.stairway.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.apache.commons.codec.digest.MurmurHash3;
import org.junit.jupiter.api.Test;

/** Against the implementation of Commons Codec. */
class MurmurTest {

    @Test
    void every_length_and_place_gives_the_hash_that_everybody_gives() {
        byte[] bytes = new byte[300];
        new Random(7).nextBytes(bytes);
        for (int offset = 0; offset < 9; offset++) {
            for (int length = 0; length <= 200; length++) {
                long[] expected = MurmurHash3.hash128x64(bytes, offset, length, 0);
                assertThat(Murmur.of(bytes, offset, length)).isEqualTo(new Digest(expected[0], expected[1]));
            }
        }
    }

    @Test
    void a_zero_more_is_another_text() {
        byte[] zeros = new byte[33];
        assertThat(Murmur.of(zeros, 0, 32)).isNotEqualTo(Murmur.of(zeros, 0, 33));
        assertThat(Murmur.of(zeros, 0, 0)).isNotEqualTo(Murmur.of(zeros, 0, 1));
    }
}
