package dev.stairway.lint.rules.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.Database;
import dev.stairway.database.JdbcSession;
import dev.stairway.database.TestServers;
import dev.stairway.lint.rules.support.LockNeed.Work;
import dev.stairway.lint.schema.SchemaSketch;
import dev.stairway.lint.schema.Table;
import dev.stairway.script.sql.SqlScript;
import dev.stairway.script.sql.SqlSyntax;
import dev.stairway.script.sql.parse.SqlParser;
import dev.stairway.script.sql.tree.SqlTree;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is foretold of locks and rewrites is what servers do. */
class LockNeedsOnServersTest {

    private static final String SETUP = """
            CREATE TABLE a (id integer PRIMARY KEY, b text, v varchar(20), n numeric(8, 2), m integer CONSTRAINT m_there CHECK (m IS NOT NULL));
            CREATE TABLE o (id integer PRIMARY KEY, a integer CONSTRAINT o_a_fkey REFERENCES a (id), c integer CONSTRAINT c_up CHECK (c > 0));
            ALTER TABLE o ADD CONSTRAINT later CHECK (id > 0) NOT VALID;
            CREATE INDEX a_b ON a (b);
            CREATE UNIQUE INDEX a_v ON a (v);
            CREATE TABLE p (id integer, day date) PARTITION BY RANGE (day);
            CREATE TABLE p1 PARTITION OF p FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
            CREATE TABLE x (id integer, day date);
            CREATE FUNCTION t() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
            INSERT INTO a (id, m) VALUES (1, 1);
            """;

    /** Each is told which locks it takes, and whether it writes its table anew. */
    private static final String STATEMENTS = """
            ALTER TABLE a ADD COLUMN z text;
            ALTER TABLE a ADD COLUMN z text NOT NULL DEFAULT 'x';
            ALTER TABLE a ADD COLUMN z timestamptz DEFAULT now();
            ALTER TABLE a ADD COLUMN z uuid DEFAULT gen_random_uuid();
            ALTER TABLE a ADD COLUMN z serial;
            ALTER TABLE a ADD COLUMN z integer GENERATED ALWAYS AS IDENTITY;
            ALTER TABLE a ADD COLUMN z integer GENERATED ALWAYS AS (id + 1) STORED;
            ALTER TABLE o ADD COLUMN z integer REFERENCES a (id);
            ALTER TABLE a DROP COLUMN b;
            ALTER TABLE a ALTER COLUMN v TYPE varchar(40);
            ALTER TABLE a ALTER COLUMN v TYPE text;
            ALTER TABLE a ALTER COLUMN v TYPE varchar(10);
            ALTER TABLE a ALTER COLUMN n TYPE numeric(10, 2);
            ALTER TABLE a ALTER COLUMN n TYPE numeric(10, 3);
            ALTER TABLE a ALTER COLUMN n TYPE numeric;
            ALTER TABLE a ALTER COLUMN id TYPE bigint;
            ALTER TABLE a ALTER COLUMN b SET DEFAULT 'x';
            ALTER TABLE a ALTER COLUMN m SET NOT NULL;
            ALTER TABLE a ALTER COLUMN id SET STATISTICS 200;
            ALTER TABLE a ALTER COLUMN b SET STORAGE EXTERNAL;
            ALTER TABLE a ADD CONSTRAINT k CHECK (id > 0);
            ALTER TABLE a ADD CONSTRAINT k UNIQUE (b);
            ALTER TABLE a ADD CONSTRAINT k UNIQUE USING INDEX a_v;
            ALTER TABLE o ADD CONSTRAINT k FOREIGN KEY (c) REFERENCES a (id);
            ALTER TABLE o ADD CONSTRAINT k FOREIGN KEY (c) REFERENCES a (id) NOT VALID;
            ALTER TABLE o DROP CONSTRAINT c_up;
            ALTER TABLE o DROP CONSTRAINT o_a_fkey;
            ALTER TABLE o VALIDATE CONSTRAINT later;
            ALTER TABLE o RENAME COLUMN c TO d;
            ALTER TABLE o RENAME CONSTRAINT c_up TO c_down;
            ALTER TABLE x RENAME TO y;
            ALTER TABLE p ATTACH PARTITION x FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
            ALTER TABLE p DETACH PARTITION p1;
            ALTER TABLE x SET UNLOGGED;
            ALTER TABLE x SET (fillfactor = 80);
            ALTER TABLE x SET (autovacuum_enabled = false);
            ALTER TABLE x ENABLE ROW LEVEL SECURITY;
            ALTER TABLE x REPLICA IDENTITY FULL;
            ALTER TABLE x DISABLE TRIGGER ALL;
            ALTER TABLE a CLUSTER ON a_b;
            CREATE INDEX i ON x (day);
            CREATE TABLE q (id integer REFERENCES a (id));
            CREATE TABLE p2 PARTITION OF p FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
            CREATE TRIGGER g BEFORE UPDATE ON x FOR EACH ROW EXECUTE FUNCTION t();
            CREATE POLICY y ON x USING (true);
            DROP INDEX a_b;
            TRUNCATE x;
            TRUNCATE a CASCADE;
            LOCK TABLE x IN SHARE ROW EXCLUSIVE MODE;
            CLUSTER a USING a_b;
            REINDEX TABLE a;
            REINDEX INDEX a_b;
            ANALYZE x;
            COMMENT ON TABLE x IS 'x';
            INSERT INTO x (id) VALUES (1);
            UPDATE x SET id = 2;
            DELETE FROM x;
            """;

