package dev.stairway.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowNamesTest {

    @Test
    void what_varies_is_what_stands_in_the_place_of_braces() {
        assertThat(RowNames.variables("session:user:{id}", "session:user:3")).containsExactly("3");
        assertThat(RowNames.variables("{{id}}:cart:{id}", "{7}:cart:2026-01-01"))
                .isEqualTo(List.of("7", "2026-01-01"));
        assertThat(RowNames.variables("tool{id}:hits", "tool1234:hits")).containsExactly("1234");
        assertThat(RowNames.variables("config:mode", "config:mode")).isEmpty();
    }

    @Test
    void a_glob_takes_what_is_special_as_it_is() {
        assertThat(RowNames.glob("a*b:{id}")).isEqualTo("a\\*b:*");
        assertThat(RowNames.glob("{{id}}:cart")).isEqualTo("{*}:cart");
    }

    @ParameterizedTest
    @CsvSource({
        "user:{id}, user:bob, true",
        "user:{id}, user:{id}, true",
        "user:{id}, user:{id}:cart, false",
        "user:{id}, person:bob, false",
        "config:mode, config:other, false"
    })
    void patterns_are_akin_when_they_differ_in_nothing_but_what_varies(String pattern, String other, boolean akin) {
        assertThat(RowNames.sameBut(pattern, other)).isEqualTo(akin);
    }
}
