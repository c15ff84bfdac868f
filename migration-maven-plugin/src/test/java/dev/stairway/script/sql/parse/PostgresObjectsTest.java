package dev.stairway.script.sql.parse;

import static dev.stairway.script.sql.parse.PostgresStatements.name;
import static dev.stairway.script.sql.parse.PostgresStatements.stored;
import static dev.stairway.script.sql.parse.PostgresStatements.tree;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.script.sql.tree.IndexPart;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.ObjectKind;
import dev.stairway.script.sql.tree.SqlTree;
import dev.stairway.script.sql.tree.SqlTree.AlterObject;
import dev.stairway.script.sql.tree.SqlTree.CreateFunction;
import dev.stairway.script.sql.tree.SqlTree.CreateIndex;
import dev.stairway.script.sql.tree.SqlTree.CreateType;
import dev.stairway.script.sql.tree.SqlTree.CreateView;
import dev.stairway.script.sql.tree.SqlTree.Drop;
import dev.stairway.script.sql.tree.SqlTree.Grant;
import dev.stairway.script.sql.tree.SqlTree.Rename;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Objects of PostgreSQL other than tables: made, altered, renamed and dropped. */
class PostgresObjectsTest {

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
}
