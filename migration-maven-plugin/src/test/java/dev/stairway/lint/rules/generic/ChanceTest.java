package dev.stairway.lint.rules.generic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What differs each time is told from what only sounds like it. */
class ChanceTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "random()",
                "floor( RANDOM ( ) * 6)",
                "gen_random_uuid()",
                "hex(randomblob(16))",
                "public.uuid_generate_v4()"
            })
    void randomValuesAreFound(String expression) {
        assertThat(Chance.random(expression)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"'random()'", "random_order", "md5(id::text)", "uuid_generate_v5(ns, name)", "'it''s random()'"})
    void whatOnlySoundsRandomIsNot(String expression) {
        assertThat(Chance.random(expression)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "now()",
                "CURRENT_DATE",
                "current_timestamp(3)",
                "now() - interval '1 day'",
                "datetime('now', '+1 day')",
                "unixepoch()",
                "strftime('%s', 'now')"
            })
    void theClockIsFound(String expression) {
        assertThat(Chance.clock(expression)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'now() is a function'",
                "date(opened, '+14 days')",
                "my_current_date",
                "'2026-01-01'::date",
                "snow()"
            })
    void datesOfRowsAndLiteralsAreNoClock(String expression) {
        assertThat(Chance.clock(expression)).isEmpty();
    }
}
