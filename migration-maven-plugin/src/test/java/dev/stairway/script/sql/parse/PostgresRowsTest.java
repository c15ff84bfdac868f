package dev.stairway.script.sql.parse;

import static dev.stairway.script.sql.parse.PostgresStatements.name;
import static dev.stairway.script.sql.parse.PostgresStatements.query;
import static dev.stairway.script.sql.parse.PostgresStatements.stored;
import static dev.stairway.script.sql.parse.PostgresStatements.tree;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.script.sql.tree.Expression;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.ObjectKind;
import dev.stairway.script.sql.tree.Query;
import dev.stairway.script.sql.tree.SqlTree;
import dev.stairway.script.sql.tree.SqlTree.Delete;
import dev.stairway.script.sql.tree.SqlTree.Insert;
import dev.stairway.script.sql.tree.SqlTree.Select;
import dev.stairway.script.sql.tree.SqlTree.SetParameter;
import dev.stairway.script.sql.tree.SqlTree.Transaction;
import dev.stairway.script.sql.tree.SqlTree.Update;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What PostgreSQL does with rows, sessions and transactions. */
class PostgresRowsTest {

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
}