    private static final String TABLES =
            "SELECT oid::text, relname, relfilenode::text FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace";
    private static final String LOCKS =
            "SELECT relation::text, mode FROM pg_locks WHERE pid = pg_backend_pid() AND locktype = 'relation'"
                    + " AND mode NOT IN ('AccessShareLock', 'RowShareLock')";

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void locksAndRewritesAreAsForetold(int major) throws SQLException {
        try (Database database = TestServers.postgres(major).fresh("locks");
                Connection connection = ((JdbcSession) database.newSession()).connection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(SETUP);
            connection.commit();
            Map<String, String> foretold = new TreeMap<>();
            Map<String, String> seen = new TreeMap<>();
            for (String sql : STATEMENTS.lines().toList()) {
                foretold.put(sql, foretold(sql));
                seen.put(sql, seen(statement, sql));
                connection.rollback();
            }
            assertThat(foretold).containsExactlyEntriesOf(seen);
        }
    }

    private static String foretold(String sql) {
        SchemaSketch schema = new SchemaSketch();
        trees(SETUP).forEach(tree -> schema.apply(tree, "0", Table.Origin.HISTORY));
        List<LockNeed> needs = LockNeeds.of(trees(sql).get(0), schema);
        Map<String, LockMode> locks = new TreeMap<>();
        needs.forEach(need ->
                locks.merge(need.table().name(), need.mode(), (one, other) -> one.compareTo(other) > 0 ? one : other));
        boolean rewrites = needs.stream()
                .anyMatch(need -> need.work() == Work.REWRITES && need.mode() == LockMode.ACCESS_EXCLUSIVE);
        return locks + (rewrites ? " rewrites" : "");
    }

    private static List<SqlTree> trees(String sql) {
        return SqlScript.statements("", sql, SqlSyntax.POSTGRESQL).stream()
                .map(statement -> SqlParser.parse(statement, "postgresql").tree())
                .toList();
    }

    /** Locks that let nobody or not everybody pass, of tables that were there, and whether the files are others. */
    private static String seen(Statement statement, String sql) throws SQLException {
        Map<String, String[]> before = tables(statement);
        statement.execute(sql);
        Map<String, LockMode> locks = new TreeMap<>();
        try (ResultSet rows = statement.executeQuery(LOCKS)) {
            while (rows.next()) {
                String[] table = before.get(rows.getString(1));
                if (table != null) {
                    String mode = rows.getString(2).replace("Lock", "").replaceAll("(?<=[a-z])(?=[A-Z])", " ");
                    locks.merge(table[0], LockMode.of(mode), (one, other) -> one.compareTo(other) > 0 ? one : other);
                }
            }
        }
        Map<String, String[]> after = tables(statement);
        boolean rewrites = before.keySet().stream()
                .anyMatch(oid -> after.containsKey(oid) && !after.get(oid)[1].equals(before.get(oid)[1]));
        return locks + (rewrites && !sql.startsWith("TRUNCATE") ? " rewrites" : "");
    }

    /** Name and file of each table by its number. */
    private static Map<String, String[]> tables(Statement statement) throws SQLException {
        Map<String, String[]> tables = new TreeMap<>();
        try (ResultSet rows = statement.executeQuery(TABLES)) {
            while (rows.next()) {
                tables.put(rows.getString(1), new String[] {rows.getString(2), rows.getString(3)});
            }
        }
        return tables;
    }
}
