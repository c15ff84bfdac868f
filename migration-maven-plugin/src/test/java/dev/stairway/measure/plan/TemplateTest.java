package dev.stairway.measure.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.measure.plan.Parameter.Use;
import dev.stairway.script.sql.SqlSyntax;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is a parameter, and what it is for. */
class TemplateTest {

    private static Template postgres(String sql) {
        return Template.of(sql, SqlSyntax.POSTGRESQL);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '"',
            value = {
                "select * from t where a = :a and b = :b # select * from t where a = $1 and b = $2",
                "select * from t where a = :a or b = :a # select * from t where a = $1 or b = $1",
                "select * from t where a = $2 and b = $1 # select * from t where a = $1 and b = $2",
                "select * from t where a = ? and b in (?, ?) # select * from t where a = $1 and b in ($2, $3)",
                "select * from t where a = @a_1 # select * from t where a = $1",
                "select * from t where a = sqlc.arg(a) and b = sqlc.narg('b') # select * from t where a = $1 and b = $2",
                "select * from t where a = ?1 and b = ?1 # select * from t where a = $1 and b = $1",
                "select a::text from t where b = :b::int # select a::text from t where b = $1::int",
                "select ':no', \":no\" from t -- :no # select ':no', \":no\" from t -- :no",
                "select a[1:2], a[n:m] from t # select a[1:2], a[n:m] from t",
                "select array[:a, :b] # select array[$1, $2]",
                "select * from t where j ? 'key' # select * from t where j ? 'key'",
                "select * from t where j ?? ? # select * from t where j ? $1",
                "select * from t where j ?| array['a'] and a @> ? # select * from t where j ?| array['a'] and a @> $1",
                "select 1 where a <@b # select 1 where a <@b",
                "select $$ :no ? $1 $$ # select $$ :no ? $1 $$"
            })
    void parameters_are_numbered_and_what_only_looks_like_one_is_not(String sql, String numbered) {
        assertThat(postgres(sql).sql()).isEqualTo(numbered);
    }

    @Test
    void mybatis_has_braces() {
        assertThat(postgres("select * from t where a = #{a} and b = #{b,jdbcType=INTEGER}")
                        .sql())
                .isEqualTo("select * from t where a = $1 and b = $2");
    }

    @Test
    void sqlite_has_its_own_numbers() {
        Template template =
                Template.of("select * from t where a = $a and b = :b and c = ? and d = @d", SqlSyntax.SQLITE);

        assertThat(template.sql()).isEqualTo("select * from t where a = ?1 and b = ?2 and c = ?3 and d = ?4");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "select * from t where a = ? # a COMPARED",
                "select * from t where ? = a # a COMPARED",
                "select * from s.t x where x.a >= ? # x.a COMPARED",
                "select * from t where a not in (?) # a COMPARED",
                "select * from t where a = any(?) # a COMPARED",
                "select * from t where lower(a) = lower(?) # a COMPARED",
                "select * from t where a between 1 and ? # a COMPARED",
                "select * from t where a is not distinct from ? # a COMPARED",
                "select * from t where a like '%' || ? # a PATTERN",
                "select * from t where a not ilike ? # a PATTERN",
                "select * from t order by a limit ? # LIMIT",
                "select * from t offset ? # OFFSET",
                "update t set b = 1, a = ? where c = 2 # a SET",
                "update t set b = 1 where c = 2 and a = ? # a COMPARED",
                "insert into t (b, a) values (now(), ?) # t.a INSERTED",
                "insert into t (b, a) values ((1 + 2), lower(?)) on conflict do nothing # t.a INSERTED",
                "insert into t values (1, ?) # 2 INSERTED",
                "select ? # UNKNOWN",
                "select f(?) from t # UNKNOWN"
            })
    void a_parameter_belongs_to_the_column_that_it_is_compared_with_or_written_to(String sql, String expected) {
        List<Parameter> parameters = postgres(sql).parameters();

        assertThat(parameters)
                .singleElement()
                .satisfies(parameter -> assertThat(shown(parameter)).isEqualTo(expected));
    }

    private static String shown(Parameter parameter) {
        String qualifier =
                parameter.qualifier().isEmpty() || parameter.column().isEmpty() ? "" : parameter.qualifier() + ".";
        String ordinal = parameter.ordinal() > 0 ? Integer.toString(parameter.ordinal()) : "";
        return (qualifier + parameter.column() + ordinal + " " + parameter.use()).strip();
    }

    @Test
    void a_name_alone_may_be_that_of_a_column() {
        assertThat(postgres("select * from t where f(:state, 1)").parameters())
                .containsExactly(new Parameter("state", Use.COMPARED, "", "state", 0));
    }

    @Test
    void tables_are_known_by_name_and_alias() {
        assertThat(postgres("select * from app.orders as o join \"Customer\" c on c.id = o.c where o.id = 1")
                        .tables())
                .contains(new Template.NamedTable("orders", "o"), new Template.NamedTable("Customer", "c"));
    }
}
