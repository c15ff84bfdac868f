package dev.stairway.run;

import dev.stairway.engine.Migration;
import dev.stairway.finding.Finding;
import dev.stairway.finding.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The finding about tables that could not be filled: each with the reason and with the migration that shaped it last. */
final class UnfilledTables {

    static final String REMEDY =
            "Nothing to repair; a fixture can bring rows for these tables, or a migration of the changelog itself";

    private UnfilledTables() {}

    /** @param unfilled qualified table name to the reason, which names column or constraint */
    static Finding finding(Map<String, String> unfilled, List<StepReport> steps) {
        List<String> evidence = new ArrayList<>();
        new TreeMap<>(unfilled)
                .forEach((table, reason) -> evidence.add(table + ": " + reason
                        + shaped(table, steps).map(UnfilledTables::place).orElse("")));
        return new Finding(
                Rule.TABLE_NOT_FILLED,
                null,
                unfilled.size() == 1
                        ? "1 table could not be filled, so its data is not checked"
                        : unfilled.size() + " tables could not be filled, so their data is not checked",
                evidence,
                REMEDY);
    }

    /** The last migration that changed the shape of the table. */
    private static Optional<Migration> shaped(String table, List<StepReport> steps) {
        return steps.stream()
                .filter(step -> step.change().schema().containsKey("table " + table))
                .map(StepReport::migration)
                .reduce((earlier, later) -> later);
    }

    private static String place(Migration migration) {
        String line = migration.line() > 0 ? ":" + migration.line() : "";
        return " (see " + migration.file() + line + ")";
    }
}
