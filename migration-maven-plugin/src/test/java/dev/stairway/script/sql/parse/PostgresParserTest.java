package dev.stairway.script.sql.parse;

import static dev.stairway.script.sql.parse.PostgresStatements.name;
import static dev.stairway.script.sql.parse.PostgresStatements.parse;
import static dev.stairway.script.sql.parse.PostgresStatements.stored;
import static dev.stairway.script.sql.parse.PostgresStatements.tree;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.script.sql.tree.Expression;
import dev.stairway.script.sql.tree.IndexPart;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.ObjectKind;
import dev.stairway.script.sql.tree.Query;
import dev.stairway.script.sql.tree.SqlTree;
import dev.stairway.script.sql.tree.SqlTree.AlterObject;
import dev.stairway.script.sql.tree.SqlTree.CreateFunction;
import dev.stairway.script.sql.tree.SqlTree.CreateIndex;
import dev.stairway.script.sql.tree.SqlTree.CreateType;
import dev.stairway.script.sql.tree.SqlTree.CreateView;
import dev.stairway.script.sql.tree.SqlTree.Delete;
import dev.stairway.script.sql.tree.SqlTree.Drop;
import dev.stairway.script.sql.tree.SqlTree.Grant;
import dev.stairway.script.sql.tree.SqlTree.Insert;
import dev.stairway.script.sql.tree.SqlTree.Rename;
import dev.stairway.script.sql.tree.SqlTree.Select;
import dev.stairway.script.sql.tree.SqlTree.SetParameter;
import dev.stairway.script.sql.tree.SqlTree.Transaction;
import dev.stairway.script.sql.tree.SqlTree.Update;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every other statement of PostgreSQL, and what is refused. */
class PostgresParserTest {

    private static Query query(String sql) {
        return tree(sql, Select.class).query();
    }

    @Test
    void anIndexSaysWhatItSortsBy() {
        CreateIndex made = tree(
                "CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS i ON s.t USING GIN (lower(a), (b || c) DESC, d) "
                        + "INCLUDE (e) NULLS NOT DISTINCT WHERE f IS NULL",
                CreateIndex.class);

        assertThat(made.index()).isEqualTo(name("i"));
        assertThat(made.table().schema()).isEqualTo("s");
        assertThat(made)
                .extracting(CreateIndex::unique, CreateIndex::concurrently, CreateIndex::ifNotExists)
                .containsExactly(true, true, true);
        assertThat(made.method()).isEqualTo("gin");
        assertThat(made.parts()).extracting(IndexPart::written).containsExactly("lower(a)", "(b || c) DESC", "d");
        assertThat(made.parts().get(0).column()).isNull();
        assertThat(made.parts().get(2)).isEqualTo(new IndexPart(name("d"), null, "d"));
        assertThat(stored(made.include())).containsExactly("e");
        assertThat(made.where().text()).isEqualTo("f IS NULL");
    }

    @Test
    void aPlainIndexSaysNothingOfThat() {
        CreateIndex made = tree("create index on t (a)", CreateIndex.class);

        assertThat(made.index()).isNull();
        assertThat(made)
                .extracting(CreateIndex::unique, CreateIndex::concurrently, CreateIndex::ifNotExists)
                .containsExactly(false, false, false);
        assertThat(made.method()).isEmpty();
        assertThat(made.where()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DROP TABLE a|TABLE",
                "DROP VIEW a|VIEW",
                "DROP MATERIALIZED VIEW a|MATERIALIZED_VIEW",
                "DROP SEQUENCE a|SEQUENCE",
                "DROP INDEX a|INDEX",
                "DROP TYPE a|TYPE",
                "DROP DOMAIN a|DOMAIN",
                "DROP FUNCTION a(int)|FUNCTION",
                "DROP FUNCTION a|FUNCTION",
                "DROP PROCEDURE a()|PROCEDURE",
                "DROP AGGREGATE a(*)|AGGREGATE",
                "DROP SCHEMA a|SCHEMA",
                "DROP DATABASE a|DATABASE",
                "DROP EXTENSION a|EXTENSION",
                "DROP TABLESPACE a|TABLESPACE",
                "DROP PUBLICATION a|PUBLICATION",
                "DROP SUBSCRIPTION a|SUBSCRIPTION",
                "DROP STATISTICS a|STATISTICS",
                "DROP COLLATION a|COLLATION",
                "DROP EVENT TRIGGER a|EVENT_TRIGGER",
                "DROP FOREIGN TABLE a|OTHER"
            })
    void whatIsDroppedHasAKind(String sql, ObjectKind kind) {
        assertThat(tree(sql)).isEqualTo(new Drop(kind, List.of(name("a")), false, false, false, null));
    }

