package dev.stairway.script.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.problem.ProblemException;
import dev.stairway.script.sql.SqlScript.Content;
import java.util.List;
import org.junit.jupiter.api.Test;

class SqlScriptTest {

    @Test
    void aStatementKnowsItsLineAndColumn() {
        List<SqlStatement> found = SqlScript.statements(
                "a.sql", "-- about\n/* more */ create table a (b int);\r\n\n  drop table a;", SqlSyntax.POSTGRESQL);

        assertThat(found)
                .containsExactly(
                        new SqlStatement("a.sql", 2, 12, "create table a (b int)"),
                        new SqlStatement("a.sql", 4, 3, "drop table a"));
        assertThat(found.get(0).position()).isEqualTo("a.sql:2");
    }

    @Test
    void aPlaceInsideAStatementHasItsLine() {
        SqlStatement statement = new SqlStatement("a.sql", 7, 1, "select\n1,\nfoo");

        assertThat(statement.lineOf(0)).isEqualTo(7);
        assertThat(statement.lineOf(10)).isEqualTo(9);
        assertThat(statement.lineOf(4000)).isEqualTo(9);
    }

    @Test
    void aSemicolonInAStringOrNameOrCommentEndsNothing() {
        for (SqlSyntax syntax :
                List.of(SqlSyntax.GENERIC, SqlSyntax.POSTGRESQL, SqlSyntax.SQLITE, SqlSyntax.MYSQL, SqlSyntax.H2)) {
            assertThat(split(syntax, "select ';', 'it''s;', \"a;\"\"b\" -- ;\n, /* ; */ 1; select 2"))
                    .hasSize(2);
        }
    }

    @Test
    void anUnfinishedQuoteReachesToTheEnd() {
        assertThat(split(SqlSyntax.POSTGRESQL, "select 1; select 'a; select 2;"))
                .containsExactly("select 1", "select 'a; select 2;");
    }

    /** PostgreSQL refuses a comment without an end, so it is not passed over with what it swallows; to SQLite it is one. */
    @Test
    void anUnfinishedCommentIsForTheServerToJudge() {
        assertThat(split(SqlSyntax.POSTGRESQL, "select 1; /* a; select 2;"))
                .containsExactly("select 1", "/* a; select 2;");
        assertThat(split(SqlSyntax.POSTGRESQL, "select 1 /* /* a */; select 2;"))
                .containsExactly("select 1 /* /* a */; select 2;");
        assertThat(split(SqlSyntax.SQLITE, "select 1; /* a; select 2;")).containsExactly("select 1");
        assertThat(split(SqlSyntax.POSTGRESQL, "select 1; /* a; select 2; */")).containsExactly("select 1");
    }

    @Test
    void emptyStatementsAreNone() {
        assertThat(split(SqlSyntax.GENERIC, ";;\n;-- a\n; ")).isEmpty();
        assertThat(split(SqlSyntax.GENERIC, "\uFEFFselect 1;;select 2")).containsExactly("select 1", "select 2");
    }

    @Test
    void dollarQuotesCountWhereTheServerKnowsThem() {
        String function = "do $body$ begin perform $$a;$$; end $body$; select 1";

        assertThat(split(SqlSyntax.POSTGRESQL, function)).hasSize(2);
        assertThat(split(SqlSyntax.SQLITE, function)).hasSize(4);
    }

    @Test
    void aDollarInsideANameOrBeforeANumberStartsNoQuote() {
        assertThat(split(SqlSyntax.POSTGRESQL, "select a$$ from b; select a$$ from b"))
                .hasSize(2);
        assertThat(split(SqlSyntax.POSTGRESQL, "prepare a as select $1; prepare b as select $1"))
                .hasSize(2);
    }

    @Test
    void backslashesEscapeOnlyWhereTheyDo() {
        assertThat(split(SqlSyntax.POSTGRESQL, "select E'a\\';b'; select 1")).hasSize(2);
        assertThat(split(SqlSyntax.POSTGRESQL, "select 'a\\'; select 1")).hasSize(2);
        assertThat(split(SqlSyntax.POSTGRESQL, "select typE'a\\'; select 1")).hasSize(2);
        assertThat(split(SqlSyntax.MYSQL, "select 'a\\';b'; select 1")).hasSize(2);
    }

    @Test
    void anEscapedStringKeepsItsEscapesBehindALineBreak() {
        assertThat(split(SqlSyntax.POSTGRESQL, "select E'a' -- more\n 'b\\';c'; select 1"))
                .hasSize(2);
        assertThat(split(SqlSyntax.POSTGRESQL, "select E'a''\\';c'; select 1")).hasSize(2);
        assertThat(split(SqlSyntax.POSTGRESQL, "select E'a', \n 'b\\'; select 1"))
                .hasSize(2);
    }

    @Test
    void commentsNestOnlyWhereTheyDo() {
        String text = "/* a /* b */ ; select 1; */ select 2";

        assertThat(split(SqlSyntax.POSTGRESQL, text)).containsExactly("select 2");
        assertThat(split(SqlSyntax.SQLITE, text)).containsExactly("select 1", "*/ select 2");
    }

    @Test
    void aLoneCarriageReturnEndsACommentOfPostgresOnly() {
        assertThat(split(SqlSyntax.POSTGRESQL, "-- a\rselect 1;")).hasSize(1);
        assertThat(split(SqlSyntax.SQLITE, "-- a\rselect 1;")).isEmpty();
    }

    @Test
    void anAtomicBodyKeepsItsSemicolons() {
        String function = "create or replace function f(a int) returns int language sql begin atomic"
                + " select case when a = 1 then 2 end; select 3; end; select 1";

        assertThat(split(SqlSyntax.POSTGRESQL, function)).hasSize(2);
        assertThat(split(SqlSyntax.POSTGRESQL, "begin; select 1; end; select 2"))
                .hasSize(4);
    }

