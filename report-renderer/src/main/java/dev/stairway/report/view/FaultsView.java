package dev.stairway.report.view;

import dev.stairway.report.document.Crashes.Drill;
import dev.stairway.report.document.Crashes.FaultTrial;
import dev.stairway.report.document.Crashes.Faults;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What became of faults in the middle of migrations of one database.
 *
 * @param summary one sentence
 * @param notes why it ended before its end, and what was left out
 * @param rows one per fault and moment, at most 300
 * @param notShown how many more there are
 */
public record FaultsView(String summary, List<String> notes, List<Row> rows, int notShown) {

    private static final int SHOWN = 300;

    /**
     * @param css of the outcome
     * @param moment from which statement on
     * @param found how much of the migration had happened
     * @param outcome what the next run made of it
     * @param seen what the one who applied it was told, for whom it waited, what was in effect, and what went wrong
     */
    public record Row(
            String css,
            String migration,
            String fault,
            String moment,
            String text,
            String found,
            String outcome,
            List<String> seen) {}

    /** Null where none was to be tried. */
    static FaultsView of(Drill drill, Matrix matrix) {
        Faults faults = drill.faults();
        if (faults == null) {
            return null;
        }
        long fine = faults.trials().stream().filter(FaultTrial::fine).count();
        return new FaultsView(
                fine + " of " + Units.count(faults.trials().size(), "fault") + " recovered from by the next run, in "
                        + Units.millis(faults.durationMillis()) + ".",
                Stream.concat(faults.notTried().lines(), faults.notes().stream())
                        .toList(),
                faults.trials().stream()
                        .limit(SHOWN)
                        .map(trial -> row(trial, drill.changelog(), matrix))
                        .toList(),
                Math.max(0, faults.trials().size() - SHOWN));
    }

    /** @param faults null where none was to be tried */
    static boolean allWell(Faults faults) {
        return faults == null
                || faults.notTried().isEmpty() && faults.trials().stream().allMatch(FaultTrial::fine);
    }

    private static Row row(FaultTrial trial, String changelog, Matrix matrix) {
        return new Row(
                (trial.fine() ? Tone.OK : Tone.BAD).css(),
                matrix.migrationName(changelog, trial.migration()),
                trial.fault().toLowerCase(Locale.ROOT).replace('_', ' '),
                "before " + trial.statement() + " of " + trial.statements(),
                trial.text(),
                found(trial.state()),
                CrashesView.words(trial.outcome()),
                seen(trial));
    }

    private static List<String> seen(FaultTrial trial) {
        String after = " after " + Units.millis(trial.durationMillis());
        Stream<String> told = trial.told().isEmpty()
                ? Stream.of((trial.ended() ? "it went through" : "it had to be stopped") + after)
                : Stream.of((trial.ended() ? "it was told" : "it had to be stopped and was told") + after + ": "
                        + trial.told().lines().findFirst().orElse(""));
        return Stream.of(
                        told,
                        trial.blockers().stream().map(blocker -> "it waited for " + blocker),
                        trial.inEffect().stream().map(line -> "in effect: " + line),
                        trial.evidence().stream())
                .flatMap(lines -> lines)
                .toList();
    }

    private static String found(String state) {
        return switch (state) {
            case "BEFORE" -> "nothing";
            case "BETWEEN" -> "a part";
            case "AFTER" -> "all";
            default -> state;
        };
    }
}
