package dev.stairway.lint.rules.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.Database;
import dev.stairway.database.JdbcSession;
import dev.stairway.database.TestServers;
import dev.stairway.engine.Migration;
import dev.stairway.engine.MigrationStatements;
import dev.stairway.lint.Linter;
import dev.stairway.lint.Release;
import dev.stairway.lint.Remark;
import dev.stairway.lint.Setting;
import dev.stairway.lint.Targets;
import dev.stairway.lint.Targets.Version;
import dev.stairway.script.sql.SqlScript;
import dev.stairway.script.sql.SqlStatement;
import dev.stairway.script.sql.SqlSyntax;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What the rule says of versions is what the servers do: each statement fails on the last one before, and runs on the first. */
class PostgresqlVersionGateTest {

    private static final Map<Integer, Connection> CONNECTIONS = new HashMap<>();
    private static final List<Database> DATABASES = new ArrayList<>();
    private static final String SETUP = """
            CREATE TABLE a (id integer PRIMARY KEY, b text, net numeric, gross numeric GENERATED ALWAYS AS (net * 2) STORED, js json);
            CREATE TABLE o (id integer PRIMARY KEY, a integer CONSTRAINT o_a_fkey REFERENCES a (id));
            CREATE TABLE p (id integer, day date) PARTITION BY RANGE (day);
            CREATE ROLE some_reader;
            CREATE ROLE some_writer;
            """;

    /** The first word is the version that brought it. */
    private static final String KNOWN_FROM = """
            15 CREATE TABLE t (id integer, UNIQUE NULLS NOT DISTINCT (id));
            15 CREATE UNIQUE INDEX i ON a (b) NULLS NOT DISTINCT;
            15 CREATE UNIQUE INDEX i ON a (b) NULLS DISTINCT;
            15 MERGE INTO a USING o ON a.id = o.a WHEN MATCHED THEN DELETE;
            15 CREATE VIEW v WITH (security_invoker) AS SELECT id FROM a;
            15 CREATE TABLE t (id integer, b integer, FOREIGN KEY (b) REFERENCES a (id) ON DELETE SET NULL (b));
            15 ALTER TABLE a SET ACCESS METHOD heap;
            15 CREATE PUBLICATION pub FOR TABLES IN SCHEMA public;
            15 CREATE UNLOGGED SEQUENCE s;
            15 CREATE TABLE t (id integer, n numeric(3, -2));
            15 ALTER TABLE a ADD COLUMN n numeric(2, 4);
            15 SELECT regexp_count('abcabc', 'a');
            15 SELECT regexp_like('abc', 'b');
            15 GRANT pg_checkpoint TO some_reader;
            15 GRANT SET ON PARAMETER work_mem TO some_reader;
            16 CREATE TABLE t (id integer, b text STORAGE EXTERNAL);
            16 SELECT any_value(b) FROM a;
            16 SELECT '{}' IS JSON;
            16 SELECT '{}' IS NOT JSON OBJECT;
            16 SELECT json_array(1, 2);
            16 SELECT json_arrayagg(id) FROM a;
            16 SELECT json_objectagg(id : b) FROM a;
            16 SELECT json_object('a' : 1);
            16 SELECT json_object('a' VALUE 1);
            16 SELECT array_shuffle(ARRAY[1, 2]);
            16 SELECT array_sample(ARRAY[1, 2], 1);
            16 SELECT date_add(now(), interval '1 day');
            16 SELECT random_normal();
            16 SELECT pg_input_is_valid('1', 'integer');
            16 GRANT some_reader TO some_writer WITH INHERIT TRUE;
            16 INSERT INTO a (id) VALUES (1_000);
            17 MERGE INTO a USING o ON a.id = o.a WHEN MATCHED THEN DELETE RETURNING a.id;
            17 MERGE INTO a USING o ON a.id = o.a WHEN NOT MATCHED BY SOURCE THEN DELETE;
            17 ALTER TABLE a ALTER COLUMN gross SET EXPRESSION AS (net * 3);
            17 SELECT x.id FROM JSON_TABLE('[]'::jsonb, '$[*]' COLUMNS (id integer PATH '$.id')) x;
            17 SELECT json_exists(js::jsonb, '$.a') FROM a;
            17 SELECT json_value(js::jsonb, '$.a') FROM a;
            17 SELECT json_query(js::jsonb, '$.a') FROM a;
            17 SELECT json_scalar(1);
            17 SELECT json_serialize('{}');
            17 SELECT to_bin(5);
            17 SELECT to_oct(5);
            17 SELECT uuid_extract_version(gen_random_uuid());
            17 SELECT unicode_assigned('a');
            17 SELECT xmltext('a');
            17 GRANT MAINTAIN ON a TO some_reader;
            17 GRANT pg_maintain TO some_reader;
            17 SET transaction_timeout = '5s';
            17 ALTER ROLE some_reader SET transaction_timeout = '5s';
            17 SELECT now() AT LOCAL;
            17 ALTER TABLE p ADD CONSTRAINT e EXCLUDE USING btree (day WITH =);
            18 CREATE TABLE t (id integer, c integer GENERATED ALWAYS AS (id + 1) VIRTUAL);
            18 CREATE TABLE t (id integer, c integer GENERATED ALWAYS AS (id + 1));
            18 CREATE TABLE t (during daterange, k daterange, UNIQUE (k, during WITHOUT OVERLAPS));
            18 ALTER TABLE a ADD CONSTRAINT c CHECK (id > 0) NOT ENFORCED;
            18 ALTER TABLE o ALTER CONSTRAINT o_a_fkey NOT ENFORCED;
            18 ALTER TABLE a ADD CONSTRAINT c NOT NULL b NOT VALID;
            18 CREATE TABLE t (id integer, CONSTRAINT c NOT NULL id);
            18 UPDATE a SET b = 'x' WHERE id = 1 RETURNING old.b, new.b;
            18 INSERT INTO a (id) VALUES (1) RETURNING new.id;
            18 DELETE FROM a WHERE id = 1 RETURNING WITH (OLD AS o) o.id;
            18 SELECT uuidv7();
            18 SELECT uuidv4();
            18 SELECT array_sort(ARRAY[2, 1]);
            18 SELECT array_reverse(ARRAY[2, 1]);
            18 SELECT casefold('A');
            18 SELECT crc32('a'::bytea);
            18 SELECT gamma(2);
            18 ALTER TABLE p ADD CONSTRAINT f FOREIGN KEY (id) REFERENCES a (id) NOT VALID;
            """;

