package dev.stairway.measure.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.measure.plan.QueryFile.Release;
import dev.stairway.problem.ProblemException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryReaderTest {

    private static List<Query> read(String... texts) {
        return QueryReader.read(
                List.of(texts).stream()
                        .map(text -> new QueryFile("q/orders.sql", text, Release.PRESENT))
                        .toList(),
                "postgresql");
    }

    @Test
    void one_statement_has_the_name_of_its_file_and_several_have_numbers() {
        assertThat(read("select 1")).extracting(Query::name).containsExactly("orders");
        assertThat(read("select 1; select 2;")).extracting(Query::name).containsExactly("orders-1", "orders-2");
    }

    @Test
    void a_comment_names_a_statement() {
        List<Query> queries = read("-- name: find_user :one\n-- by its id\nselect 1;\n/* name: add-user! */\n\n"
                + "insert into t values (1);\nselect 3");

        assertThat(queries).extracting(Query::name).containsExactly("find_user", "add-user", "orders-3");
        assertThat(queries)
                .extracting(Query::place)
                .containsExactly("q/orders.sql:3", "q/orders.sql:6", "q/orders.sql:7");
        assertThat(queries).extracting(Query::writes).containsExactly(false, true, false);
    }

    @Test
    void a_name_is_given_once() {
        assertThat(read("-- name: a\nselect 1;\n-- name: a\nselect 2", "select 3", "select 4"))
                .extracting(Query::name)
                .containsExactly("a", "a-2", "orders", "orders-2");
    }

    @Test
    void what_both_releases_send_is_one_query() {
        List<Query> queries = QueryReader.read(
                List.of(
                        new QueryFile("q/a.sql", "select 1; select 2", Release.PRESENT),
                        new QueryFile("old/a.sql", "select 1; select 3", Release.BEFORE)),
                "sqlite");

        assertThat(queries)
                .extracting(query -> query.name() + " " + query.sql() + " "
                        + query.releases().size())
                .containsExactly("a-1 select 1 2", "a-2 select 2 1", "a-2 select 3 1");
    }

    @Test
    void a_query_can_be_for_some_databases() {
        assertThat(read("-- databases: sqlite\nselect 1;\n-- databases: postgresql, sqlite\nselect 2"))
                .extracting(Query::sql)
                .containsExactly("select 2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "with gone as (delete from t returning *) select * from gone # true",
                "with some as (select 1) insert into t select * from some # true",
                "with some as (select 1) select * from some # false",
                "(select 1) union select 2 # false",
                "select * from t for update # false",
                "select update_count from t # false"
            })
    void what_changes_rows_is_known(String sql, boolean writes) {
        assertThat(read(sql)).extracting(Query::writes).containsExactly(writes);
    }

    @Test
    void what_is_no_query_is_refused_with_its_line() {
        assertThatThrownBy(() -> read("select 1;\n\ncreate table t (a int)"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("q/orders.sql:3")
                .hasMessageContaining("create table t (a int)");
    }
}
