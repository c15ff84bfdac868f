package dev.stairway.judge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobsTest {

    @ParameterizedTest
    @CsvSource({
        "session:user:*, session:user:*",
        "session:user:*, session:*:7",
        "session:user:*, session:user:*:cart",
        "a*b, *ab",
        "*, anything",
        "a\\*b, a\\*b",
        "a\\*b, a*"
    })
    void a_name_that_both_match_makes_them_overlap(String one, String other) {
        assertThat(Globs.overlap(one, other)).isTrue();
        assertThat(Globs.overlap(other, one)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "session:user:*, session:v2:user:*",
        "session:user:*, session:usr:*",
        "*a, *b",
        "a\\*b, axb",
        "session:user:*, session:user"
    })
    void globs_without_a_common_name_do_not_overlap(String one, String other) {
        assertThat(Globs.overlap(one, other)).isFalse();
        assertThat(Globs.overlap(other, one)).isFalse();
    }
}
