package dev.stairway.perf.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.engine.Migration;
import dev.stairway.finding.Finding;
import dev.stairway.finding.Rule;
import dev.stairway.measure.plan.IndexRemark;
import dev.stairway.measure.plan.QueryChange;
import dev.stairway.measure.plan.QueryChange.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QueryFindingsTest {

    private static final Migration MIGRATION = new Migration(
            "7", "drop it", "", "db/7.sql", 3, "", "c", Migration.Rollback.WRITTEN, false, true, "", Optional.empty());

    private static List<Finding> findings(QueryChange... changes) {
        return new QueryFindings(List.of(MIGRATION)).of(Arrays.asList(changes), List.of());
    }

    private static QueryChange change(Kind kind) {
        return new QueryChange(
                "7", "find", "q/a.sql:4", kind, "find does so", List.of("Index Scan"), List.of("Seq Scan"), null, null);
    }

    @Test
    void a_change_for_the_worse_is_told_where_the_migration_is_written_with_both_plans() {
        assertThat(findings(change(Kind.INDEX_LOST))).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(Rule.QUERY_LOSES_INDEX);
            assertThat(finding.migration()).isEqualTo(MIGRATION);
            assertThat(finding.position().line()).isEqualTo(3);
            assertThat(finding.evidence())
                    .containsExactly(
                            "find does so",
                            "query: q/a.sql:4",
                            "plan before:",
                            "  Index Scan",
                            "plan after:",
                            "  Seq Scan");
        });
    }

    @Test
    void a_query_that_gets_cheaper_is_no_finding() {
        assertThat(findings(change(Kind.CHEAPER))).isEmpty();
    }

    @Test
    void every_other_kind_is_one() {
        for (Kind kind : Kind.values()) {
            assertThat(findings(change(kind))).as(kind.name()).hasSize(kind == Kind.CHEAPER ? 0 : 1);
        }
    }

    @Test
    void a_query_that_never_works_is_no_migrations_fault() {
        QueryChange never = new QueryChange(
                "", "find", "q/a.sql:4", Kind.NEVER_WORKS, "find does not work", List.of(), List.of(), null, null);

        assertThat(findings(never)).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(Rule.QUERY_NEVER_WORKS);
            assertThat(finding.migration()).isNull();
        });
    }

    @Test
    void an_index_that_serves_nothing_is_told() {
        List<IndexRemark> indexes = List.of(
                new IndexRemark("7", "t", "i", IndexRemark.Kind.DUPLICATE, "i has the same definition as j"),
                new IndexRemark("7", "t", "k", IndexRemark.Kind.UNUSED, "No query of the application uses k"));

        assertThat(new QueryFindings(List.of(MIGRATION)).of(List.of(), indexes))
                .extracting(Finding::rule)
                .containsExactly(Rule.INDEX_REDUNDANT, Rule.INDEX_UNUSED);
    }
}
