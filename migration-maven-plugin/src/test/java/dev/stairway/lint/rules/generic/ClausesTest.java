package dev.stairway.lint.rules.generic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.lint.rules.generic.Clauses.Piece;
import dev.stairway.script.sql.SqlSyntax;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Statements are cut at the commas of their outermost lists. */
class ClausesTest {

    @Test
    void commasInParenthesesStringsAndCommentsDoNotCut() {
        String sql = "INSERT INTO t (a, b) VALUES (f(1, 2), 'x, y' /* , */), ($$,$$, NULL)";
        assertThat(texts(Clauses.rows(sql, SqlSyntax.POSTGRESQL)))
                .containsExactly(List.of("f(1, 2)", "'x, y'"), List.of("$$,$$", "NULL"));
    }

    @Test
    void piecesKnowWhereTheyAre() {
        String sql = "INSERT INTO t VALUES (1, now())";
        Piece second = Clauses.rows(sql, SqlSyntax.POSTGRESQL).get(0).get(1);
        assertThat(sql.substring(second.offset())).startsWith("now()");
    }

    @Test
    void resultsAreThoseOfTheOutermostQuery() {
        String sql =
                "WITH c AS (SELECT x FROM y) SELECT DISTINCT a, (SELECT max(b) FROM z), c.* FROM c WHERE a IN (1, 2)";
        assertThat(Clauses.results(sql, SqlSyntax.POSTGRESQL))
                .extracting(Piece::text)
                .containsExactly("a", "(SELECT max(b) FROM z)", "c.*");
    }

    @Test
    void aStatementWithoutRowsHasNone() {
        assertThat(Clauses.rows("INSERT INTO t SELECT 1", SqlSyntax.SQLITE)).isEmpty();
        assertThat(Clauses.rows("INSERT INTO t DEFAULT VALUES", SqlSyntax.SQLITE))
                .isEmpty();
        assertThat(Clauses.results("DELETE FROM t", SqlSyntax.SQLITE)).isEmpty();
    }

    @Test
    void anUnfinishedRowEndsWithTheText() {
        assertThat(texts(Clauses.rows("INSERT INTO t VALUES (1, (2", SqlSyntax.SQLITE)))
                .containsExactly(List.of("1", "(2"));
    }

    private static List<List<String>> texts(List<List<Piece>> rows) {
        return rows.stream().map(row -> row.stream().map(Piece::text).toList()).toList();
    }
}
