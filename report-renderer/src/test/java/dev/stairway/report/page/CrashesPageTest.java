package dev.stairway.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.report.Golden;
import dev.stairway.report.document.Metrics;
import dev.stairway.report.document.MetricsReader;
import dev.stairway.report.export.Summary;
import dev.stairway.report.view.MetricsView;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** What goal crash-test found, as the page shows it. */
class CrashesPageTest {

    private final Metrics metrics = MetricsReader.read(Golden.crashes());
    private final MetricsView view = MetricsView.of(metrics);
    private final String page = StandalonePage.html(view);

    @Test
    void everyMigrationSaysHowOftenItWasGoneOnFromAndWhereItWasFound() {
        assertThat(texts("h3, p.mmp-none"))
                .contains(
                        "PostgreSQL 18 · db.changelog-master · sample",
                        "7 kills in 2 migrations, in 14.20 s, with seed 7.");
        assertThat(texts("[aria-label='Killed migrations'] tbody tr"))
                .contains(
                        "search-index server 2 of 3 1 2 0 413 ms",
                        "search-index runner 1 of 1 0 1 0 –",
                        "code-once runner 0 of 2 0 2 0 –",
                        "sessions runner 1 of 1 0 0 1 –");
        assertThat(texts("[aria-label='Killed migrations'] td.t-ok"))
                .as("all is well")
                .containsExactly("1 of 1", "1 of 1", "1 of 1", "1 of 1", "1 of 1");
    }

    @Test
    void everyKillSaysItsMomentAndWhatWasSeen() {
        assertThat(texts("[aria-label='Every kill'] tbody tr"))
                .contains("code-once runner before 2 of 4 insert into price_log values (1) the next run fails"
                        + " in effect: function price(integer): added ERROR: function \"price\" already exists"
                        + " stopped at: create function price(integer) the lock of build-7 (10.0.0.7) stairway session 4711"
                        + " 1763797202000000 since 2026-11-22 07:40:02 was released: its owner is dead")
                .anyMatch(row -> row.startsWith("search-index server 1480 µs into 1 of 3 create index concurrently"));
    }

    @Test
    void everyFaultSaysItsMomentWhatWasFoundAndWhatTheNextRunMadeOfIt() {
        assertThat(texts("p.mmp-none")).contains("2 of 4 faults recovered from by the next run, in 6.20 s.");
        assertThat(texts("ul.mmp-evidence li"))
                .contains("Not tried, as nobody knows how to put it on postgresql 18 (embedded): writes-refused");
        assertThat(texts("[aria-label='Faults'] tbody tr"))
                .hasSize(6)
                .contains(
                        "search-index slow line before 1 of 3 create index concurrently if not exists customer_name on"
                                + " customer (name) all all had happened it went through after 213 ms in effect: index"
                                + " public.customer_name on public.customer: added",
                        "code-once lock timeout before 1 of 4 create function price(integer) a part resumed it had to"
                                + " be stopped and was told after 30.01 s: ERROR: canceling statement due to user request"
                                + " it waited for a prepared transaction (see pg_prepared_xacts) in effect: function"
                                + " price(integer): added")
                .anyMatch(
                        row -> row.contains("a part hidden damage it was told after 331 ms: ERROR: canceling statement"
                                + " due to lock timeout it waited for process 4711 (app, PostgreSQL JDBC Driver), idle in"
                                + " transaction, its transaction 12.5 s old: UPDATE customer"));
        assertThat(texts("[aria-label='Faults'] tbody td.t-bad"))
                .as("what is not recovered from, and what had to be stopped")
                .containsExactly("hidden damage", "resumed");
    }

    @Test
    void twoRunnersAtOnceAndWhatWasLeftOutAreSaid() {
        assertThat(texts("ul.mmp-evidence li"))
                .contains(
                        "Two runners at once end where one does",
                        "Two runners at once collide",
                        "applied by both: V001__sessions",
                        "V002__numbers fails: ERR wrong number of arguments");
    }

    @Test
    void valuesAreEscaped() {
        assertThat(page).contains("&lt;script&gt;alert(1)").doesNotContain("<script>alert(1)");
    }

    @Test
    void nothingIsSaidOfAWalkThatWasNone() {
        assertThat(page).doesNotContain("No migration was walked", "id=\"mmp-matrix\"");
        assertThat(page).contains("The build fails: 6 errors");
    }

    @Test
    void theSummaryOfTheJobHasATable() {
        assertThat(Summary.markdown(metrics, view))
                .contains("### Crashes")
                .contains(
                        "| PostgreSQL 18 · db.changelog-master · sample | search-index | server | 2 of 3 | 1 | 2 | 0 |"
                                + " 413 ms |")
                .contains(
                        "- PostgreSQL 18 · db.changelog-master · sample: 2 of 4 faults recovered from by the next run");
    }

    private List<String> texts(String selector) {
        return Jsoup.parse(page).select("#mmp-crashes").select(selector).eachText();
    }
}
