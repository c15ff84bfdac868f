package dev.stairway.report;

import dev.stairway.report.document.MetricsReader;
import dev.stairway.report.document.UnreadableMetricsException;
import dev.stairway.report.page.AggregatePage;
import dev.stairway.report.view.AggregateView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The metrics documents of several modules on one page. */
public final class Aggregate {

    /**
     * One run of one module.
     *
     * @param module its name
     * @param metricsJson its document
     * @param page of the module, relative to the page of all; empty for none
     */
    public record Part(String module, Path metricsJson, String page) {}

    private final AggregateView view;

    private Aggregate(AggregateView view) {
        this.view = view;
    }

    /**
     * Reads them. A document that cannot be read is a module that fails, and says why.
     *
     * @param parts in the order of the modules
     * @param missing modules that have migrations and no run
     */
    public static Aggregate read(String title, List<Part> parts, List<String> missing) {
        List<AggregateView.Run> runs = new ArrayList<>();
        List<AggregateView.Unreadable> unreadable = new ArrayList<>();
        for (Part part : parts) {
            try {
                runs.add(new AggregateView.Run(part.module(), MetricsReader.read(part.metricsJson()), part.page()));
            } catch (UnreadableMetricsException broken) {
                unreadable.add(new AggregateView.Unreadable(part.module(), broken.getMessage()));
            }
        }
        return new Aggregate(AggregateView.of(title, runs, unreadable, missing));
    }

    /** For a heading. */
    public String title() {
        return view.title();
    }

    /** The answer in one line, for example {@code 2 modules fail: billing, shipping}. */
    public String summary() {
        List<String> reasons = view.banner().reasons();
        return view.banner().headline() + (reasons.isEmpty() ? "" : ": " + String.join(", ", reasons));
    }

    /** One HTML file; its directory is created. */
    public void writeStandalone(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            AggregatePage.write(view, file);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The report cannot be written: " + e + ". Is its directory writable, and has the disk room?", e);
        }
    }

    /** For a site page. */
    public String siteFragment() {
        return AggregatePage.fragment(view);
    }
}
