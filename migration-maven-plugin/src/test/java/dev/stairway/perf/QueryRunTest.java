package dev.stairway.perf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.stairway.finding.Finding;
import dev.stairway.finding.Rule;
import dev.stairway.measure.plan.QueryChange;
import dev.stairway.measure.plan.QueryChange.Kind;
import dev.stairway.problem.ProblemException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What migrations do to the queries of an application, on the tables that the generator has filled. */
class QueryRunTest {

    private static final String CHANGELOG = """
            --changeset t:users
            create table users (id int primary key, name varchar(50) not null, mail varchar(80) not null);
            create index users_mail on users (mail);
            --rollback drop table users;
            --changeset t:no-index
            drop index users_mail;
            --rollback create index users_mail on users (mail);
            --changeset t:rename
            alter table users rename column name to full_name;
            --rollback alter table users rename column full_name to name;
            """;

    private static final Set<Rule> RULES = EnumSet.range(Rule.QUERY_FAILS_AFTER_MIGRATION, Rule.INDEX_UNUSED);

    private static final String PRESENT = "-- name: by_mail\nselect id, mail from users where mail = :mail;\n"
            + "-- name: names\nselect full_name from users where id = :id";

    private static final String BEFORE = "-- name: names\nselect name from users where id = :id;\n"
            + "-- name: add\ninsert into users (id, mail, name) values (:id, :mail, :name)";

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "sqlite"})
    void plansAndBothReleasesAreFollowedOnTheLargestSizeAlone(String product) throws Exception {
        List<PerfReport> reports =
                Measurings.on(product, directory).times(1).with(PRESENT, BEFORE).measure(CHANGELOG, 0, 2_000);

        assertThat(reports.get(0).queries()).isEmpty();
        assertThat(reports.get(0).findings()).isEmpty();
        assertThat(reports.get(1).queries())
                .extracting(QueryChange::kind, QueryChange::query, change -> name(change.migration()))
                .containsExactlyInAnyOrder(
                        tuple(Kind.FAILS_AFTER, "names", "rename"),
                        tuple(Kind.FAILS_AFTER, "add", "rename"),
                        tuple(Kind.FAILS_BEFORE, "names", "rename"),
                        tuple(Kind.INDEX_LOST, "by_mail", "no-index"));
        assertThat(ofQueries(reports.get(1)))
                .extracting(Finding::rule)
                .containsExactlyInAnyOrder(
                        Rule.QUERY_FAILS_AFTER_MIGRATION,
                        Rule.QUERY_FAILS_AFTER_MIGRATION,
                        Rule.QUERY_NEEDS_MIGRATION,
                        Rule.QUERY_LOSES_INDEX);
        assertThat(reports.get(1).findings())
                .filteredOn(finding -> finding.rule() == Rule.QUERY_LOSES_INDEX)
                .extracting(finding -> finding.migration().name())
                .containsExactly("no-index");
    }

    /** Others say something of the locks. */
    private static List<Finding> ofQueries(PerfReport report) {
        return report.findings().stream()
                .filter(finding -> RULES.contains(finding.rule()))
                .toList();
    }

    private static String name(String id) {
        return id.replaceAll(".*::(.+)::.*", "$1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "sqlite"})
    void anExpansionHurtsNobody(String product) throws Exception {
        String expansion = CHANGELOG.substring(0, CHANGELOG.indexOf("--changeset t:no-index")) + """
                --changeset t:expand
                alter table users add column born varchar(10);
                create index users_name on users (name);
                """;
        String queries = BEFORE + ";\n-- name: by_name\nselect * from users where name = :name;\n"
                + "-- name: by_mail\nselect id, mail from users where mail = :mail";

        PerfReport report = Measurings.on(product, directory)
                .times(1)
                .with(queries, queries)
                .measure(expansion, 2_000)
                .get(0);

        assertThat(ofQueries(report)).isEmpty();
        assertThat(report.queries()).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo(Kind.CHEAPER);
            assertThat(change.text()).startsWith("by_name now uses users_name");
        });
    }

    @Test
    void aFileThatHoldsNoQueryStopsTheRunBeforeAnythingIsPlayed() {
        Measurings measurings = Measurings.on("sqlite", directory).with("drop table users", "select 1");

        assertThatThrownBy(() -> measurings.measure(CHANGELOG, 0))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("queries/app.sql:1");
        assertThat(measurings.told()).isEmpty();
    }
}
