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
                "UPDATE users SET a = (SELECT x FROM y WHERE y.id = users.y ORDER BY z LIMIT 1)",
                "UPDATE users SET a = ARRAY(SELECT x FROM y LIMIT 5)",
                "UPDATE users u SET a = l.x FROM LATERAL (SELECT x FROM y WHERE y.id = u.y LIMIT 1) l",
                "DELETE FROM users WHERE id NOT IN (SELECT id FROM users LIMIT 10)",
                "DELETE FROM users WHERE (SELECT x FROM y LIMIT 1) = a",
                "WITH l AS (SELECT x FROM y LIMIT 1) UPDATE users SET a = (SELECT x FROM l)",
                "DELETE FROM users WHERE shop_id = 7",
                "DELETE FROM users WHERE id = 7 OR a = 1",
                "DELETE FROM users WHERE NOT id = 7",
                "DELETE FROM users WHERE id <> 7",
                "DELETE FROM users WHERE created < '2020-01-01'",
                "DELETE FROM users WHERE id <= '2020-01-01'",
                "UPDATE users SET a = 1 WHERE id BETWEEN 1 AND 20000000",
                "UPDATE users u SET a = 1 FROM plans p WHERE p.id = 7 AND p.id = u.plan",
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
                "UPDATE users SET a = 1 WHERE email IN ('a@x', 'b@x')",
                "UPDATE users SET a = 1 WHERE id < 10000",
                "UPDATE users AS u SET a = 1 FROM plans p WHERE u.id = 7 AND p.id = u.plan",
                "UPDATE users SET a = 1 WHERE id = 7 OR id = 8",
                "UPDATE users SET a = 1 WHERE id = (SELECT max(user_id) FROM orders)",
                "DELETE FROM users WHERE (a = 1 AND (id IN (SELECT id FROM users WHERE a = 1 FETCH FIRST 100 ROWS ONLY)))",
                "WITH b AS (SELECT id FROM users LIMIT 10) DELETE FROM users USING b WHERE users.id = b.id",
                "INSERT INTO kept (id) SELECT id FROM users LIMIT 10",
                "WITH m AS (DELETE FROM users WHERE ctid IN (SELECT ctid FROM users LIMIT 10) RETURNING id) INSERT INTO kept SELECT id FROM m",
                "CREATE TABLE parts (a int, b int, c int, PRIMARY KEY (a, b)); UPDATE parts SET c = 1 WHERE b = 1 AND a = 2",
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