    @Test
    void dropsSayHow() {
        assertThat(tree("drop table if exists a, b cascade"))
                .isEqualTo(new Drop(ObjectKind.TABLE, List.of(name("a"), name("b")), true, true, false, null));
        assertThat(tree("drop index concurrently a restrict"))
                .isEqualTo(new Drop(ObjectKind.INDEX, List.of(name("a")), false, false, true, null));
        assertThat(tree("drop trigger if exists a on b"))
                .isEqualTo(new Drop(ObjectKind.TRIGGER, List.of(name("a")), true, false, false, name("b")));
        assertThat(tree("drop policy a on b", Drop.class).onTable()).isEqualTo(name("b"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ALTER INDEX a RENAME TO b|INDEX",
                "ALTER VIEW IF EXISTS a RENAME TO b|VIEW",
                "ALTER MATERIALIZED VIEW a RENAME TO b|MATERIALIZED_VIEW",
                "ALTER SEQUENCE a RENAME TO b|SEQUENCE",
                "ALTER TYPE a RENAME TO b|TYPE",
                "ALTER DOMAIN a RENAME TO b|DOMAIN",
                "ALTER FUNCTION a(int) RENAME TO b|FUNCTION",
                "ALTER SCHEMA a RENAME TO b|SCHEMA",
                "ALTER TRIGGER a ON t RENAME TO b|TRIGGER",
                "ALTER POLICY a ON t RENAME TO b|POLICY",
                "ALTER ROLE a RENAME TO b|ROLE",
                "ALTER DATABASE a RENAME TO b|DATABASE"
            })
    void whatGetsAnotherNameHasAKind(String sql, ObjectKind kind) {
        assertThat(tree(sql)).isEqualTo(new Rename(kind, name("a"), name("b")));
    }

    @Test
    void otherAlterationsSayWhatIsWritten() {
        assertThat(tree("ALTER INDEX a SET (fillfactor = 70)"))
                .isEqualTo(new AlterObject(ObjectKind.INDEX, name("a"), "SET (fillfactor = 70)"));
        assertThat(tree("ALTER VIEW a OWNER TO b"))
                .isEqualTo(new AlterObject(ObjectKind.VIEW, name("a"), "OWNER TO b"));
        assertThat(tree("ALTER SEQUENCE a RESTART WITH 5")).isEqualTo(new SqlTree.AlterSequence(name("a"), true));
        assertThat(tree("ALTER SEQUENCE a CACHE 5")).isEqualTo(new SqlTree.AlterSequence(name("a"), false));
        assertThat(tree("ALTER TYPE a RENAME ATTRIBUTE b TO c", AlterObject.class)
                        .what())
                .isEqualTo("RENAME ATTRIBUTE b TO c");
        assertThat(tree("ALTER SYSTEM SET work_mem = '1GB'")).isEqualTo(new SqlTree.Other("ALTER SYSTEM"));
        assertThat(tree("ALTER EXTENSION a UPDATE TO '2'", AlterObject.class).kind())
                .isEqualTo(ObjectKind.EXTENSION);
    }

    @Test
    void queriesSayWhatTheyRead() {
        Query query = query("with w as (select 1 from inner_one) select a.x, count(*) from a join s.b on true, w "
                + "where a.x in (select y from c) and lower(z) = 'k' group by 1 limit 3");

        assertThat(stored(query.tables())).containsExactly("inner_one", "a", "b", "c");
        assertThat(query.star()).isFalse();
        assertThat(query.limited()).isTrue();
        assertThat(query.functions()).containsExactlyInAnyOrder("count", "lower");
        assertThat(query.where().subquery()).isTrue();
        assertThat(query.where().columns()).containsExactlyInAnyOrder("x", "y", "z");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "select * from a|true",
                "select b.* from b|true",
                "select 1 from (select * from a) x|true",
                "select count(*) from a|false",
                "select 2 * 3|false",
                "select 1 where exists (select * from a)|false"
            })
    void aStarCountsWhereItAsksForColumns(String sql, boolean star) {
        assertThat(query(sql).star()).isEqualTo(star);
    }

