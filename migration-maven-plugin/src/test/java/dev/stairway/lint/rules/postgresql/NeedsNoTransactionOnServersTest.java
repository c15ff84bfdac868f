package dev.stairway.lint.rules.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.Database;
import dev.stairway.database.JdbcSession;
import dev.stairway.database.TestServers;
import dev.stairway.lint.rules.support.Statements;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told to need no transaction is what servers refuse in one, and nothing else is. */
class NeedsNoTransactionOnServersTest {

    private static final String SETUP = """
            CREATE TABLE a (id integer PRIMARY KEY);
            CREATE INDEX a_id ON a (id);
            CREATE TABLE p (id integer) PARTITION BY RANGE (id);
            CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (1) TO (9);
            CREATE MATERIALIZED VIEW m AS SELECT 1 AS id;
            CREATE UNIQUE INDEX m_id ON m (id);
            REFRESH MATERIALIZED VIEW m;
            """;

    private static final String STATEMENTS = """
            CREATE INDEX CONCURRENTLY i ON a (id)
            CREATE INDEX i ON a (id)
            DROP INDEX CONCURRENTLY a_id
            DROP INDEX a_id
            REINDEX TABLE CONCURRENTLY a
            REINDEX INDEX CONCURRENTLY a_id
            REINDEX TABLE a
            REINDEX SCHEMA public
            ALTER TABLE p DETACH PARTITION p1 CONCURRENTLY
            ALTER TABLE p DETACH PARTITION p1
            REFRESH MATERIALIZED VIEW CONCURRENTLY m
            VACUUM a
            VACUUM (ANALYZE) a
            ANALYZE a
            CLUSTER a USING a_id
            ALTER SYSTEM SET work_mem = '8MB'
            CREATE DATABASE other
            DROP DATABASE IF EXISTS other
            ALTER DATABASE no_such_one SET TABLESPACE pg_default
            ALTER DATABASE template1 SET work_mem = '8MB'
            CREATE TABLESPACE t LOCATION '/no/such/place'
            DROP TABLESPACE IF EXISTS t
            CREATE SUBSCRIPTION s CONNECTION 'host=nowhere.invalid' PUBLICATION p
            CREATE SUBSCRIPTION s CONNECTION 'host=nowhere.invalid' PUBLICATION p WITH (connect = false)
            ROLLBACK PREPARED 'x'
            COMMIT PREPARED 'x'
            DISCARD ALL
            DISCARD PLANS
            ALTER ROLE CURRENT_USER SET work_mem = '8MB'
            LOCK TABLE a
            """;

    /** Of PostgreSQL: active_sql_transaction. */
    private static final String REFUSED = "25001";

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void whatServersRefuseIsForetold(int major) throws SQLException {
        try (Database database = TestServers.postgres(major).fresh("outside");
                Connection connection = ((JdbcSession) database.newSession()).connection();
                Statement statement = connection.createStatement()) {
            statement.execute(SETUP);
            connection.setAutoCommit(false);
            Map<String, Boolean> foretold = new TreeMap<>();
            Map<String, Boolean> seen = new TreeMap<>();
            for (String sql : STATEMENTS.lines().toList()) {
                foretold.put(
                        sql,
                        Statements.of(sql).stream()
                                .anyMatch(view -> !NeedsNoTransaction.what(view).isEmpty()));
                seen.put(sql, refuses(statement, sql));
                connection.rollback();
            }
            assertThat(foretold).containsExactlyEntriesOf(seen);
        }
    }

    /** In a transaction that has begun. */
    private static boolean refuses(Statement statement, String sql) throws SQLException {
        statement.execute("SELECT 1");
        try {
            statement.execute(sql);
            return false;
        } catch (SQLException answer) {
            return REFUSED.equals(answer.getSQLState());
        }
    }
}
