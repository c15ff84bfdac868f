package dev.stairway.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.report.Golden;
import dev.stairway.report.Hostile;
import dev.stairway.report.Large;
import dev.stairway.report.document.MetricsReader;
import dev.stairway.report.view.MetricsView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The written files in a real browser. */
class BrowserTest {

    @TempDir
    static Path directory;

    private static DrawnPages pages;
    private static Browser browser;
    private static Path golden;

    @BeforeAll
    static void start() throws IOException {
        pages = DrawnPages.in(directory);
        browser = pages.browser();
        golden = pages.page("golden.html", MetricsReader.read(Golden.file()));
    }

    @AfterAll
    static void stop() {
        if (pages != null) {
            pages.close();
        }
    }

    @Test
    void chartsAreDrawnWithoutErrorDialogOrRequest() {
        pages.openDrawn(golden);

        assertThat(browser.<Long>value("document.querySelectorAll('canvas').length"))
                .isEqualTo(4);
        assertThat(browser.<Boolean>value(
                        "Array.from(document.querySelectorAll('canvas')).every(c => new Set(new Uint32Array("
                                + "c.getContext('2d').getImageData(0, 0, c.width, c.height).data.buffer)).size > 10)"))
                .isTrue();
        assertThat(browser.trouble()).isEmpty();
    }

    @Test
    void hostileTextDoesNothingInTheStandAlonePage() throws IOException {
        pages.openDrawn(pages.page("hostile.html", Hostile.document()));
        browser.value("document.querySelectorAll('details').forEach(d => d.open = true)");

        assertThat(browser.<Boolean>value("document.body.innerText.includes('<script>alert(1)</script>')"))
                .isTrue();
        assertThat(browser.trouble()).isEmpty();
    }

    /** No policy protects this page: it belongs to the user's site. */
    @Test
    void hostileTextDoesNothingInASitePage() throws IOException {
        Path site = Files.writeString(
                directory.resolve("site.html"),
                "<!DOCTYPE html><html><head><meta charset='utf-8'><title>Site</title><link rel='icon' href='data:,'></head>"
                        + "<body><h1>Migrations</h1>" + SiteFragment.html(MetricsView.of(Hostile.document()), 2)
                        + "</body></html>");
        pages.openDrawn(site);
        browser.value("document.querySelectorAll('details').forEach(d => d.open = true)");

        assertThat(browser.trouble()).isEmpty();
    }

    @Test
    void theTrapItselfWorks() throws IOException {
        Path trap = Files.writeString(
                directory.resolve("trap.html"),
                "<title>Trap</title><link rel='icon' href='data:,'><script>alert(1); console.error('seen')</script>"
                        + "<img src='missing.png'>");
        browser.open(trap, "");
        browser.waitFor("document.readyState === 'complete'");

        assertThat(browser.trouble())
                .anyMatch(line -> line.equals("alert 1"))
                .anyMatch(line -> line.contains("seen"))
                .anyMatch(line -> line.contains("missing.png"));
    }

    @Test
    void aFindingLeadsToItsMigration() {
        pages.openDrawn(golden);
        browser.element(".mmp-finding[open] .mmp-meta a").click();
        browser.waitFor("document.querySelector('.mmp-mig[open]') !== null");

        assertThat(browser.<String>value("location.hash")).isEqualTo("#migration-009-create-coupons");
        assertThat(browser.<String>value("document.querySelector('.mmp-mig[open] summary b').textContent"))
                .isEqualTo("009-create-coupons");
        assertThat(browser.<Boolean>value("document.activeElement.tagName === 'SUMMARY'"))
                .isTrue();
        assertThat(browser.<Boolean>value("(r => r.top >= 0 && r.top < innerHeight)"
                        + "(document.querySelector('.mmp-mig[open] summary').getBoundingClientRect())"))
                .isTrue();
    }

    @Test
    void theFilterIsKeptInTheHash() {
        pages.openDrawn(golden);
        browser.element("[data-show=problem]").click();
        browser.element(".mmp-query").sendKeys("create");

        assertThat(browser.<String>value("location.hash")).isEqualTo("#show=problem&q=create");
        assertThat(shownRows()).containsExactly("009-create-coupons");

        browser.open(golden, "#show=problem&q=create");
        assertThat(shownRows()).containsExactly("009-create-coupons");
    }

    @Test
    void aDeepLinkToAFilteredMigrationShowsIt() {
        browser.open(golden, "#show=problem&q=zzz&at=migration-001-create-customers");

        assertThat(browser.<String>value("document.querySelector('.mmp-mig[open] summary b').textContent"))
                .isEqualTo("001-create-customers");
        assertThat(shownRows()).hasSize(18);
    }

