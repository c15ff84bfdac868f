package dev.stairway.script.sql.parse;

import static dev.stairway.script.sql.parse.PostgresStatements.parse;
import static dev.stairway.script.sql.parse.PostgresStatements.query;
import static dev.stairway.script.sql.parse.PostgresStatements.stored;
import static dev.stairway.script.sql.parse.PostgresStatements.tree;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.script.sql.tree.SqlTree;
import dev.stairway.script.sql.tree.SqlTree.Insert;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is understood of PostgreSQL at its edges: new syntax, odd words, long and broken input. */
class PostgresLimitsTest {

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

    /** A comment inside of a comment is a call of the generated lexer itself: 5 000 of them were too many for a stack. */
    @Test
    void commentsInsideOfCommentsAreBlank() {
        String nested = "/*".repeat(50_000) + "*/".repeat(50_000);

        assertThat(query("SELECT a FROM " + nested + " t").tables()).hasSize(1);
        assertThat(parse("SELECT '" + nested + "'").covered()).isTrue();
        assertThat(parse("SELECT 1 /*" + nested).notCovered()).isEqualTo("a comment has no end");
    }

    @ParameterizedTest
    @CsvSource({"63, ''", "64, an operator has more than 63 signs"})
    void operatorsAreAsLongAsNamesMayBe(int length, String reason) {
        assertThat(parse("SELECT 1 " + "@".repeat(length) + " 2").notCovered()).isEqualTo(reason);
        assertThat(parse("SELECT '" + "@".repeat(length) + "' -- " + "-".repeat(length))
                        .covered())
                .isTrue();
    }

    @Test
    void aCharacterThatNoServerTakesIsNotCovered() {
        assertThat(parse("SELECT 'a\0b'").notCovered()).isEqualTo("it holds a character NUL, which no server takes");
        assertThat(parse("SELECT 'a b'").covered()).isTrue();
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
