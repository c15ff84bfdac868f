package dev.stairway.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.report.Golden;
import dev.stairway.report.document.MetricsReader;
import dev.stairway.report.view.MetricsView;
import org.junit.jupiter.api.Test;

/** What goal cross-db found, as the page shows it. */
class CrossDbPageTest {

    private final String page = StandalonePage.html(MetricsView.of(MetricsReader.read(Golden.crossDb())));

    @Test
    void everyDifferenceSaysWhoSaysWhatAndSinceWhen() {
        assertThat(page)
                .contains("Databases side by side", "customer.email", "null into not null", "accepts it")
                .contains("<bdi>code-once</bdi>", "fails at code-once: near", "SQLite 3.54.1");
    }

    @Test
    void whatNoMigrationTakesAwayIsToldByReasonAndNotAmongTheOthers() {
        assertThat(page).contains("What no migration takes away", "SQLite keeps no fixed lengths");
        assertThat(page).doesNotContain("varchar(50) is declared and not enforced</bdi><br>");
    }

    @Test
    void whatIsAcceptedSaysWhy() {
        assertThat(page).contains("accepted", "search is another one on the server");
    }

    @Test
    void valuesAreEscaped() {
        assertThat(page).contains("&lt;script&gt;alert(1)").doesNotContain("<script>alert(1)");
    }

    @Test
    void nothingIsSaidOfAWalkThatWasNone() {
        assertThat(page).doesNotContain("No migration was walked", "id=\"mmp-matrix\"");
        assertThat(page).contains("The build fails: 2 errors");
    }
}
