package dev.stairway.report;

import dev.stairway.report.document.Metrics;
import dev.stairway.report.document.MetricsReader;
import dev.stairway.report.export.Summary;
import dev.stairway.report.page.StandalonePage;
import dev.stairway.report.view.MetricsView;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** Draws a document of one migration, in memory, so that classes and templates are loaded when the true one comes. */
final class Rehearsal {

    private static final String DOCUMENT = "rehearsal.json";

    private Rehearsal() {}

    /** Returns the number of characters drawn. */
    static int play() throws IOException {
        try (InputStream json = Rehearsal.class.getResourceAsStream(DOCUMENT)) {
            Metrics metrics = MetricsReader.read(Path.of(DOCUMENT), json.readAllBytes());
            MetricsView view = MetricsView.of(metrics);
            return StandalonePage.html(view).length()
                    + Summary.markdown(metrics, view).length();
        }
    }
}
