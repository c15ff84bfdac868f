package dev.stairway.crash;

import dev.stairway.crash.CrashReport.Kill;
import dev.stairway.crash.CrashReport.Outcome;
import dev.stairway.crash.CrashReport.TwoRunners;
import dev.stairway.crash.CrashReport.Victim;
import dev.stairway.finding.Finding;
import dev.stairway.finding.Rule;
import dev.stairway.matrix.Cell;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says what kills of one cell have shown. Alike kills of one migration make one finding. */
final class CrashJudge {

    private static final int MOMENTS = 5;

    private final Cell cell;

    CrashJudge(Cell cell) {
        this.cell = cell;
    }

    /**
     * @param twoRunners null where that was not tried
     * @param failed migration at which it ended; null for none
     * @param broken why it ended; empty when it came to the end
     */
    List<Finding> findings(
            List<Kill> kills, TwoRunners twoRunners, dev.stairway.engine.Migration failed, String broken) {
        List<Finding> findings = new ArrayList<>();
        if (failed != null) {
            findings.add(new Finding(
                    cell.scenario().rows() == 0 ? Rule.MIGRATION_FAILS : Rule.MIGRATION_FAILS_ON_DATA,
                    failed,
                    "It fails, so nothing is killed from here on",
                    broken.lines().toList(),
                    "Repair it; the goal test says more about it"));
        } else if (!broken.isEmpty()) {
            findings.add(new Finding(
                    Rule.CELL_NOT_RUN,
                    null,
                    "The crash drill did not come to its end in " + cell,
                    broken.lines().toList(),
                    "Repair the cause; nothing is known of crashes there"));
        }
        Map<String, List<Kill>> alike = new LinkedHashMap<>();
        kills.stream()
                .filter(kill -> !kill.outcome().fine())
                .forEach(kill -> alike.computeIfAbsent(
                                kill.migration().id() + " " + kill.outcome(), key -> new ArrayList<>())
                        .add(kill));
        alike.values().forEach(some -> findings.add(finding(some)));
        kills.stream()
                .filter(kill -> !kill.released().isEmpty())
                .findFirst()
                .ifPresent(kill -> findings.add(leftLock(kill)));
        if (twoRunners != null && !twoRunners.fine()) {
            findings.add(collided(twoRunners));
        }
        return findings;
    }

    private Finding finding(List<Kill> alike) {
        Kill first = alike.stream()
                .filter(kill -> !kill.inEffect().isEmpty())
                .findFirst()
                .orElse(alike.get(0));
        NextCommand next = new NextCommand(cell.engine());
        List<String> evidence = new ArrayList<>();
        evidence.add(moment(first));
        first.inEffect().forEach(line -> evidence.add("in effect: " + line));
        first.evidence().forEach(line -> evidence.add(prefix(first.outcome()) + line));
        evidence.add(first.found());
        alike.stream()
                .filter(kill -> kill != first)
                .limit(MOMENTS)
                .forEach(kill -> evidence.add("likewise " + moment(kill) + otherwise(kill, first)));
        if (alike.size() > MOMENTS + 1) {
            evidence.add("and at " + (alike.size() - MOMENTS - 1) + " more moments");
        }
        return new Finding(rule(first.outcome()), first.migration(), title(first), evidence, next.after(first));
    }

    /** What is in effect there, where that is something else. */
    private static String otherwise(Kill kill, Kill first) {
        if (kill.inEffect().equals(first.inEffect())) {
            return "";
        }
        return "; in effect: " + (kill.inEffect().isEmpty() ? "nothing" : String.join("; ", kill.inEffect()));
    }

    private static Rule rule(Outcome outcome) {
        return switch (outcome) {
            case STUCK_LOCK -> Rule.CRASH_STUCK_LOCK;
            case HIDDEN_DAMAGE -> Rule.CRASH_HIDDEN_DAMAGE;
            default -> Rule.CRASH_NOT_RESUMABLE;
        };
    }

    private static String title(Kill kill) {
        String victim = kill.victim() == Victim.SERVER ? "the server" : "the process that applies it";
        return switch (kill.outcome()) {
            case STUCK_LOCK -> "When " + victim + " is killed, the lock stays, and nobody can go on";
            case HIDDEN_DAMAGE -> "When " + victim + " is killed, the next run ends as if all were well, and it is not";
            default -> "When " + victim + " is killed, the next run fails";
        };
    }

    private static String prefix(Outcome outcome) {
        return outcome == Outcome.HIDDEN_DAMAGE ? "after the next run: " : "the next run: ";
    }

    private static String moment(Kill kill) {
        String where = kill.point().statement() + " of " + kill.statements() + ": " + kill.text();
        return "killed "
                + (kill.point().inside()
                        ? kill.point().afterNanos() / 1_000 + " us into statement "
                        : "before statement ")
                + where;
    }

    /** Every project of Liquibase meets it, so it is no fault of this one. */
    private static Finding leftLock(Kill kill) {
        return new Finding(
                Rule.CRASH_LEAVES_LOCK,
                null,
                "A killed run leaves Liquibase's lock behind, which Liquibase itself waits for in vain",
                List.of(moment(kill), kill.released()),
                "This plugin releases the lock of a dead run by itself. Where Liquibase runs alone, after such a crash, and"
                        + " when no runner lives: liquibase release-locks");
    }

    private static Finding collided(TwoRunners two) {
        List<String> evidence = new ArrayList<>(two.ends());
        two.appliedTwice().forEach(id -> evidence.add("applied by both: " + id));
        two.evidence().forEach(line -> evidence.add("not as after one runner: " + line));
        return new Finding(
                Rule.RUNNERS_COLLIDE,
                null,
                "Two runners that begin at once get in each other's way",
                evidence,
                "Let one process alone apply migrations, before the application is started, or have it hold a lock meanwhile");
    }
}
