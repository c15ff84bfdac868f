package dev.stairway.suite;

import dev.stairway.metrics.Crashes.Drill;
import dev.stairway.metrics.Crashes.FaultTrial;
import dev.stairway.metrics.Crashes.Faults;
import dev.stairway.metrics.Crashes.Kill;
import dev.stairway.metrics.MetricsDocument;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What became of kills in words.
 *
 * @param document with a section about them
 */
record CrashLines(MetricsDocument document) {

    private static final Set<String> FINE = Set.of("BEFORE", "AFTER", "RESUMABLE");

    /** One line per database, one for two runners there, one for faults there, and one for each note. */
    List<String> table() {
        return document.crashes().drills().stream().flatMap(this::lines).toList();
    }

    private Stream<String> lines(Drill drill) {
        String changelog = document.changelogs().size() > 1 ? drill.changelog() + " on " : "";
        String where = "  " + changelog + drill.database() + ": ";
        String kills = where + words(drill.kills()) + " (" + count(drill, "BEFORE") + " before, "
                + count(drill, "AFTER") + " after, " + count(drill, "RESUMABLE") + " in between), seed " + drill.seed();
        Stream<String> two = drill.twoRunners() == null
                ? Stream.empty()
                : Stream.of(where + "two runners at once "
                        + (drill.twoRunners().fine() ? "end where one does" : "collide"));
        return Stream.of(Stream.of(kills), two, notes(drill.notes(), where), faults(drill.faults(), where))
                .flatMap(lines -> lines);
    }

    private static Stream<String> notes(List<String> notes, String where) {
        return notes.stream().map(note -> where + note);
    }

    /** @param faults null where none was tried */
    private static Stream<String> faults(Faults faults, String where) {
        if (faults == null) {
            return Stream.empty();
        }
        Stream<String> tried = faults.trials().isEmpty() ? Stream.empty() : Stream.of(where + faults(faults.trials()));
        return Stream.concat(tried, notes(faults.notes(), where));
    }

    private static String faults(List<FaultTrial> trials) {
        return trials.stream()
                        .filter(trial -> trial.ended() && FINE.contains(trial.outcome()))
                        .count()
                + " of " + trials.size() + (trials.size() == 1 ? " fault" : " faults")
                + " recovered from by the next run";
    }

    private static long count(Drill drill, String outcome) {
        return drill.kills().stream()
                .filter(kill -> kill.outcome().equals(outcome))
                .count();
    }

    private static String words(List<Kill> kills) {
        return kills.stream().filter(kill -> FINE.contains(kill.outcome())).count() + " of " + kills.size()
                + (kills.size() == 1 ? " kill" : " kills") + " recovered from by the next run";
    }

    /** For the last line of a run. */
    String summary() {
        List<Drill> drills = document.crashes().drills();
        String kills =
                words(drills.stream().flatMap(drill -> drill.kills().stream()).toList());
        List<FaultTrial> trials = drills.stream()
                .filter(drill -> drill.faults() != null)
                .flatMap(drill -> drill.faults().trials().stream())
                .toList();
        return trials.isEmpty() ? kills : kills + ", " + faults(trials);
    }
}
