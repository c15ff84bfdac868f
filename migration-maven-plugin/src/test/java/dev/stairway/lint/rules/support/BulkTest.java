package dev.stairway.lint.rules.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BulkTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE users SET a = 1",
                "UPDATE users SET a = 1 WHERE a IS NULL",
                "UPDATE users u SET a = o.a FROM orders o WHERE o.user_id = u.id",
                "DELETE FROM users WHERE id > 0",
                "DELETE FROM users WHERE paid = 'Y'",
                "DELETE FROM users WHERE id IN (SELECT user_id FROM gone)",
                "INSERT INTO users (id) SELECT id FROM people",
                "INSERT INTO users (id) SELECT id FROM people p WHERE NOT EXISTS (SELECT 1 FROM users u WHERE u.id = p.id)",
                "WITH gone AS (DELETE FROM users WHERE a = 1 RETURNING id) SELECT count(*) FROM gone"
            })
    void manyRowsAreWorkedThrough(String sql) {
        assertThat(Bulk.table(Statements.last(sql))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE users SET a = 1 WHERE id = 17",
                "UPDATE users SET a = 1 WHERE \"id\" BETWEEN 1 AND 1000",
                "UPDATE users SET a = 1 WHERE id >= 1 AND users.id < 1000",
                "UPDATE users SET a = 1 WHERE \"userCode\" = 'X'",
                "DELETE FROM users WHERE id = ANY ('{1,2}')",
                "DELETE FROM users WHERE ctid IN (SELECT ctid FROM users LIMIT 100)",
                "INSERT INTO users (id) VALUES (1)",
                "INSERT INTO users (id) SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM users WHERE a = 1)",
                "CREATE TABLE fresh (id bigint); UPDATE fresh SET id = 1",
                "UPDATE pg_index SET indisready = true",
                "SELECT a FROM users"
            })
    void fewRowsAre(String sql) {
        assertThat(Bulk.table(Statements.last(sql))).isEmpty();
    }
}
