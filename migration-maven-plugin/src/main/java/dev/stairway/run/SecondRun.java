package dev.stairway.run;

import dev.stairway.engine.Migration;
import dev.stairway.finding.Finding;
import dev.stairway.finding.Rule;
import dev.stairway.fingerprint.DifferenceText;
import dev.stairway.fingerprint.ObjectChange;
import dev.stairway.judge.RowLines;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The invariant "second migrate is a no-op": what the engine would run again at head changes nothing. */
final class SecondRun {

    private static final int SHOWN = 20;

    private SecondRun() {}

    static List<Finding> check(Bench bench) throws SQLException {
        List<Finding> findings = new ArrayList<>();
        for (Migration migration : bench.unseen().pending()) {
            Move again = bench.play(Direction.UP, migration, change -> true);
            List<String> evidence = evidence(bench, again);
            if (!evidence.isEmpty()) {
                findings.add(new Finding(
                        Rule.SECOND_RUN_CHANGES_STATE,
                        migration,
                        "A second run at head executes it again and it is not a no-op",
                        evidence,
                        "Make it safe to run twice (IF NOT EXISTS, upsert, guard by a precondition)"));
            }
        }
        return findings;
    }

    private static List<String> evidence(Bench bench, Move again) {
        return switch (again.outcome().result()) {
            case FAILED -> again.outcome().reason().lines().toList();
            case EXECUTED -> RowLines.after(changes(again), bench.rowChanges(again.change()), row -> true);
            case SKIPPED, IRREVERSIBLE -> List.of();
        };
    }

    private static List<String> changes(Move again) {
        List<String> lines = new ArrayList<>();
        DifferenceText.schema(again.change()).stream()
                .filter(line -> line.level() == ObjectChange.Level.REAL)
                .map(ObjectChange::sentence)
                .forEach(lines::add);
        again.change().data().forEach((table, change) -> lines.add("rows of " + table + " changed"));
        return lines.stream().distinct().limit(SHOWN).toList();
    }
}
