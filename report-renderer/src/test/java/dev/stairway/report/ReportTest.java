package dev.stairway.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
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
}
