package dev.stairway.database.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"set x", "SET my.flag = 1", "select Set_Config('a.b', '', true)", "\n\tsEt", "offset"})
    void a_word_is_found_in_any_case_and_place(String sql) {
        assertThat(SqlText.mentions(sql, "set")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "se", "s e t", "insert into t values ('ss', 'e')", "tes"})
    void other_texts_do_not_mention_it(String sql) {
        assertThat(SqlText.mentions(sql, "set")).isFalse();
    }
}
