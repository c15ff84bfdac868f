package dev.stairway.fault;

import dev.stairway.crash.CrashReport.Kill;
import dev.stairway.crash.CrashReport.Outcome;
import dev.stairway.crash.NextCommand;
import dev.stairway.engine.Migration;
import dev.stairway.fault.FaultReport.Trial;
import dev.stairway.finding.Finding;
import dev.stairway.finding.Rule;
import dev.stairway.matrix.Cell;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says what faults of one cell have shown. What one migration does with several faults alike makes one finding. */
final class FaultJudge {

    private static final int MOMENTS = 5;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Cell cell;
    private final FaultOptions options;

    FaultJudge(Cell cell, FaultOptions options) {
        this.cell = cell;
        this.options = options;
    }

    /**
     * @param failed migration at which it ended; null for none
     * @param broken why it ended; empty when it came to the end
     */
    List<Finding> findings(List<Trial> trials, Migration failed, String broken) {
        List<Finding> findings = new ArrayList<>();
        if (failed != null) {
            findings.add(new Finding(
                    cell.scenario().rows() == 0 ? Rule.MIGRATION_FAILS : Rule.MIGRATION_FAILS_ON_DATA,
                    failed,
                    "It fails, so no fault is tried from here on",
                    broken.lines().toList(),
                    "Repair it; the goal test says more about it"));
        } else if (!broken.isEmpty()) {
            findings.add(new Finding(
                    Rule.CELL_NOT_RUN,
                    null,
                    "The fault drill did not come to its end in " + cell,
                    broken.lines().toList(),
                    "Repair the cause; nothing is known of faults there"));
        }
        trials.stream().filter(trial -> !trial.ended()).forEach(trial -> findings.add(hangs(trial)));
        Map<String, List<Trial>> alike = trials.stream()
                .filter(trial -> !trial.seen().outcome().fine())
                .collect(Collectors.groupingBy(
                        trial -> trial.seen().migration().id() + " "
                                + rule(trial.seen().outcome()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        alike.values().forEach(some -> findings.add(damage(some)));
        return findings;
    }

    private Finding hangs(Trial trial) {
        return new Finding(
                Rule.FAULT_HANGS,
                trial.seen().migration(),
                "When " + trial.fault().sentence() + ", it does not end within "
                        + options.limit().toSeconds() + " s",
                Stream.of(
                                Stream.of(moment(trial)),
                                waitedFor(trial),
                                Stream.of(trial.seen().found()))
                        .flatMap(lines -> lines)
                        .toList(),
                "Give the migration a limit of its own, such as SET lock_timeout, or do not raise the one that the server has");
    }

    private Finding damage(List<Trial> alike) {
        Trial first = alike.get(0);
        Kill seen = first.seen();
        List<String> evidence = new ArrayList<>();
        alike.stream().limit(MOMENTS).forEach(trial -> evidence.add(moment(trial)));
        if (alike.size() > MOMENTS) {
            evidence.add("and " + (alike.size() - MOMENTS) + " more moments");
        }
        waitedFor(first).forEach(evidence::add);
        evidence.add(seen.found());
        seen.inEffect().forEach(line -> evidence.add("in effect: " + line));
        boolean hidden = seen.outcome() == Outcome.HIDDEN_DAMAGE;
        seen.evidence().forEach(line -> evidence.add((hidden ? "after the next run: " : "the next run: ") + line));
        return new Finding(
                rule(seen.outcome()),
                seen.migration(),
                "When " + first.fault().sentence() + ", the next run "
                        + (hidden ? "ends as if all were well, and it is not" : "fails"),
                evidence,
                new NextCommand(cell.engine()).after(seen).replace("after such a crash", "after such a fault"));
    }

    private static Rule rule(Outcome outcome) {
        return outcome == Outcome.HIDDEN_DAMAGE ? Rule.FAULT_HIDDEN_DAMAGE : Rule.FAULT_NOT_RESUMABLE;
    }

    private static String moment(Trial trial) {
        Kill seen = trial.seen();
        String told = trial.told().lines().findFirst().orElse("nothing");
        return trial.fault().sentence() + ", from statement " + seen.point().statement() + " of " + seen.statements()
                + " on (" + seen.text() + "); after " + trial.durationNanos() / NANOS_PER_MILLI + " ms it was told: "
                + told;
    }

    private static Stream<String> waitedFor(Trial trial) {
        return trial.blockers().stream().map(blocker -> "it waited for " + blocker);
    }
}
