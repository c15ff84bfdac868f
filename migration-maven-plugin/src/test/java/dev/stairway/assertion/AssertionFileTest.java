package dev.stairway.assertion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.assertion.Assertion.Expects;
import dev.stairway.problem.ProblemException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssertionFileTest {

    @Test
    void every_query_is_read_with_what_is_said_of_it() {
        List<Assertion> read = AssertionFile.read("a.sql", """
                -- Somebody's remark: nothing of ours.
                -- name: no order; without a customer
                -- from: 004-*
                -- until: 009
                select 'a;b', $x$;$x$ -- ;
                from orders where customer_id is null;

                -- databases: PostgreSQL, sqlite
                -- expect: 42
                select count(*) /* ; */ from roles;
                -- unchanged
                WITH x AS (select 1) select sum(balance) from account
                """);

        assertThat(read)
                .containsExactly(
                        new Assertion(
                                "a.sql:5",
                                "no order; without a customer",
                                "select 'a;b', $x$;$x$ -- ;\nfrom orders where customer_id is null",
                                Expects.NO_ROW,
                                "",
                                "004-*",
                                "009",
                                List.of()),
                        new Assertion(
                                "a.sql:10",
                                "",
                                "select count(*) /* ; */ from roles",
                                Expects.VALUE,
                                "42",
                                "",
                                "",
                                List.of("postgresql", "sqlite")),
                        new Assertion(
                                "a.sql:12",
                                "",
                                "WITH x AS (select 1) select sum(balance) from account",
                                Expects.UNCHANGED,
                                "",
                                "",
                                "",
                                List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "-- name: x~delete from t;               | a.sql:2 | An assertion is not a query",
                "-- expected: 3~select 1;                | a.sql:1 | An unknown word",
                "-- expect: 3~-- unchanged~select 1;     | a.sql:3 | One query cannot be both",
                "-- expect:~select 1;                    | a.sql:1 | A value is missing",
                "-- unchanged: yes~select 1;             | a.sql:1 | 'unchanged' takes no value",
                "-- databases: oracle~select 1;          | a.sql:2 | An unknown database",
                "select 1;~-- from: 3~                   | a.sql:1 | No query follows",
                "-- nothing                              | a.sql:1 | A file of assertions holds no query"
            })
    void what_is_not_understood_is_told_with_its_line(String text, String place, String what) {
        assertThatThrownBy(() -> AssertionFile.read("a.sql", text.replace('~', '\n')))
                .isInstanceOfSatisfying(ProblemException.class, e -> {
                    assertThat(e.problem().what()).isEqualTo(what);
                    assertThat(e.problem().where()).isEqualTo(place);
                });
    }
}