    @Test
    void theActionsOfARuleAreOneStatement() {
        assertThat(split(
                        SqlSyntax.POSTGRESQL, "create rule r as on insert to a do also (select 1; select 2); select 3"))
                .hasSize(2);
    }

    @Test
    void aTriggerOfSqliteEndsWithItsEnd() {
        String trigger = "create temp trigger t after insert on a begin"
                + " update a set b = case when 1 then 2 end; select 1; end; select 2";

        assertThat(split(SqlSyntax.SQLITE, trigger)).hasSize(2);
        assertThat(split(SqlSyntax.SQLITE, "begin; select 1; end; select 2")).hasSize(4);
        assertThat(split(SqlSyntax.SQLITE, "create table \"trigger\" (a); select 1"))
                .hasSize(2);
    }

    @Test
    void bracketsAndBackticksQuoteNamesWhereTheyDo() {
        assertThat(split(SqlSyntax.SQLITE, "select [a;b], `c;``d`; select 1")).hasSize(2);
        assertThat(split(SqlSyntax.POSTGRESQL, "select array[1]; select 1")).hasSize(2);
        assertThat(split(SqlSyntax.MYSQL, "select `c;d`; select 1")).hasSize(2);
    }

    @Test
    void mysqlHasCommentsOfItsOwn() {
        assertThat(split(SqlSyntax.MYSQL, "# a; b\nselect 1--2; select 3 -- ; a\n"))
                .hasSize(2);
        assertThat(split(SqlSyntax.MYSQL, "/*!40101 set names utf8 */;")).hasSize(1);
        assertThat(split(SqlSyntax.MYSQL, "/* 40101 set names utf8 */;")).isEmpty();
    }

    @Test
    void aRoutineOfMysqlEndsWithItsEnd() {
        String routine =
                "create definer = `a`@`b` procedure p() begin if 1 then select case 1 when 1 then 2 end; end if;"
                        + " case 1 when 1 then select 1; end case; l: loop leave l; end loop; end; select 2";

        assertThat(split(SqlSyntax.MYSQL, routine)).hasSize(2);
        assertThat(split(SqlSyntax.MYSQL, "create table a (b int); begin; select 1; end; select 2"))
                .hasSize(5);
    }

    @Test
    void theClientsCommandChangesTheDelimiter() {
        String text =
                "select 0;\nDELIMITER $$\ncreate procedure p() begin select 1; end$$\ndelimiter ;\nselect 2; select 3";

        assertThat(split(SqlSyntax.MYSQL, text))
                .containsExactly("select 0", "create procedure p() begin select 1; end", "select 2", "select 3");
    }

    @Test
    void aDelimiterOfOnesOwnLeavesSemicolonsAlone() {
        assertThat(split(SqlSyntax.GENERIC.delimitedBy("GO", true), "select 1; select go\nGO\nselect 2\n go \n"))
                .containsExactly("select 1; select go", "select 2\n go");
        assertThat(split(SqlSyntax.GENERIC.delimitedBy("GO", true), "select 1\nGO\nselect 2\n GO \nselect 3"))
                .containsExactly("select 1", "select 2", "select 3");
        assertThat(split(SqlSyntax.GENERIC.delimitedBy("@@", false), "select 1; select 2@@select 3"))
                .containsExactly("select 1; select 2", "select 3");
    }

    @Test
    void copyFromTheClientIsTold() {
        assertThatThrownBy(() -> split(SqlSyntax.POSTGRESQL, "select 1;\nCOPY a (b) FROM stdin;\n1\n\\.\n"))
                .isInstanceOf(ProblemException.class)
                .hasMessage("A script brings the data of COPY ... FROM stdin, which only psql can send\n"
                        + "  Where: a.sql:2\n  Seen: COPY a (b) FROM stdin\n"
                        + "  Next: Write the rows as INSERT statements.");
        assertThat(split(SqlSyntax.POSTGRESQL, "copy a from '/stdin'; copy (select 1) to stdout"))
                .hasSize(2);
    }

    @Test
    void commentsAndNothingAndStatementsAreToldApart() {
        assertThat(SqlScript.content(" \n", SqlSyntax.POSTGRESQL)).isEqualTo(Content.NOTHING);
        assertThat(SqlScript.content(" -- drop table a;\n;/* */", SqlSyntax.POSTGRESQL))
                .isEqualTo(Content.COMMENTS);
        assertThat(SqlScript.content(" -- drop table a;\nselect 1", SqlSyntax.POSTGRESQL))
                .isEqualTo(Content.STATEMENTS);
        assertThat(SqlScript.content("/*! select 1 */", SqlSyntax.MYSQL)).isEqualTo(Content.STATEMENTS);
    }

    @Test
    void statements_end_at_semicolons_that_are_no_part_of_anything() {
        assertThat(SqlScript.statements("a.sql", """
                        -- one; two
                        insert into t values ('a;''b', "c;d"); /* x; /* y; */ z; */

                        insert into t values (E'it\\'s; so', $$a;b$$,
                          $tag$ ; $$ ; $tag$, a$b);
                        select 1 -- no end
                        """, SqlSyntax.POSTGRESQL))
                .extracting(SqlStatement::line)
                .containsExactly(2, 4, 6);
        assertThat(split(SqlSyntax.POSTGRESQL, "a; ;b")).containsExactly("a", "b");
    }

    private static List<String> split(SqlSyntax syntax, String text) {
        return SqlScript.statements("a.sql", text, syntax).stream()
                .map(SqlStatement::sql)
                .toList();
    }
}
