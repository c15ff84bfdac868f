package dev.stairway.lint.rules.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.Database;
import dev.stairway.database.JdbcSession;
import dev.stairway.database.TestServers;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Remark;
import dev.stairway.lint.rules.support.Statements;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** SQL that rules advise, executed as it stands, gives what the dangerous statement gives, and comes to an end. */
class AdviceOnServersTest {

    private static final String PLAIN = "CREATE TABLE t (id bigint PRIMARY KEY, c %s);";
    private static final String PARTS = "CREATE TABLE t (id bigint PRIMARY KEY, c %s) PARTITION BY RANGE (id);"
            + " CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (0) TO (2000);"
            + " CREATE TABLE t2 PARTITION OF t FOR VALUES FROM (2000) TO (9000);";
    private static final Pattern STATEMENT = Pattern.compile("(?:ALTER TABLE|UPDATE|CREATE)[^;]*;");
    private static final int ROUNDS = 20;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "plain | numeric(12,4) | i * 1.2345 | numeric(10,2) | c",
                "plain | timestamptz | now() + i * interval '1 hour' | date | c",
                "plain | integer | i | varchar(20) | c",
                "plain | json | json_build_object('i', i) | jsonb | c",
                "plain | text | CASE WHEN i % 3 > 0 THEN i::text ELSE '' END | bigint | nullif(c, '')::bigint",
                "parts | integer | i | bigint | c",
                "parts | text | CASE WHEN i % 3 > 0 THEN i::text END | varchar(30) | c || 'x'"
            })
    void anotherTypeIsReachedInBatches(String layout, String from, String value, String to, String using)
            throws SQLException {
        String made = (layout.equals("plain") ? PLAIN : PARTS).formatted(from);
        String change = "ALTER TABLE t ALTER COLUMN c TYPE " + to + (using.equals("c") ? "" : " USING " + using);
        List<String> advice = advice(new TypeRewrite(), made, change);
        try (Database database = TestServers.postgres(18).fresh("advice");
                Connection connection = ((JdbcSession) database.newSession()).connection();
                Statement statement = connection.createStatement()) {
            statement.execute(made);
            statement.execute("INSERT INTO t SELECT i, " + value + " FROM generate_series(1, 3500) i");
            statement.execute("INSERT INTO t VALUES (0, NULL)");
            statement.execute(advice.get(0));
            inBatches(statement, advice.get(1));
            statement.execute("CREATE TABLE seen AS SELECT id, c_new AS c FROM t");
            statement.execute("ALTER TABLE t DROP COLUMN c_new");
            statement.execute(change);
            assertThat(number(
                            statement,
                            "SELECT count(*) FROM t JOIN seen USING (id)"
                                    + " WHERE t.c::text IS DISTINCT FROM seen.c::text"))
                    .isZero();
            assertThat(number(statement, "SELECT count(*) FROM seen WHERE c IS NOT NULL"))
                    .isGreaterThan(2000);
        }
    }

    /** The definition of the constraint is the same, in the words of the server. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ADD CONSTRAINT k UNIQUE (c)",
                "ADD CONSTRAINT k UNIQUE (c) INCLUDE (d) DEFERRABLE INITIALLY DEFERRED",
                "ADD CONSTRAINT k UNIQUE NULLS NOT DISTINCT (c, d)",
                "ADD CONSTRAINT k PRIMARY KEY (id, c)",
                "ADD CONSTRAINT k FOREIGN KEY (c, d) REFERENCES o (a, b) MATCH FULL DEFERRABLE",
                "ADD CONSTRAINT k FOREIGN KEY (c, d) REFERENCES o (a, b) ON DELETE SET NULL (c) ON UPDATE CASCADE",
                "ADD COLUMN n bigint NOT NULL DEFAULT 7 CONSTRAINT k REFERENCES p (id) ON DELETE RESTRICT"
            })
    void aConstraintKeepsAllItsClauses(String action) throws SQLException {
        String made = "CREATE TABLE o (a bigint, b bigint, PRIMARY KEY (a, b)); CREATE TABLE p (id bigint PRIMARY KEY);"
                + " CREATE TABLE t (id bigint, c bigint, d bigint);";
        String change = "ALTER TABLE t " + action;
        LintRule rule = action.contains("UNIQUE")
                ? new UniqueNoUsingIndex()
                : action.contains("PRIMARY") ? new PkNoUsingIndex() : new FkNoNotValid();
        List<String> advice = advice(rule, made, change);
        try (Database database = TestServers.postgres(18).fresh("advice");
                Connection connection = ((JdbcSession) database.newSession()).connection();
                Statement statement = connection.createStatement()) {
            statement.execute(made
                    + "INSERT INTO p VALUES (7); INSERT INTO t (id, c) SELECT i, NULL FROM generate_series(1, 0) i");
            for (String step : advice) {
                statement.execute(step);
            }
            String advised = definition(statement);
            statement.execute("DROP TABLE t; CREATE TABLE t (id bigint, c bigint, d bigint)");
            statement.execute(change);
            assertThat(advised).isEqualTo(definition(statement));
        }
    }

    /** Of the constraint k, with the columns of its table. */
    private static String definition(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery(
                "SELECT pg_get_constraintdef(c.oid) || (SELECT string_agg(attname || attnotnull || atthasdef, ' ' ORDER BY attnum)"
                        + " FROM pg_attribute WHERE attrelid = 't'::regclass AND attnum > 0) FROM pg_constraint c WHERE conname = 'k'")) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void inBatches(Statement statement, String update) throws SQLException {
        int rounds = 0;
        while (statement.executeUpdate(update) > 0) {
            assertThat(++rounds).as("rounds of %s", update).isLessThan(ROUNDS);
        }
    }

    private static List<String> advice(LintRule rule, String released, String sql) {
        List<Remark> remarks = Statements.remarks(rule, released, sql);
        assertThat(remarks).hasSize(1);
        List<String> found = new ArrayList<>();
        Matcher statement = STATEMENT.matcher(remarks.get(0).instead());
        while (statement.find()) {
            found.add(statement.group());
        }
        return found;
    }

    private static long number(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
