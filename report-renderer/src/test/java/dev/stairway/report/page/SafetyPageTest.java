package dev.stairway.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.report.Golden;
import dev.stairway.report.document.MetricsReader;
import dev.stairway.report.view.MetricsView;
import org.junit.jupiter.api.Test;

/** What goal safety found, as the page shows it. */
class SafetyPageTest {

    private final String page = StandalonePage.html(MetricsView.of(MetricsReader.read(Golden.safety())));

    @Test
    void everyRuleShowsHowOftenRunsBoreItOut() {
        assertThat(page)
                .contains("160 rules asked, 3 rules found something.", "index-not-concurrent", "1 of 1", "0 of 1");
    }

    @Test
    void whatNoRuleCouldJudgeIsShownAndEscaped() {
        assertThat(page)
                .contains("Not covered", "all but 1", "no viable alternative at line 4:7", "&lt;script&gt;alert(1)")
                .doesNotContain("<script>alert(1)");
    }

    @Test
    void aPredictionSaysWhetherARunHasShownIt() {
        assertThat(page).contains("confirmed by a run", "not borne out by a run", "no run has shown it");
    }

    @Test
    void nothingIsSaidOfAWalkThatWasNone() {
        assertThat(page).doesNotContain("No migration was walked", "id=\"mmp-matrix\"");
        assertThat(page).contains("The build fails: 2 errors");
    }
}
