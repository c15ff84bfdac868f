package dev.stairway.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.report.document.Metrics;
import dev.stairway.report.document.MetricsReader;
import dev.stairway.report.page.StandalonePage;
import dev.stairway.report.view.MetricsView;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {

    @TempDir
    Path directory;

    @Test
    void everyFormIsWrittenFromOneDocument() throws Exception {
        Report report = Report.read(Golden.file());
        Path page = directory.resolve("report/index.html");

        report.writeStandalone(page);
        report.writeJUnit(directory);
        report.writeSummary(directory.resolve("summary.md"));

        assertThat(report.title()).isEqualTo("Shop database");
        assertThat(page).content().startsWith("<!DOCTYPE html>").contains("Shop database");
        assertThat(directory).isDirectoryContaining("glob:**/TEST-*postgresql-18-embedded-sample.xml");
        assertThat(Files.readString(directory.resolve("summary.md"))).contains("rollback-incomplete");
        assertThat(report.siteFragment()).startsWith("<div class=\"mmp mmp-site\">");
    }

    @Test
    void aPageThatCannotBeWrittenNamesThePlaceAndTheWayOut() throws Exception {
        Path occupied =
                Files.createDirectories(directory.resolve("index.html/inside")).getParent();

        assertThatThrownBy(() -> Report.read(Golden.file()).writeStandalone(occupied))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(occupied.toString())
                .hasMessageContaining("Is its directory writable");
    }

    @Test
    void theRehearsalDrawsEveryPartOfThePage() throws Exception {
        Metrics metrics = MetricsReader.read(
                Golden.root().resolve("report-renderer/src/main/resources/dev/stairway/report/rehearsal.json"));
        String page = StandalonePage.html(MetricsView.of(metrics));

        assertThat(Jsoup.parse(page).select(".mmp-none")).isEmpty();
        assertThat(Rehearsal.play()).isGreaterThan(page.length());
    }
}
