package dev.stairway.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.report.Expensive;
import dev.stairway.report.Golden;
import dev.stairway.report.document.MetricsReader;
import dev.stairway.report.view.MetricsView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page of what migrations cost, in a real browser. */
class PerformanceBrowserTest {

    /** Jenkins sends this with every file of a report; inline style and script are refused by it. */
    private static final String JENKINS = "default-src 'none'; img-src 'self'; style-src 'self'";

    @TempDir
    static Path directory;

    private static DrawnPages pages;
    private static Browser browser;
    private static Path golden;

    @BeforeAll
    static void start() throws IOException {
        pages = DrawnPages.in(directory);
        browser = pages.browser();
        golden = pages.page("performance.html", MetricsReader.read(Golden.performance()));
    }

    @AfterAll
    static void stop() {
        if (pages != null) {
            pages.close();
        }
    }

    @Test
    void itsChartsAreDrawnWithoutErrorDialogOrRequest() {
        pages.openDrawn(golden);

        assertThat(browser.<Long>value("document.querySelectorAll('canvas').length"))
                .isEqualTo(1);
        assertThat(browser.<String>value("getComputedStyle(document.querySelector('.mmp-plot circle')).fill"))
                .isEqualTo("rgb(86, 180, 233)");
        assertThat(browser.trouble()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {375, 768, 1280})
    void nothingIsWiderThanTheScreen(int width) {
        browser.width(width);
        pages.openDrawn(golden);
        browser.value("document.querySelectorAll('details').forEach(d => d.open = true)");

        assertThat(browser.<Boolean>value("document.documentElement.scrollWidth <= innerWidth"))
                .isTrue();
        browser.width(1280);
    }

    @Test
    void onAWideScreenNoTableNeedsToBeScrolledSideways() {
        pages.openDrawn(golden);
        browser.value("document.querySelectorAll('details').forEach(d => d.open = true)");

        assertThat(browser.<Boolean>value("Array.from(document.querySelectorAll('.mmp-scroll, .mmp-wide, .mmp-mbody'))"
                        + ".every(e => e.scrollWidth <= e.clientWidth)"))
                .isTrue();
    }

    @Test
    void withoutJavaScriptEveryDrawingAndEveryTableIsThere() {
        browser.javaScript(false);
        browser.open(golden, "");

        assertThat(browser.<Boolean>value("Array.from(document.querySelectorAll('#mmp-performance .mmp-plot > svg'))"
                        + ".every(svg => svg.getBoundingClientRect().height > 100)"))
                .isTrue();
        assertThat(browser.<Long>value("document.querySelectorAll('.mmp-compared tbody tr').length"))
                .isEqualTo(13);
        assertThat(browser.<Boolean>value("document.querySelector('.mmp-chart').offsetParent === null"))
                .isTrue();
        assertThat(browser.<Boolean>value("document.querySelector('.mmp-copy button') === null"))
                .isTrue();
        browser.javaScript(true);
    }

    @Test
    void underThePolicyOfJenkinsTheTablesAreWholeAndTheDrawingsHaveTheirColours() throws IOException {
        String page = StandalonePage.html(MetricsView.of(MetricsReader.read(Golden.performance())));
        Path refused = Files.writeString(
                directory.resolve("jenkins.html"),
                page.replaceFirst("content=\"default-src[^\"]*\"", "content=\"" + JENKINS + "\""));
        browser.open(refused, "");
        browser.waitFor("document.readyState === 'complete'");

        assertThat(browser.<Boolean>value("document.querySelector('.mmp').classList.contains('mmp-js')"))
                .isFalse();
        assertThat(browser.<String>value("getComputedStyle(document.querySelector('.mmp-plot circle')).fill"))
                .isEqualTo("rgb(86, 180, 233)");
        assertThat(browser.<Boolean>value("Array.from(document.querySelectorAll('.mmp-compared .mmp-strip'))"
                        + ".every(svg => svg.getBoundingClientRect().width > 20)"))
                .isTrue();
        assertThat(browser.<Long>value("document.querySelectorAll('.mmp-compared tbody tr').length"))
                .isEqualTo(13);
    }

    @Test
    void aRegressionLeadsToItsMigration() {
        pages.openDrawn(golden);
        browser.element(".mmp-compared tbody a").click();
        browser.waitFor("document.querySelector('.mmp-mig[open]') !== null");

        assertThat(browser.<String>value("location.hash")).isEqualTo("#migration-004-price-in-cents");
        assertThat(browser.<Long>value("document.querySelectorAll('.mmp-mig[open] .mmp-plot').length"))
                .isEqualTo(6);
    }

    @Test
    void aClickCopiesTheSaferStatements() {
        pages.openDrawn(golden);
        browser.element(".mmp-finding[open] .mmp-copy button").click();

        assertThat(browser.<String>value("getSelection().toString()"))
                .startsWith("ALTER TABLE products ADD COLUMN search");
        assertThat(browser.<String>value("document.querySelector('.mmp-copy button').textContent"))
                .isIn("Copied", "Selected");
    }

    @Test
    void theCostsOfAHundredMigrationsArePaintedWithinASecond() throws IOException {
        pages.openDrawn(pages.page("expensive.html", Expensive.document(100)));

        assertThat(browser.<Number>value("performance.getEntriesByName('first-contentful-paint')[0].startTime")
                        .doubleValue())
                .isLessThan(1000);
        assertThat(browser.trouble()).isEmpty();
    }
}
