package dev.stairway.lint.rules.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepetitionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CREATE TABLE a (id int)|UNGUARDED",
                "CREATE TABLE IF NOT EXISTS a (id int)|SAME",
                "DROP TABLE IF EXISTS a; CREATE TABLE a (id int)|SAME",
                "CREATE INDEX CONCURRENTLY i ON a (id)|SAME",
                "CREATE INDEX i ON a (id)|UNGUARDED",
                "ALTER TABLE a ADD b int|UNGUARDED",
                "ALTER TABLE a ADD IF NOT EXISTS b int, DROP c|UNGUARDED",
                "ALTER TABLE a ALTER b SET NOT NULL|SAME",
                "ALTER TABLE a ADD CONSTRAINT c CHECK (b > 0)|FAILS_OR_DIFFERS",
                "ALTER TABLE a DROP CONSTRAINT IF EXISTS c, ADD CONSTRAINT c CHECK (b > 0)|SAME",
                "ALTER TABLE a RENAME TO b|FAILS_OR_DIFFERS",
                "ALTER TABLE a VALIDATE CONSTRAINT c|NOTHING",
                "UPDATE a SET b = b * 2|FAILS_OR_DIFFERS",
                "UPDATE a SET b = lower(b)|SAME",
                "UPDATE a SET b = 1 WHERE b IS NULL|SAME",
                "INSERT INTO a VALUES (1)|FAILS_OR_DIFFERS",
                "INSERT INTO a VALUES (1) ON CONFLICT DO NOTHING|SAME",
                "DELETE FROM a|SAME",
                "ALTER TYPE t ADD VALUE 'x'|UNGUARDED",
                "SET lock_timeout = '1s'|NOTHING"
            })
    void isToldFromTheStatement(String sql, Repetition expected) {
        assertThat(Repetition.of(Statements.last(sql))).isEqualTo(expected);
    }
}
