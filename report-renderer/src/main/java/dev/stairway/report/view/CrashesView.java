package dev.stairway.report.view;

import dev.stairway.report.document.Crashes;
import dev.stairway.report.document.Crashes.Drill;
import dev.stairway.report.document.Crashes.Kill;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What became of kills and faults in the middle of migrations.
 *
 * @param drills one entry per changelog, database and scenario
 */
public record CrashesView(List<DrillView> drills) {

    private static final int SHOWN = 300;

    /**
     * @param name of the database, with the changelog and the scenario
     * @param summary one sentence
     * @param notes why it ended before its end, what was left out, and what two runners at once did
     * @param migrations one row per migration and victim
     * @param kills at most 300
     * @param notShown how many more there are
     * @param faults null where none was to be tried
     */
    public record DrillView(
            String name,
            String summary,
            List<String> notes,
            List<MigrationRow> migrations,
            List<KillRow> kills,
            int notShown,
            FaultsView faults) {}

    /**
     * @param fine from how many kills the next run recovered, of how many
     * @param before how many had done nothing @param between some of it @param after all of it
     * @param ready longest time until a killed server answered again; a dash for runners
     */
    public record MigrationRow(
            String css,
            String migration,
            String victim,
            String fine,
            String before,
            String between,
            String after,
            String ready) {}

    /** @param css of the outcome @param moment before or inside which statement @param seen what was in effect, and what went wrong */
    public record KillRow(
            String css,
            String migration,
            String victim,
            String moment,
            String text,
            String outcome,
            List<String> seen) {}

    /** Null when nothing was killed. */
    static CrashesView of(Matrix matrix) {
        Crashes crashes = matrix.metrics().crashes();
        return crashes == null
                ? null
                : new CrashesView(crashes.drills().stream()
                        .map(drill -> drill(drill, matrix))
                        .toList());
    }

    /** True when something was killed everywhere, and the next run recovered from every kill and fault. */
    static boolean allWell(Crashes crashes) {
        return crashes.drills().stream()
                .allMatch(drill -> drill.notDrilled().isEmpty()
                        && !drill.kills().isEmpty()
                        && drill.kills().stream().allMatch(Kill::fine)
                        && (drill.twoRunners() == null || drill.twoRunners().fine())
                        && FaultsView.allWell(drill.faults()));
    }

    private static DrillView drill(Drill drill, Matrix matrix) {
        List<KillRow> rows = drill.kills().stream()
                .map(kill -> kill(kill, drill.changelog(), matrix))
                .toList();
        return new DrillView(
                matrix.names().database(drill.database()) + " · " + drill.changelog() + " · " + drill.scenario(),
                summary(drill),
                Stream.of(drill.notDrilled().lines(), drill.notes().stream(), twoRunners(drill))
                        .flatMap(lines -> lines)
                        .toList(),
                drill.kills().stream()
                        .map(kill -> List.of(kill.migration(), kill.victim()))
                        .distinct()
                        .map(key -> migration(key.get(0), key.get(1), drill, matrix))
                        .toList(),
                rows.stream().limit(SHOWN).toList(),
                Math.max(0, rows.size() - SHOWN),
                FaultsView.of(drill, matrix));
    }

    private static String summary(Drill drill) {
        long migrations = drill.kills().stream().map(Kill::migration).distinct().count();
        return Units.count(drill.kills().size(), "kill") + " in " + Units.count(migrations, "migration") + ", in "
                + Units.millis(drill.durationMillis()) + ", with seed " + drill.seed() + ".";
    }

    private static Stream<String> twoRunners(Drill drill) {
        if (drill.twoRunners() == null) {
            return Stream.empty();
        }
        return Stream.of(
                        Stream.of(
                                drill.twoRunners().fine()
                                        ? "Two runners at once end where one does"
                                        : "Two runners at once collide"),
                        drill.twoRunners().ends().stream(),
                        drill.twoRunners().appliedTwice().stream().map(id -> "applied by both: " + id),
                        drill.twoRunners().evidence().stream())
                .flatMap(lines -> lines);
    }

    private static MigrationRow migration(String migration, String victim, Drill drill, Matrix matrix) {
        List<Kill> kills = drill.kills().stream()
                .filter(kill ->
                        kill.migration().equals(migration) && kill.victim().equals(victim))
                .toList();
        long fine = kills.stream().filter(Kill::fine).count();
        return new MigrationRow(
                (fine == kills.size() ? Tone.OK : Tone.BAD).css(),
                matrix.migrationName(drill.changelog(), migration),
                victim(victim),
                fine + " of " + kills.size(),
                count(kills, kill -> kill.state().equals("BEFORE")),
                count(kills, kill -> kill.state().equals("BETWEEN")),
                count(kills, kill -> kill.state().equals("AFTER")),
                Units.millis(kills.stream()
                        .map(Kill::readyMillis)
                        .filter(Objects::nonNull)
                        .max(Double::compare)
                        .orElse(null)));
    }

    private static String count(List<Kill> kills, Predicate<Kill> which) {
        return Long.toString(kills.stream().filter(which).count());
    }

    private static KillRow kill(Kill kill, String changelog, Matrix matrix) {
        String place = kill.statement() + " of " + kill.statements();
        return new KillRow(
                (kill.fine() ? Tone.OK : Tone.BAD).css(),
                matrix.migrationName(changelog, kill.migration()),
                victim(kill.victim()),
                kill.insideMicros() == null ? "before " + place : kill.insideMicros() + " µs into " + place,
                kill.text(),
                words(kill.outcome()),
                Stream.of(
                                kill.inEffect().stream().map(line -> "in effect: " + line),
                                kill.evidence().stream(),
                                kill.released().lines())
                        .flatMap(lines -> lines)
                        .toList());
    }

    private static String victim(String victim) {
        return switch (victim) {
            case "SERVER" -> "server";
            case "RUNNER" -> "runner";
            default -> victim;
        };
    }

    static String words(String outcome) {
        return switch (outcome) {
            case "BEFORE" -> "nothing had happened";
            case "AFTER" -> "all had happened";
            case "RESUMABLE" -> "resumed";
            case "STUCK_LOCK" -> "the lock stays";
            case "NOT_RESUMABLE" -> "the next run fails";
            case "HIDDEN_DAMAGE" -> "hidden damage";
            default -> outcome;
        };
    }
}
