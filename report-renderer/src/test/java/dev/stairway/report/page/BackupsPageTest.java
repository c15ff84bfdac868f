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

/** What goal backup-test found, as the page shows it. */
class BackupsPageTest {

    private final Metrics metrics = MetricsReader.read(Golden.backups());
    private final MetricsView view = MetricsView.of(metrics);
    private final String page = StandalonePage.html(view);

    @Test
    void everyToolSaysHowOftenItBroughtAllBackAndHowLongThatTookAgainstTheLimit() {
        assertThat(texts("h3, p.mmp-none"))
                .contains(
                        "PostgreSQL 18 · db.changelog-master · sample",
                        "4 backups tried before 2 migrations, with 1\u202f000 rows in every table, in 3.04 s.");
        assertThat(texts("[aria-label=Tools] tbody tr"))
                .contains(
                        "vacuum-into 2 of 2 60.0 KiB 6.1 ms 7.0 ms 1.00 s 1 of 2 not noticed",
                        "point-in-time 2 of 2 41.0 MiB 413 ms 403 ms 1.00 s noticed",
                        "catalog-copy 1 of 2 180.0 KiB 96.1 ms 1.21 s 1.00 s noticed",
                        "aof 0 of 1 – – – – –");
        assertThat(texts("[aria-label=Tools] td.t-ok")).as("all is well").containsExactly("2 of 2", "2 of 2", "1 of 1");
    }

    @Test
    void everyBackupSaysWhatBecameOfItAndWhatWasSeen() {
        assertThat(texts("[aria-label='Every backup'] tbody tr"))
                .contains(
                        "search-index backup-api 60.0 KiB in 1 file 4.2 ms 6.0 ms all is back noticed",
                        "code-once catalog-copy 180.0 KiB in 4 files 90.4 ms 1.21 s something else is back noticed"
                                + " function price(integer): removed",
                        "sessions aof – – – no backup could be taken – the server keeps no log",
                        "sessions dump-restore 3.0 KiB in 1 file 2.2 ms 30.8 ms does not take the migration noticed"
                                + " the engine would run V000__users first");
    }

    private List<String> texts(String selector) {
        return Jsoup.parse(page).select("#mmp-backups").select(selector).eachText();
    }

    @Test
    void whatWasNotTriedIsSaid() {
        assertThat(page)
                .contains("pg_dump was not tried: there is no pg_dump 18")
                .contains("V001__sessions fails: ERR wrong number of arguments");
    }

    @Test
    void valuesAreEscaped() {
        assertThat(page).contains("&lt;script&gt;alert(1)").doesNotContain("<script>alert(1)");
    }

    @Test
    void nothingIsSaidOfAWalkThatWasNone() {
        assertThat(page).doesNotContain("No migration was walked", "id=\"mmp-matrix\"");
        assertThat(page).contains("The build fails: 5 errors");
    }

    @Test
    void theSummaryOfTheJobHasATable() {
        assertThat(Summary.markdown(metrics, view))
                .contains("### Backups")
                .contains(
                        "| PostgreSQL 18 · db.changelog-master · sample | point-in-time | 2 of 2 | 41.0 MiB | 403 ms |"
                                + " 1.00 s | noticed |")
                .contains("- pg\\_dump was not tried: there is no pg\\_dump 18");
    }
}