    @Test
    void theToggleSwitchesBetweenLightAndDark() {
        browser.media("prefers-color-scheme", "light");
        pages.openDrawn(golden);
        String light = browser.value("getComputedStyle(document.body).backgroundColor");
        browser.element(".mmp-theme").click();
        String dark = browser.value("getComputedStyle(document.body).backgroundColor");
        browser.element(".mmp-theme").click();

        assertThat(light).isEqualTo("rgb(245, 246, 248)");
        assertThat(dark).isEqualTo("rgb(17, 21, 27)");
        assertThat(browser.<String>value("getComputedStyle(document.body).backgroundColor"))
                .isEqualTo(light);
        browser.value("localStorage.clear()");
    }

    @Test
    void theSystemsDarkModeIsFollowed() {
        browser.media("prefers-color-scheme", "dark");
        pages.openDrawn(golden);

        assertThat(browser.<String>value("getComputedStyle(document.body).backgroundColor"))
                .isEqualTo("rgb(17, 21, 27)");
        browser.media("prefers-color-scheme", "light");
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 768, 1280})
    void longNamesDoNotWidenThePage(int width) {
        browser.width(width);
        pages.openDrawn(golden);
        browser.value("document.querySelectorAll('details').forEach(d => d.open = true)");

        assertThat(browser.<Boolean>value("document.documentElement.scrollWidth <= innerWidth"))
                .isTrue();
        browser.width(1280);
    }

    @Test
    void noColumnIsPushedOutOfSightByALongName() {
        pages.openDrawn(golden);
        browser.value("document.querySelectorAll('details').forEach(d => d.open = true)");

        assertThat(browser.<List<String>>value("Array.from(document.querySelectorAll('.mmp-scroll, .mmp-mbody'))"
                        + ".filter(e => e.scrollWidth > e.clientWidth).map(e => e.id || e.getAttribute('aria-label'))"))
                .isEmpty();
    }

    @Test
    void everythingIsThereWithoutJavaScript() {
        browser.javaScript(false);
        browser.open(golden, "#migration-010-order-status-not-null");

        assertThat(browser.<Long>value("document.querySelectorAll('.mmp-grid tbody tr').length"))
                .isEqualTo(18);
        assertThat(browser.<Long>value("document.querySelectorAll('.mmp-figures tbody tr').length"))
                .isEqualTo(35);
        assertThat(browser.<Boolean>value("document.querySelector('.mmp-chart').offsetParent === null"))
                .isTrue();
        assertThat(browser.<Boolean>value("document.querySelector('.mmp-tools').hidden"))
                .isTrue();
        assertThat(browser.<Boolean>value("document.body.classList.contains('mmp-js')"))
                .isFalse();
        browser.javaScript(true);
    }

    @Test
    void aBrowserThatCannotUnpackTheChartsShowsNoEmptyFrames() {
        browser.openWithout("DecompressionStream", golden);
        browser.waitFor("document.readyState === 'complete'");
        // The page draws in a task after its first frame.
        browser.afterTwoFrames();

        assertThat(browser.<Boolean>value("typeof DecompressionStream === 'undefined'"))
                .isTrue();
        assertThat(browser.<Boolean>value("document.querySelector('.mmp-chart').offsetParent === null"))
                .isTrue();
        assertThat(browser.trouble()).isEmpty();
    }

    @Test
    void printingOpensEverythingAndHidesTheCharts() {
        pages.openDrawn(golden);
        browser.value("window.dispatchEvent(new Event('beforeprint'))");
        assertThat(browser.<Long>value("document.querySelectorAll('details:not([open])').length"))
                .isZero();

        browser.value("window.dispatchEvent(new Event('afterprint'))");
        assertThat(browser.<Long>value("document.querySelectorAll('.mmp-mig[open]').length"))
                .isZero();
    }

    @Test
    void aThousandMigrationsArePaintedWithinASecond() throws IOException {
        Path large = pages.page("large.html", Large.document(1000));
        double best = IntStream.range(0, 3)
                .mapToDouble(run -> {
                    pages.openDrawn(large);
                    return browser.<Number>value("performance.getEntriesByName('first-contentful-paint')[0].startTime")
                            .doubleValue();
                })
                .min()
                .orElseThrow();

        System.out.println("First contentful paint of 1000 migrations: " + Math.round(best) + " ms");
        assertThat(best).isLessThan(1000);
        assertThat(browser.<Long>value("document.querySelectorAll('.mmp-grid tbody tr').length"))
                .isEqualTo(1000);
        assertThat(browser.trouble()).isEmpty();
    }

    private static List<String> shownRows() {
        return browser.value("Array.from(document.querySelectorAll('.mmp-grid tbody tr')).filter(r => !r.hidden)"
                + ".map(r => r.querySelector('a').textContent)");
    }
}
