package dev.stairway.run;

import dev.stairway.engine.Migration;
import dev.stairway.finding.Finding;
import dev.stairway.finding.Rule;
import dev.stairway.judge.DeclaredLosses;
import dev.stairway.judge.Loss;
import dev.stairway.matrix.Scenario;
import java.util.ArrayList;
import java.util.List;

/** Rows that a migration removes when it is applied, held to what the user declared of them. */
final class UpLosses {

    private final Migration migration;
    private final WalkOptions options;
    private final Scenario scenario;
    private final List<Loss> removed = new ArrayList<>();

    UpLosses(Migration migration, WalkOptions options, Scenario scenario) {
        this.migration = migration;
        this.options = options;
        this.scenario = scenario;
    }

    /** True when exactly these rows were declared. */
    boolean contain(String table, long rows) {
        Loss loss = new Loss(table, "", rows, true, Loss.Kind.BEFORE, false);
        removed.add(loss);
        return held(List.of(loss)).losses().get(0).declared();
    }

    /** Declared and found losses that do not agree, once all tables were asked about. */
    List<Finding> findings() {
        List<String> differences = held(removed).differences();
        return differences.isEmpty()
                ? List.of()
                : List.of(new Finding(
                        Rule.DECLARED_LOSS_DIFFERS,
                        migration,
                        "The rows that it removes are not the declared ones",
                        differences,
                        "Correct <expectedLosses>, or the migration"));
    }

    private DeclaredLosses.Result held(List<Loss> losses) {
        return DeclaredLosses.holdUp(migration, options.expectedLosses(), losses, scenario.rows() > 0);
    }
}
