package dev.stairway.lint.rules.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InnerWriteTest {

    @Test
    void aDeleteOfAllRowsWithinWithIsSeen() {
        String sql =
                "WITH m AS (DELETE FROM shop.\"Events\" RETURNING id) INSERT INTO kept SELECT id FROM m WHERE id > 1";
        InnerWrite write = InnerWrite.in(Statements.last(sql)).orElseThrow();
        assertThat(write.verb()).isEqualTo("DELETE");
        assertThat(write.table().name()).isEqualTo("Events");
        assertThat(write.table().schema()).isEqualTo("shop");
        assertThat(write.all()).isTrue();
        assertThat(sql.substring(write.offset())).startsWith("DELETE FROM");
    }

    @Test
    void aConditionWithinTheParenthesesCounts() {
        String sql = "WITH m AS (UPDATE users SET a = (b + 1) WHERE c RETURNING id) INSERT INTO log SELECT id FROM m";
        InnerWrite write = InnerWrite.in(Statements.last(sql)).orElseThrow();
        assertThat(write.verb()).isEqualTo("UPDATE");
        assertThat(write.all()).isFalse();
    }

    @Test
    void whatOnlyReadsIsNone() {
        assertThat(InnerWrite.in(Statements.last("WITH m AS (SELECT 1) SELECT 1 FROM m")))
                .isEmpty();
        assertThat(
                        InnerWrite.in(
                                Statements.last(
                                        "CREATE FUNCTION f() RETURNS void LANGUAGE sql AS $$ WITH m AS (DELETE FROM a RETURNING 1) SELECT 1 $$")))
                .isEmpty();
    }
}
