package dev.stairway.perf.advice;

import dev.stairway.finding.Rule;
import java.util.Optional;

/** A foreign key or a check that goes through all rows under its lock; NOT VALID and VALIDATE CONSTRAINT part the two. */
final class ConstraintAction implements AlterTable.Action {

    @Override
    public Optional<Advised> look(String table, Words words, Observed observed) {
        if (!words.take("ADD")) {
            return Optional.empty();
        }
        String name = words.take("CONSTRAINT") ? words.name() : "";
        boolean key = words.comes("FOREIGN");
        if (!key && !words.comes("CHECK")) {
            return Optional.empty();
        }
        String definition = words.until("NOT");
        if (words.take("NOT", "VALID")) {
            return Optional.empty();
        }
        String rest = words.until();
        String constraint = name.isEmpty() ? AlterTable.named(table, key ? "fkey" : "check") : name;
        String whole = rest.isEmpty() ? definition : definition + " " + rest;
        return observed.keptAwayWhileReading(table)
                .map(lock -> new Advised(
                        Rule.CONSTRAINT_CHECKED_UNDER_LOCK,
                        lock,
                        "checks every row",
                        "ALTER TABLE " + table + " ADD CONSTRAINT " + constraint + " " + whole + " NOT VALID;"
                                + " and in a later migration ALTER TABLE " + table + " VALIDATE CONSTRAINT "
                                + constraint + "; which lets readers and writers work"));
    }
}