    @Test
    void rowsAreAdded() {
        Insert values =
                tree("insert into t (a, \"B\") values (1, now()), (2, null) on conflict do nothing", Insert.class);
        assertThat(stored(values.columns())).containsExactly("a", "B");
        assertThat(values.rows()).isEqualTo(2);
        assertThat(values.query()).isNull();
        assertThat(values.onConflict()).isTrue();
        assertThat(values.functions()).containsExactly("now");

        Insert query = tree("insert into t select * from u", Insert.class);
        assertThat(query.rows()).isZero();
        assertThat(query.columns()).isEmpty();
        assertThat(stored(query.query().tables())).containsExactly("u");
        assertThat(query.onConflict()).isFalse();

        assertThat(tree("insert into t default values", Insert.class).rows()).isEqualTo(1);
    }

    @Test
    void rowsAreChangedAndRemoved() {
        Update update = tree("update only t as x set a = 1, (b, c) = (select 1, 2) where x.id = 5", Update.class);
        assertThat(update.table()).isEqualTo(name("t"));
        assertThat(stored(update.columns())).containsExactly("a", "b", "c");
        assertThat(update.values()).extracting(Expression::literal).containsExactly(true, false, false);
        assertThat(update.where().columns()).containsExactly("id");
        assertThat(tree("update t set a = random()", Update.class))
                .satisfies(all -> assertThat(all.where()).isNull())
                .satisfies(all -> assertThat(all.functions()).containsExactly("random"));

        assertThat(tree("delete from t using u where t.a = u.a", Delete.class).where())
                .isNotNull();
        assertThat(tree("delete from t", Delete.class).where()).isNull();
        assertThat(tree("truncate a, only b restart identity cascade"))
                .isEqualTo(new SqlTree.Truncate(List.of(name("a"), name("b")), true, true));
        assertThat(tree("truncate table a")).isEqualTo(new SqlTree.Truncate(List.of(name("a")), false, false));
    }

