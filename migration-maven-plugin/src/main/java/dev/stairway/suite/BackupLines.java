package dev.stairway.suite;

import dev.stairway.metrics.Backups.Drill;
import dev.stairway.metrics.Backups.Trial;
import dev.stairway.metrics.MetricsDocument;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * What became of backups in words.
 *
 * @param document with a section about them
 */
record BackupLines(MetricsDocument document) {

    private static final String WELL = "RESTORED";

    /** One line per database and tool, and one per tool that was not tried. */
    List<String> table() {
        return document.backups().drills().stream().flatMap(this::lines).toList();
    }

    private Stream<String> lines(Drill drill) {
        String changelog = document.changelogs().size() > 1 ? drill.changelog() + " on " : "";
        String where = "  " + changelog + drill.database();
        Stream<String> tried = drill.trials().stream()
                .map(Trial::tool)
                .distinct()
                .map(tool -> where + " " + tool + ": "
                        + words(drill.trials().stream()
                                .filter(trial -> trial.tool().equals(tool))
                                .toList()));
        return Stream.concat(tried, drill.notTried().stream().map(reason -> where + ": " + reason));
    }

    private static String words(List<Trial> trials) {
        long bytes = trials.stream().mapToLong(Trial::bytes).max().orElse(0);
        OptionalDouble slowest = trials.stream()
                .map(Trial::restoreMillis)
                .filter(Objects::nonNull)
                .mapToDouble(millis -> millis)
                .max();
        return well(trials) + " of " + trials.size() + " backups bring all back"
                + String.format(Locale.ROOT, ", up to %.1f MB", bytes / 1e6)
                + (slowest.isPresent()
                        ? String.format(Locale.ROOT, ", restored in up to %.0f ms", slowest.getAsDouble())
                        : "");
    }

    private static long well(List<Trial> trials) {
        return trials.stream().filter(trial -> trial.outcome().equals(WELL)).count();
    }

    /** For the last line of a run. */
    String summary() {
        List<Trial> all = document.backups().drills().stream()
                .flatMap(drill -> drill.trials().stream())
                .toList();
        return well(all) + " of " + all.size() + " backups bring all back";
    }
}
