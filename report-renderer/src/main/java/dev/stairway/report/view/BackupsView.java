package dev.stairway.report.view;

import dev.stairway.report.document.Backups;
import dev.stairway.report.document.Backups.Drill;
import dev.stairway.report.document.Backups.Trial;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What became of backups.
 *
 * @param drills one entry per changelog, database and scenario
 */
public record BackupsView(List<DrillView> drills) {

    private static final int SHOWN = 300;

    /**
     * @param name of the database, with the changelog and the scenario
     * @param summary one sentence
     * @param notes why it ended before its end, and tools that were not tried
     * @param tools one row per tool
     * @param trials at most 300
     * @param notShown how many more there are
     */
    public record DrillView(
            String name,
            String summary,
            List<String> notes,
            List<ToolRow> tools,
            List<TrialRow> trials,
            int notShown) {}

    /**
     * @param well how many backups brought all back, of how many
     * @param size of the largest backup
     * @param backup longest time to take one
     * @param restore longest time to restore one
     * @param limit what that must not exceed; a dash where there is no limit
     * @param damage whether changed bits were noticed
     */
    public record ToolRow(
            String css,
            String tool,
            String well,
            String size,
            String backup,
            String restore,
            String limit,
            String damage) {}

    /** @param css of the outcome @param migration name of the one before which it was taken @param size bytes and files */
    public record TrialRow(
            String css,
            String migration,
            String tool,
            String size,
            String backup,
            String restore,
            String outcome,
            String damage,
            List<String> evidence) {}

    /** Null when no backups were tried. */
    static BackupsView of(Matrix matrix) {
        Backups backups = matrix.metrics().backups();
        return backups == null
                ? null
                : new BackupsView(backups.drills().stream()
                        .map(drill -> drill(drill, matrix))
                        .toList());
    }

    /** True when all brought everything back. */
    static boolean allWell(Backups backups) {
        return backups.drills().stream()
                .allMatch(drill -> drill.notDrilled().isEmpty()
                        && drill.trials().stream().allMatch(trial -> trial.well() && trial.damageNoticed()));
    }

    private static DrillView drill(Drill drill, Matrix matrix) {
        List<TrialRow> rows = drill.trials().stream()
                .map(trial -> trial(trial, drill.changelog(), matrix))
                .toList();
        return new DrillView(
                matrix.names().database(drill.database()) + " · " + drill.changelog() + " · " + drill.scenario(),
                summary(drill),
                Stream.concat(drill.notDrilled().lines(), drill.notTried().stream())
                        .toList(),
                drill.trials().stream()
                        .map(Trial::tool)
                        .distinct()
                        .map(tool -> tool(tool, drill))
                        .toList(),
                rows.stream().limit(SHOWN).toList(),
                Math.max(0, rows.size() - SHOWN));
    }

    private static String summary(Drill drill) {
        long migrations =
                drill.trials().stream().map(Trial::migration).distinct().count();
        return Units.count(drill.trials().size(), "backup") + " tried before " + Units.count(migrations, "migration")
                + ", with " + Units.count(drill.rowsPerTable(), "row") + " in every table, in "
                + Units.millis(drill.durationMillis()) + ".";
    }

    private static ToolRow tool(String tool, Drill drill) {
        List<Trial> trials = drill.trials().stream()
                .filter(trial -> trial.tool().equals(tool))
                .toList();
        List<Trial> taken = trials.stream().filter(BackupsView::taken).toList();
        long well = trials.stream().filter(Trial::well).count();
        long missed = trials.stream().filter(trial -> !trial.damageNoticed()).count();
        Double restore = trials.stream()
                .map(Trial::restoreMillis)
                .filter(Objects::nonNull)
                .max(Double::compare)
                .orElse(null);
        Long limit = drill.restoreLimitMillis();
        boolean slow = limit != null && restore != null && restore > limit;
        return new ToolRow(
                (well == trials.size() && missed == 0 && !slow ? Tone.OK : Tone.BAD).css(),
                tool,
                well + " of " + trials.size(),
                taken.isEmpty()
                        ? Units.NOTHING
                        : Units.bytes(
                                taken.stream().mapToLong(Trial::bytes).max().orElseThrow()),
                Units.millis(taken.stream()
                        .map(Trial::backupMillis)
                        .max(Double::compare)
                        .orElse(null)),
                Units.millis(restore),
                limit == null ? Units.NOTHING : Units.millis((double) limit),
                taken.isEmpty()
                        ? Units.NOTHING
                        : missed == 0 ? "noticed" : missed + " of " + taken.size() + " not noticed");
    }

    private static boolean taken(Trial trial) {
        return trial.files() > 0;
    }

    private static TrialRow trial(Trial trial, String changelog, Matrix matrix) {
        return new TrialRow(
                (trial.well() ? Tone.OK : Tone.BAD).css(),
                matrix.migrationName(changelog, trial.migration()),
                trial.tool(),
                taken(trial) ? Units.bytes(trial.bytes()) + " in " + Units.count(trial.files(), "file") : Units.NOTHING,
                taken(trial) ? Units.millis(trial.backupMillis()) : Units.NOTHING,
                Units.millis(trial.restoreMillis()),
                words(trial.outcome()),
                !taken(trial) ? Units.NOTHING : trial.damageNoticed() ? "noticed" : "not noticed",
                trial.evidence());
    }

    private static String words(String outcome) {
        return switch (outcome) {
            case "RESTORED" -> "all is back";
            case "NOT_TAKEN" -> "no backup could be taken";
            case "NOT_RESTORED" -> "cannot be restored";
            case "DIFFERS" -> "something else is back";
            case "REFUSES_MIGRATION" -> "does not take the migration";
            default -> outcome;
        };
    }
}
