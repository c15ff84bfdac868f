package dev.stairway.baseline;

import dev.stairway.baseline.BaselineDocument.Cell;
import dev.stairway.baseline.BaselineDocument.Key;
import dev.stairway.metrics.MetricsDocument;
import dev.stairway.metrics.Performance;
import dev.stairway.metrics.Performance.Comparison;
import dev.stairway.secret.Mask;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The performance baseline of a project: what a run is held against, and where its figures are recorded. */
public final class Baselines {

    private final Path file;
    private final String shownAs;
    private final Optional<BaselineDocument> before;
    private final HistoryDocument history;

    private Baselines(Path file, String shownAs, Optional<BaselineDocument> before, HistoryDocument history) {
        this.file = file;
        this.shownAs = shownAs;
        this.before = before;
        this.history = history;
    }

    /**
     * Reads it, and its history beside it. To be called before anything is measured: a baseline that cannot be read is found at once, and never replaced.
     *
     * @param file need not exist
     * @param shownAs how reports name it
     * @throws dev.stairway.problem.ProblemException naming field and line when it is there and cannot be read
     */
    public static Baselines open(Path file, String shownAs) {
        return new Baselines(file, shownAs, BaselineStore.read(file), BaselineStore.history(historyBeside(file)));
    }

    /** {@code perf-history.json} beside {@code perf-baseline.json}. */
    static Path historyBeside(Path file) {
        String name = file.getFileName().toString().replaceFirst("\\.json$", "");
        String stem = name.endsWith("baseline") ? name.substring(0, name.length() - "baseline".length()) : name + "-";
        return file.resolveSibling(stem + "history.json");
    }

    /** What to tell the user when there is none; empty when there is. */
    public Optional<String> advice() {
        return before.isPresent()
                ? Optional.empty()
                : Optional.of("No performance baseline at " + shownAs + ": nothing is compared. Record one with "
                        + BaselineStore.RECORD + " and commit it");
    }

    /**
     * Judges a run: what it measured, with the comparison; without one when there is no baseline.
     *
     * @param document of a run that measured
     */
    public Performance compared(MetricsDocument document, Thresholds thresholds) {
        Performance is = document.performance();
        return new Performance(
                is.repetitions(),
                is.warmUps(),
                is.forecastRows(),
                is.cells(),
                is.scaling(),
                is.queries(),
                before.map(baseline -> comparison(baseline, document, thresholds))
                        .orElse(null));
    }

    private Comparison comparison(BaselineDocument baseline, MetricsDocument document, Thresholds thresholds) {
        BaselineDocument now = Recording.of(document);
        Comparing comparing = new Comparing(baseline, now, document.performance(), thresholds);
        List<Performance.ComparisonEntry> entries = comparing.entries();
        return new Comparison(
                shownAs,
                recordedAt(baseline),
                comparing.environment(),
                entries,
                Histories.lines(history, now, entries));
    }

    /** Of its newest cell; cells that a run does not measure stay as they are. */
    private static String recordedAt(BaselineDocument baseline) {
        return baseline.cells().stream()
                .map(Cell::recordedAt)
                .max(String::compareTo)
                .orElse("");
    }

    /**
     * Records the figures of a run in place of those of the same cells. Cells that it did not measure, or not to their end,
     * stay as they are, so that a run on one database does not lose what was recorded on another.
     *
     * @throws dev.stairway.problem.ProblemException when the file cannot be written
     */
    public void write(MetricsDocument document, Mask mask) {
        Map<Key, Cell> cells = new LinkedHashMap<>();
        before.ifPresent(baseline -> baseline.cells().forEach(cell -> cells.put(cell.key(), cell)));
        BaselineDocument recorded = Recording.whole(document);
        recorded.cells().forEach(cell -> cells.put(cell.key(), cell));
        String text = new BaselineText(mask).of(new BaselineDocument(new ArrayList<>(cells.values())));
        BaselineStore.write(text, file);
        BaselineStore.write(new HistoryText(mask).of(Histories.with(history, recorded)), historyBeside(file));
    }
}
