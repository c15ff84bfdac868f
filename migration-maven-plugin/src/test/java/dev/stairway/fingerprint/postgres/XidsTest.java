package dev.stairway.fingerprint.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class XidsTest {

    private static final long ROUND = 1L << 32;

    @Test
    void rows_carry_the_lower_half_of_an_id() {
        Xids xids = new Xids(3 * ROUND + 700, 3 * ROUND + 702);
        assertThat(xids.few()).isTrue();
        assertThat(xids.rawFirst()).isEqualTo("700");
        assertThat(xids.madeRow()).contains("'{700,701}'");
        assertThat(xids.condition()).contains("xmin = ANY ('{700,701}'").contains("xmax = ANY ('{700,701}'");
    }

    @Test
    void ids_around_the_end_of_the_lower_half_are_not_told_apart_from_old_ones() {
        assertThat(new Xids(ROUND - 2, ROUND + 1).few()).isFalse();
        assertThat(new Xids(ROUND - 3, ROUND - 1).few()).isTrue();
    }

    @Test
    void too_many_are_not_asked_for() {
        assertThat(new Xids(1000, 11_000).few()).isTrue();
        assertThat(new Xids(1000, 11_001).few()).isFalse();
    }
}