    /** The first word is the version that does not take it any more. */
    private static final String GONE_FROM = """
            15 SELECT pg_start_backup('x', true, false);
            16 SET force_parallel_mode = off;
            17 CREATE EXTENSION adminpack;
            18 CREATE UNLOGGED TABLE t (id integer, day date) PARTITION BY RANGE (day);
            """;

    @TestFactory
    Stream<DynamicTest> newSyntaxFailsBeforeAndIsTold() {
        return lines(KNOWN_FROM)
                .map(line -> DynamicTest.dynamicTest(line.sql(), () -> {
                    assertThat(failure(line.version() - 1, line.sql())).isNotEmpty();
                    assertThat(failure(line.version(), line.sql())).isEmpty();
                    assertThat(told(line.sql(), line.version() - 1, line.version()))
                            .isNotEmpty();
                    assertThat(told(line.sql(), line.version())).isEmpty();
                }));
    }

    @TestFactory
    Stream<DynamicTest> oldSyntaxFailsSinceAndIsTold() {
        return lines(GONE_FROM)
                .map(line -> DynamicTest.dynamicTest(line.sql(), () -> {
                    assertThat(failure(line.version() - 1, line.sql())).isEmpty();
                    assertThat(failure(line.version(), line.sql())).isNotEmpty();
                    assertThat(told(line.sql(), line.version() - 1, line.version()))
                            .isNotEmpty();
                    assertThat(told(line.sql(), line.version() - 1)).isEmpty();
                }));
    }

    private record Line(int version, String sql) {}

    private static Stream<Line> lines(String text) {
        return text.lines().map(line -> new Line(Integer.parseInt(line.substring(0, 2)), line.substring(3)));
    }

    /** What the server says; empty where it does it. Nothing stays. */
    private static String failure(int major, String sql) throws SQLException {
        Connection connection = CONNECTIONS.computeIfAbsent(major, PostgresqlVersionGateTest::connect);
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
            return "";
        } catch (SQLException e) {
            return e.getMessage();
        } finally {
            connection.rollback();
        }
    }

    private static Connection connect(int major) {
        Database database = TestServers.postgres(major).fresh("gates");
        DATABASES.add(database);
        JdbcSession session = (JdbcSession) database.newSession();
        try (Statement statement = session.connection().createStatement()) {
            session.connection().setAutoCommit(false);
            statement.execute(SETUP);
            session.connection().commit();
            return session.connection();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterAll
    static void drop() {
        CONNECTIONS.values().forEach(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("DROP ROLE some_reader; DROP ROLE some_writer");
                connection.commit();
                connection.close();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
        DATABASES.forEach(Database::close);
    }

    private static List<Remark> told(String sql, Integer... versions) {
        Targets targets = new Targets(
                "postgresql",
                Stream.of(versions).map(major -> new Version(major, 0)).toList());
        Release release = new Release(
                "mybatis", List.of(migration("0", SETUP)), List.of(List.of(migration("1", sql))), Setting.of(targets));
        return new Linter(List.of(new PostgresqlVersionGate())).judge(release).remarks();
    }

    private static MigrationStatements migration(String id, String sql) {
        List<SqlStatement> up = SqlScript.statements(id + ".sql", sql, SqlSyntax.POSTGRESQL);
        Migration migration = new Migration(
                id, id, "", id + ".sql", 1, "", "", Migration.Rollback.MISSING, false, true, sql, Optional.empty());
        return new MigrationStatements(migration, up, List.of(), Map.of(), List.of(), List.of(), List.of());
    }
}
