package dev.stairway.suite;

import dev.stairway.matrix.Cell;
import dev.stairway.matrix.DatabaseRequest;
import dev.stairway.problem.ProblemException;
import dev.stairway.report.document.Metrics;
import dev.stairway.report.document.MetricsReader;
import dev.stairway.report.document.UnreadableMetricsException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/** How long cells took in an earlier run. */
final class EarlierTimings {

    /** @param part of goal {@code verify} that does the same */
    private record Took(
            String part,
            String changelog,
            String product,
            String version,
            String provider,
            String scenario,
            long millis) {}

    private final List<Took> all = new ArrayList<>();

    private EarlierTimings() {}

    /**
     * @param file metrics document; null for none
     * @throws ProblemException when it cannot be read
     */
    static EarlierTimings read(Path file) {
        EarlierTimings timings = new EarlierTimings();
        if (file != null) {
            try {
                timings.add(MetricsReader.read(file));
            } catch (UnreadableMetricsException e) {
                throw ProblemException.setup(
                        "The timings of an earlier run cannot be read",
                        "<shardTimings> (-Dmigration.shardTimings): " + file,
                        e.getMessage(),
                        "Name the metrics.json of an earlier run, the same on every machine, or leave it out",
                        e);
            }
        }
        return timings;
    }

    private void add(Metrics metrics) {
        metrics.cells()
                .forEach(cell -> add(
                        metrics,
                        VerifyParts.TEST,
                        cell.changelog(),
                        cell.database(),
                        cell.scenario(),
                        cell.durationMillis()));
        if (metrics.performance() != null) {
            metrics.performance()
                    .cells()
                    .forEach(cell -> add(
                            metrics,
                            VerifyParts.PERF,
                            cell.changelog(),
                            cell.database(),
                            String.format(Locale.ROOT, "%,d rows", cell.rows()),
                            cell.durationMillis()));
        }
        if (metrics.backups() != null) {
            metrics.backups()
                    .drills()
                    .forEach(drill -> add(
                            metrics,
                            VerifyParts.BACKUP_TEST,
                            drill.changelog(),
                            drill.database(),
                            drill.scenario(),
                            drill.durationMillis()));
        }
        if (metrics.crossDb() != null) {
            metrics.crossDb()
                    .groups()
                    .forEach(group -> group.lanes()
                            .forEach(lane -> add(
                                    metrics,
                                    VerifyParts.CROSS_DB,
                                    group.changelog(),
                                    lane.database(),
                                    group.scenario(),
                                    group.durationMillis() / group.lanes().size())));
        }
    }

    private void add(Metrics metrics, String part, String changelog, String database, String scenario, long millis) {
        metrics.databases().stream()
                .filter(entry -> entry.id().equals(database))
                .forEach(entry -> all.add(new Took(
                        part, changelog, entry.product(), entry.version(), entry.provider(), scenario, millis)));
    }

    /**
     * Of the first cell that it may be; a database without version or provider may be any of its product.
     *
     * @param part of goal {@code verify}; empty for a goal that does one thing
     */
    OptionalLong millis(String part, Cell cell) {
        DatabaseRequest asked = cell.database();
        return all.stream()
                .filter(took -> part.isEmpty() || took.part().equals(part))
                .filter(took -> took.changelog().equals(cell.changelogId()))
                .filter(took -> took.scenario().equals(cell.scenario().name()))
                .filter(took -> took.product().equals(asked.product()))
                .filter(took -> asked.version().isEmpty() || asked.version().equals(took.version()))
                .filter(took -> asked.provider().isEmpty() || asked.provider().equals(took.provider()))
                .mapToLong(Took::millis)
                .findFirst();
    }
}
