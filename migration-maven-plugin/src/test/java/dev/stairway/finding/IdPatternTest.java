package dev.stairway.finding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IdPatternTest {

    @Test
    void starStandsForAnything() {
        assertThat(IdPattern.of("*jpa-changelog-1.9*").matches("META-INF/jpa-changelog-1.9.1.xml::1::x", "1"))
                .isTrue();
        assertThat(IdPattern.of("*jpa-changelog-2*").matches("META-INF/jpa-changelog-1.9.1.xml::1::x", "1"))
                .isFalse();
    }

    @Test
    void theWholeIdMustMatch() {
        assertThat(IdPattern.of("12").matches("a::123::b", "123")).isFalse();
        assertThat(IdPattern.of("123").matches("a::123::b", "123")).isTrue();
    }

    @Test
    void regexSignsAreLiteral() {
        assertThat(IdPattern.of("a.b").matches("axb", "")).isFalse();
        assertThat(IdPattern.of("a(b").matches("a(b", "")).isTrue();
    }
}
