package dev.stairway.report.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.report.Golden;
import dev.stairway.report.document.Metrics;
import dev.stairway.report.document.MetricsReader;
import dev.stairway.report.document.VersionGroup;
import dev.stairway.report.page.SiteFragment;
import java.util.List;
import org.junit.jupiter.api.Test;

class VersionsViewTest {

    @Test
    void whatIsNotTheSameStandsInATableOfVersions() {
        VersionsView versions =
                MetricsView.of(MetricsReader.read(Golden.file())).versions().get(0);

        assertThat(versions.title()).isEqualTo("db.changelog-master · PostgreSQL · sample");
        assertThat(versions.same()).isEqualTo("2 of 16 migrations do not behave the same on 2 versions.");
        assertThat(versions.versions()).hasSize(2);
        assertThat(versions.rows().get(0).marks())
                .extracting(VersionsView.Mark::text)
                .containsExactly("✖ migration fails", "✓ reversible");
        assertThat(versions.rows().get(0).marks().get(0).reason()).startsWith("ERROR: column");
        assertThat(versions.rows())
                .extracting(VersionsView.Row::note)
                .containsExactly("", "left out on some, the same on the others");
    }

    @Test
    void versionsThatAgreeAreOneSentence() {
        Metrics metrics = with(List.of(
                new VersionGroup("c", "postgresql", "empty", List.of("postgresql-17", "postgresql-18"), 1, List.of())));

        MetricsView page = MetricsView.of(metrics);

        assertThat(page.versions()).singleElement().satisfies(versions -> {
            assertThat(versions.same()).isEqualTo("1 migration compared, nothing differs on 2 versions.");
            assertThat(versions.rows()).isEmpty();
        });
        assertThat(SiteFragment.html(page, 2)).contains("Between versions");
    }

    @Test
    void oneVersionMakesNoSection() {
        assertThat(SiteFragment.html(MetricsView.of(with(List.of())), 2)).doesNotContain("Between versions");
    }

    @Test
    void aVersionThatDidNotGetToAMigrationIsNotRun() {
        VersionGroup.Outcome seen = new VersionGroup.Outcome("a", "REVERSIBLE", "", List.of());
        Metrics metrics = with(List.of(new VersionGroup(
                "c",
                "sqlite",
                "empty",
                List.of("a", "b"),
                1,
                List.of(new VersionGroup.Difference("m", false, List.of(seen))))));

        assertThat(MetricsView.of(metrics).versions().get(0).rows().get(0).marks())
                .extracting(VersionsView.Mark::text)
                .containsExactly("✓ reversible", "– not run");
    }

    private static Metrics with(List<VersionGroup> versions) {
        return new Metrics("1.0", null, null, null, null, versions, null, null, null, null, null, null, null);
    }
}
