package dev.stairway.baseline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stairway.metrics.MetricsDocument;
import dev.stairway.metrics.MetricsDocument.MigrationEntry;
import dev.stairway.metrics.MetricsWriter;
import dev.stairway.problem.ProblemException;
import dev.stairway.secret.Mask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads and writes the performance baseline; never overwrites what it could not read. */
public final class BaselineFile {

    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private BaselineFile() {}

    /**
     * Empty when there is no such file.
     *
     * @throws ProblemException naming the place when it is broken or of a newer format
     */
    public static Optional<PerformanceBaseline> read(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            PerformanceBaseline baseline = JSON.readValue(file.toFile(), PerformanceBaseline.class);
            // The JSON null is a document as well.
            checkVersion(baseline == null ? null : baseline.formatVersion(), file);
            return Optional.of(baseline);
        } catch (JsonProcessingException e) {
            throw ProblemException.setup(
                    "The performance baseline is not readable",
                    file + ":" + (e.getLocation() == null ? 1 : e.getLocation().getLineNr()),
                    e.getOriginalMessage(),
                    "Restore it from version control, or delete it and record a new one with -Dmigration.updateBaseline",
                    e);
        } catch (IOException e) {
            throw ProblemException.setup(
                    "The performance baseline cannot be read",
                    file.toString(),
                    e.toString(),
                    "Check its permissions",
                    e);
        }
    }

    private static void checkVersion(String version, Path file) {
        if (version == null || !version.startsWith("1.")) {
            throw ProblemException.setup(
                    "The performance baseline has format version " + version + ", this plugin reads 1.x",
                    file + ", field formatVersion",
                    "",
                    "Use the plugin version that wrote it, or record a new one with -Dmigration.updateBaseline after"
                            + " deleting it",
                    null);
        }
    }

    /** Records the numbers of this run. */
    public static void write(
            MetricsDocument document, PerformanceBaseline.Environment environment, Path file, Mask mask) {
        MetricsWriter.write(of(document, environment), file, mask);
    }

    static PerformanceBaseline of(MetricsDocument document, PerformanceBaseline.Environment environment) {
        Map<String, String> checksums = checksums(document);
        List<PerformanceBaseline.Entry> entries = document.cells().stream()
                .flatMap(cell -> cell.steps().stream()
                        .filter(step -> step.upMillis() != null)
                        .map(step -> new PerformanceBaseline.Entry(
                                cell.changelog(),
                                step.migration(),
                                checksums.getOrDefault(cell.changelog() + "\u0000" + step.migration(), ""),
                                cell.database(),
                                cell.scenario(),
                                step.upMillis(),
                                step.downMillis())))
                .sorted(Comparator.comparing(PerformanceBaseline.Entry::key))
                .toList();
        return new PerformanceBaseline(
                PerformanceBaseline.FORMAT_VERSION, document.run().startedAt(), environment, entries);
    }

    static Map<String, String> checksums(MetricsDocument document) {
        Map<String, String> checksums = new HashMap<>();
        document.changelogs().forEach(changelog -> {
            for (MigrationEntry migration : changelog.migrations()) {
                checksums.put(changelog.id() + "\u0000" + migration.id(), migration.checksum());
            }
        });
        return checksums;
    }
}