    @Test
    void aCteThatChangesRowsIsTheStatement() {
        assertThat(tree("with gone as (delete from t returning *) select count(*) from gone", Delete.class)
                        .table())
                .isEqualTo(name("t"));
        assertThat(tree("with gone as (delete from t returning *) insert into u select * from gone", Insert.class)
                        .table())
                .isEqualTo(name("u"));
        assertThat(tree("with w as (select 1) select * from w")).isInstanceOf(Select.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SET lock_timeout = '5s'|lock_timeout|5s|false|false",
                "SET LOCAL Lock_Timeout TO 5000|lock_timeout|5000|true|false",
                "SET SESSION search_path TO a, b|search_path|a, b|false|false",
                "SET a.b = on|a.b|on|false|false",
                "SET TIME ZONE 'UTC'|timezone|UTC|false|false",
                "SET ROLE bob|role|bob|false|false",
                "SET lock_timeout TO DEFAULT|lock_timeout|''|false|true",
                "RESET lock_timeout|lock_timeout|''|false|true",
                "RESET ALL|all|''|false|true",
                "SELECT set_config('lock_timeout', '5s', true)|lock_timeout|5s|true|false",
                "SELECT pg_catalog.set_config('search_path', '', false)|search_path|''|false|false"
            })
    void parametersAreSet(String sql, String parameter, String value, boolean local, boolean resets) {
        assertThat(tree(sql)).isEqualTo(new SetParameter(parameter, value, local, resets));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT set_config(name, '5s', true) FROM settings",
                "SELECT set_config(name, '5s', true)",
                "SELECT setval('s', 5)"
            })
    void otherCallsStayQueries(String sql) {
        assertThat(tree(sql)).isInstanceOf(Select.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "BEGIN|BEGIN",
                "START TRANSACTION ISOLATION LEVEL SERIALIZABLE|BEGIN",
                "COMMIT|COMMIT",
                "END|COMMIT",
                "ROLLBACK|ROLLBACK",
                "ABORT|ROLLBACK",
                "SAVEPOINT a|SAVEPOINT",
                "RELEASE SAVEPOINT a|RELEASE",
                "ROLLBACK TO a|ROLLBACK TO",
                "ROLLBACK TO SAVEPOINT a|ROLLBACK TO"
            })
    void transactionsHaveVerbs(String sql, String verb) {
        assertThat(tree(sql)).isEqualTo(new Transaction(verb));
    }

    @Test
    void viewsAreMadeAndRefreshed() {
        CreateView view = tree("create or replace temp view v as select * from t", CreateView.class);
        assertThat(view)
                .extracting(CreateView::orReplace, CreateView::temporary, CreateView::materialized)
                .containsExactly(true, true, false);
        CreateView kept = tree("create materialized view v as select 1 with no data", CreateView.class);
        assertThat(kept)
                .extracting(CreateView::materialized, CreateView::withData)
                .containsExactly(true, false);
        assertThat(tree("create materialized view v as select 1", CreateView.class)
                        .withData())
                .isTrue();
        assertThat(tree("refresh materialized view concurrently v"))
                .isEqualTo(new SqlTree.RefreshView(name("v"), true, true));
        assertThat(tree("refresh materialized view v with no data"))
                .isEqualTo(new SqlTree.RefreshView(name("v"), false, false));
    }

    @Test
    void routinesSayHowTheyRun() {
        CreateFunction function = tree(
                "create or replace function s.f(a int default 1) returns int as $x$ begin return 1; end $x$ "
                        + "language PLPGSQL security definer immutable set search_path = a, b",
                CreateFunction.class);

        assertThat(function.kind()).isEqualTo(ObjectKind.FUNCTION);
        assertThat(function.function().schema()).isEqualTo("s");
        assertThat(function.language()).isEqualTo("plpgsql");
        assertThat(function.orReplace()).isTrue();
        assertThat(function.securityDefiner()).isTrue();
        assertThat(function.volatility()).isEqualTo("IMMUTABLE");
        assertThat(function.settings()).isEqualTo(Map.of("search_path", "a, b"));
        assertThat(function.body()).isEqualTo(" begin return 1; end ");
    }

    @Test
    void aRoutineMayHaveItsBodyWithoutQuotes() {
        CreateFunction procedure =
                tree("create procedure p() begin atomic insert into t values (1); select 2; end", CreateFunction.class);

        assertThat(procedure.kind()).isEqualTo(ObjectKind.PROCEDURE);
        assertThat(procedure.language()).isEqualTo("sql");
        assertThat(procedure.securityDefiner()).isFalse();
        assertThat(procedure.body()).startsWith("begin atomic").endsWith("end");
        assertThat(tree("create function f() returns int return 1", CreateFunction.class)
                        .body())
                .isEqualTo("return 1");
        assertThat(tree("create function f() returns text language sql as 'select ''a'''", CreateFunction.class)
                        .body())
                .isEqualTo("select 'a'");
    }

    @Test
    void triggersAndBlocksAreTold() {
        assertThat(
                        tree(
                                "create or replace trigger g instead of insert or update of a on t for each row execute function f()"))
                .isEqualTo(new SqlTree.CreateTrigger(
                        name("g"), name("t"), false, "INSTEAD OF", List.of("INSERT", "UPDATE"), ""));
        assertThat(tree("do $$ begin null; end $$")).isEqualTo(new SqlTree.DoBlock("plpgsql", " begin null; end "));
        assertThat(tree("do language plperl 'x'")).isEqualTo(new SqlTree.DoBlock("plperl", "x"));
    }

    @Test
    void typesAreMadeAndAltered() {
        assertThat(tree("create type mood as enum ('a', 'it''s')"))
                .isEqualTo(new CreateType(ObjectKind.TYPE, name("mood"), List.of("a", "it's"), List.of()));
        assertThat(tree("create type pair as (a int, b int)", CreateType.class).values())
                .isEmpty();
        assertThat(tree("create domain d as int not null check (value > 0)", CreateType.class)
                        .constraints())
                .hasSize(2);
        assertThat(tree("alter type mood add value if not exists 'c' before 'a'"))
                .isEqualTo(new SqlTree.AlterEnum(name("mood"), false, "c", true, true));
        assertThat(tree("alter type mood rename value 'c' to 'd'"))
                .isEqualTo(new SqlTree.AlterEnum(name("mood"), true, "c", false, false));
        assertThat(tree("alter domain d add check (value > 1) not valid"))
                .isEqualTo(new SqlTree.AlterDomain(name("d"), "ADD", true));
        assertThat(tree("alter domain d set not null"))
                .isEqualTo(new SqlTree.AlterDomain(name("d"), "SET NOT NULL", false));
        assertThat(tree("alter domain d drop constraint c"))
                .isEqualTo(new SqlTree.AlterDomain(name("d"), "DROP", false));
    }

    @Test
    void rightsAreGivenAndTaken() {
        assertThat(tree("grant select, update (a) on t to bob, public with grant option"))
                .isEqualTo(new Grant(
                        false,
                        List.of("SELECT", "UPDATE"),
                        ObjectKind.TABLE,
                        List.of(name("t")),
                        List.of("bob", "public"),
                        true));
        Grant all = tree("revoke all privileges on all tables in schema s from bob", Grant.class);
        assertThat(all.revokes()).isTrue();
        assertThat(all.privileges()).containsExactly("ALL");
        assertThat(all.names()).containsExactly(new Name("s", "*", "all tables in schema s", false));
        assertThat(tree("grant usage on schema s to bob", Grant.class).kind()).isEqualTo(ObjectKind.SCHEMA);
        assertThat(tree("grant execute on function f(int) to bob", Grant.class).names())
                .containsExactly(name("f"));
        assertThat(tree("grant readers to bob with admin option"))
                .isEqualTo(
                        new Grant(false, List.of(), ObjectKind.ROLE, List.of(name("readers")), List.of("bob"), true));
    }

    @Test
    void aPasswordIsSeenAndNotKept() {
        SqlTree role = tree("create user bob with login password 'hush'");

        assertThat(role).isEqualTo(new SqlTree.Role("CREATE", "bob", true));
        assertThat(role.toString()).doesNotContain("hush");
        assertThat(tree("alter role bob nologin")).isEqualTo(new SqlTree.Role("ALTER", "bob", false));
        assertThat(tree("drop role if exists bob")).isEqualTo(new SqlTree.Role("DROP", "bob", false));
    }

    @Test
    void otherObjectsAreMade() {
        assertThat(tree("create schema if not exists s")).isEqualTo(new SqlTree.CreateSchema(name("s"), true));
        assertThat(tree("create extension x version '1.2'"))
                .isEqualTo(new SqlTree.CreateExtension(name("x"), false, "1.2"));
        assertThat(tree("create sequence if not exists s"))
                .isEqualTo(new SqlTree.CreateSequence(name("s"), true, false));
        assertThat(tree("create policy p on t for select using (true)"))
                .isEqualTo(new SqlTree.CreatePolicy(name("p"), name("t"), "SELECT"));
        assertThat(tree("create publication p for table a (x) where (x > 1), tables in schema s"))
                .isEqualTo(new SqlTree.CreateOther(ObjectKind.PUBLICATION, name("p"), false));
        assertThat(tree("create rule r as on insert to t do also notify x"))
                .isEqualTo(new SqlTree.CreateOther(ObjectKind.RULE, name("r"), false));
        assertThat(tree("create statistics if not exists s on a, b from t"))
                .isEqualTo(new SqlTree.CreateOther(ObjectKind.STATISTICS, name("s"), true));
        assertThat(tree("comment on column s.t.c is 'x'"))
                .isEqualTo(new SqlTree.Comment(ObjectKind.COLUMN, new Name("t", "c", "s.t.c", false)));
    }

    @Test
    void maintenanceSaysWhatItTouches() {
        assertThat(tree("vacuum (full, analyze off) t")).isEqualTo(new SqlTree.Vacuum(true, false, List.of(name("t"))));
        assertThat(tree("vacuum analyze")).isEqualTo(new SqlTree.Vacuum(false, true, List.of()));
        assertThat(tree("analyze t (a)")).isEqualTo(new SqlTree.Analyze(List.of(name("t"))));
        assertThat(tree("cluster t using i")).isEqualTo(new SqlTree.Cluster(name("t")));
        assertThat(tree("reindex (verbose) index concurrently i"))
                .isEqualTo(new SqlTree.Reindex(ObjectKind.INDEX, name("i"), true));
        assertThat(tree("reindex (concurrently) table t"))
                .isEqualTo(new SqlTree.Reindex(ObjectKind.TABLE, name("t"), true));
        assertThat(tree("reindex database")).isEqualTo(new SqlTree.Reindex(ObjectKind.DATABASE, name(""), false));
        assertThat(tree("lock table a, b in share row exclusive mode nowait"))
                .isEqualTo(new SqlTree.LockTable(List.of(name("a"), name("b")), "SHARE ROW EXCLUSIVE", true));
        assertThat(tree("lock a")).isEqualTo(new SqlTree.LockTable(List.of(name("a")), "ACCESS EXCLUSIVE", false));
        assertThat(tree("copy t (a) from '/tmp/x' csv")).isEqualTo(new SqlTree.Copy(name("t"), true));
        assertThat(tree("copy t to stdout")).isEqualTo(new SqlTree.Copy(name("t"), false));
        assertThat(tree("call s.p(1)")).isEqualTo(new SqlTree.Call(new Name("s", "p", "s.p", false)));
    }

    /** What releases 14 to 18 brought. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "merge into t using s on t.a = s.a when matched then delete when not matched by source then do nothing "
                        + "when not matched then insert values (1) returning merge_action(), t.*",
                "select * from json_table('[]', '$[*]' columns (id for ordinality, a int path '$.a', "
                        + "nested path '$.b' columns (c text exists path '$.c'))) x",
                "select json_object('a': 1), json_array(1, 2), json_value(x, '$.a' returning int), x is json object from t",
                "select json_arrayagg(a order by b), json_objectagg(k: v) from t",
                "update t set a = 1 returning with (old as o, new as n) o.a, n.a",
                "with recursive w as (select 1) search depth first by a set b cycle a set c using d select * from w",
                "select a from t group by distinct rollup (a), cube (b)",
                "select * from a join b using (x) as j",
                "select now() at local, 1_000, 0xFF, 0b11, 0o17",
                "alter table t alter a set expression as (b + 1)",
                "alter table t alter constraint c not enforced",
                "alter table t alter a set compression lz4",
                "create table t (a text storage external compression pglz)",
                "create table t (a int unique nulls not distinct, check (a > 1) not enforced)",
                "alter subscription s skip (lsn = '0/1')",
                "grant set on parameter work_mem to bob",
                "grant a to b with inherit true, set false",
                "create statistics on a, b from t",
                "vacuum (buffer_usage_limit '1MB', only_database_stats) t",
                "create index on only t (a)"
            })
    void newSyntaxIsUnderstood(String sql) {
        assertThat(parse(sql).notCovered()).as(sql).isEmpty();
    }

    /** Words that are keywords of PL/pgSQL, or of newer releases, may name columns. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "info",
                "notice",
                "open",
                "loop",
                "debug",
                "path",
                "string",
                "source",
                "target",
                "keys",
                "plan",
                "period",
                "format",
                "virtual",
                "enforced",
                "constant",
                "exit",
                "name",
                "type",
                "value",
                "key",
                "level",
                "date",
                "text",
                "status",
                "\u00fcber",
                "na\u00efve",
                "\ud83d\ude00"
            })
    void ordinaryWordsMayNameColumns(String word) {
        assertThat(stored(tree("create table t (" + word + " int)", SqlTree.CreateTable.class).columns().stream()
                        .map(column -> column.name())
                        .toList()))
                .containsExactly(word);
        assertThat(query("select " + word + " from t where " + word + " = 1")
                        .where()
                        .columns())
                .isEqualTo(Set.of(word));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ALTER TABLE t ADD COLUMN|1:25: it ends where more is expected",
                "SELEC 1|1:1: the grammar refuses it at \"SELEC\"",
                "CREATE TABLE ${schema}.t (a int)|1:14: the grammar refuses it at \"$\"",
                "SELECT 1; SELECT 2|it is more than one statement",
                "/* nothing */|it says nothing",
                "CREATE TABLE t (a int,)|1:23: the grammar refuses it at \")\""
            })
    void whatIsRefusedSaysWhereAndWhy(String sql, String reason) {
        ParsedStatement parsed = parse(sql);

        assertThat(parsed.covered()).isFalse();
        assertThat(parsed.notCovered()).isEqualTo(reason);
    }

    @Test
    void threadsReadSideBySide() {
        List<String> statements = IntStream.range(0, 400)
                .mapToObj(i -> "SELECT " + "(a + " + i % 7 + ")" + " * f(b" + i % 5 + ") FROM t" + i % 11
                        + (i % 3 == 0 ? " WHERE c IN (SELECT d FROM u)" : " ORDER BY 1 LIMIT 5"))
                .toList();

        List<SqlTree> alone = statements.stream().map(PostgresStatements::tree).toList();

        assertThat(statements.parallelStream().map(PostgresStatements::tree).toList())
                .isEqualTo(alone);
    }

    @Test
    void whatATerminalWouldObeyIsSpelled() {
        assertThat(parse("SELECT 1 \u001b x").notCovered()).isEqualTo("1:10: the grammar refuses it at \"U+001B\"");
    }

    @Test
    void aProductWithoutAGrammarIsNotCovered() {
        assertThat(SqlParser.parse(parse("select 1").source(), "oracle").notCovered())
                .isEqualTo("no grammar of oracle is known");
    }

    @Test
    void anInsertOfManyRowsIsCountedAndNotRead() {
        String rows = "(1, 'a;)', now()), (2, $$b(,$$, null), ".repeat(100_000) + "(3, E'\\'(', 5)";
        Insert insert = tree("INSERT INTO s.t (a, b, c) VALUES " + rows + " ON CONFLICT (a) DO NOTHING", Insert.class);

        assertThat(insert.table().written()).isEqualTo("s.t");
        assertThat(stored(insert.columns())).containsExactly("a", "b", "c");
        assertThat(insert.rows()).isEqualTo(200_001);
        assertThat(insert.onConflict()).isTrue();
        assertThat(insert.functions()).containsExactly("now");
        assertThat(insert.query()).isNull();
    }

    @Test
    void aLongBodyIsReadWhole() {
        String body = "PERFORM 1; -- $1 'x\n".repeat(20_000);

        assertThat(tree("DO $x$" + body + "$x$")).isEqualTo(new SqlTree.DoBlock("plpgsql", body));
        assertThat(tree("INSERT INTO t SELECT '" + "x".repeat(100_000) + "'", Insert.class)
                        .rows())
                .isZero();
    }

    @Test
    void whatIsTooLongOrTooDeepIsNotCovered() {
        assertThat(parse("UPDATE t SET a = 1 WHERE b IN (" + "1,".repeat(50_000) + "1)")
                        .notCovered())
                .isEqualTo("it has more than 40000 words");
        assertThat(parse("SELECT " + "(".repeat(5_000) + "1" + ")".repeat(5_000))
                        .notCovered())
                .isEqualTo("1:158: it nests more than 150 levels deep");
        assertThat(parse("SELECT " + "(".repeat(100) + "1" + ")".repeat(100)).covered())
                .isTrue();
    }

    @Test
    void longChainsAreReadWithoutRecursion() {
        assertThat(parse("SELECT 1" + " + 1".repeat(10_000)).covered()).isTrue();
        assertThat(parse("CREATE TABLE t (a int DEFAULT 1" + " + 1".repeat(2_000) + ")")
                        .notCovered())
                .isIn("", "it nests too deeply");
        assertThat(parse("SELECT * FROM a" + " CROSS JOIN b".repeat(5_000)).notCovered())
                .isIn("", "it nests too deeply");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\0",
                "SELECT '\0'",
                "\ud800",
                "SELECT \udc00 FROM t",
                "'",
                "\"",
                "$$",
                "$a$ x",
                "E'",
                "E'\\",
                "/*",
                "U&\"\\+FFFFFF\"",
                "SELECT U&'\\zzzz'",
                ")",
                "((",
                "\\",
                "--",
                "\ufeffSELECT 1",
                "1..",
                "1..2",
                "@-",
                ";;"
            })
    void oddInputIsReadOrRefused(String sql) {
        ParsedStatement parsed = parse(sql);

        assertThat(parsed.covered()).isEqualTo(parsed.notCovered().isEmpty());
    }
}
