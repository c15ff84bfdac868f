package dev.stairway.measure.work;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogPositionTest {

    private static final long SEGMENT = 1 << 20;
    private static final long PAGE = 8192;

    private static long between(long from, long to) {
        return new LogPosition(to, SEGMENT, PAGE).bytesBefore() - new LogPosition(from, SEGMENT, PAGE).bytesBefore();
    }

    @Test
    void inside_of_a_page_every_byte_is_one_of_a_record() {
        assertThat(between(5 * PAGE + 100, 5 * PAGE + 900)).isEqualTo(800);
    }

    @Test
    void the_header_of_the_next_page_is_none() {
        assertThat(between(6 * PAGE - 100, 6 * PAGE + 24 + 100)).isEqualTo(200);
    }

    @Test
    void the_longer_header_of_the_next_segment_is_none() {
        assertThat(between(SEGMENT - 100, SEGMENT + 40 + 100)).isEqualTo(200);
    }

    @Test
    void a_place_inside_of_a_header_is_as_good_as_its_end() {
        assertThat(between(6 * PAGE, 6 * PAGE + 24)).isZero();
        assertThat(between(SEGMENT + 7, SEGMENT + 40)).isZero();
        assertThat(between(6 * PAGE, 6 * PAGE + 25)).isEqualTo(1);
    }

    @Test
    void a_whole_segment_holds_all_but_its_headers() {
        assertThat(between(3 * SEGMENT + 40, 4 * SEGMENT)).isEqualTo(SEGMENT - 40 - 127 * 24);
    }
}
