package dev.stairway.suite;

import dev.stairway.metrics.Crashes.Drill;
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

    /** One line per database, one for two runners there, and one for each note. */
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
        return Stream.concat(Stream.concat(Stream.of(kills), two), drill.notes().stream().map(note -> where + note));
    }

    private static long count(Drill drill, String outcome) {
        return drill.kills().stream().filter(kill -> kill.outcome().equals(outcome)).count();
    }

    private static String words(List<Kill> kills) {
        return kills.stream().filter(kill -> FINE.contains(kill.outcome())).count() + " of " + kills.size()
                + " kills are gone on from";
    }

    /** For the last line of a run. */
    String summary() {
        return words(document.crashes().drills().stream()
                .flatMap(drill -> drill.kills().stream())
                .toList());
    }
}
