package dev.stairway.report.page;

import dev.stairway.report.document.Metrics;
import dev.stairway.report.view.MetricsView;
import java.io.IOException;
import java.nio.file.Path;

/** Stand-alone pages in a directory, and the browser that shows them. */
record DrawnPages(Path directory, Browser browser) implements AutoCloseable {

    static DrawnPages in(Path directory) {
        return new DrawnPages(directory, Browser.start(directory.resolve("profile")));
    }

    Path page(String name, Metrics metrics) throws IOException {
        Path file = directory.resolve(name);
        StandalonePage.write(MetricsView.of(metrics), file);
        return file;
    }

    /** Until every canvas has a chart on it. */
    void openDrawn(Path page) {
        browser.open(page, "");
        browser.waitFor("document.readyState === 'complete' && typeof Chart === 'function'"
                + " && Array.from(document.querySelectorAll('canvas')).every(c => Chart.getChart(c))");
    }

    @Override
    public void close() {
        browser.close();
    }
}
