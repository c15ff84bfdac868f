package dev.stairway.perf.advice;

import dev.stairway.finding.Rule;
import java.util.Optional;

/** SET NOT NULL goes through all rows, unless a valid check proves it (12 and later). */
final class NotNullAction implements AlterTable.Action {

    @Override
    public Optional<Advised> look(String table, Words words, Observed observed) {
        if (!words.take("ALTER")) {
            return Optional.empty();
        }
        words.take("COLUMN");
        String column = words.name();
        if (!words.take("SET", "NOT", "NULL")) {
            return Optional.empty();
        }
        String check = AlterTable.named(table, column, "not_null");
        return observed.keptAwayWhileReading(table)
                .map(lock -> new Advised(
                        Rule.CONSTRAINT_CHECKED_UNDER_LOCK,
                        lock,
                        "looks for NULL in every row",
                        "ALTER TABLE " + table + " ADD CONSTRAINT " + check + " CHECK (" + column
                                + " IS NOT NULL) NOT VALID; in a later migration ALTER TABLE " + table
                                + " VALIDATE CONSTRAINT " + check
                                + "; which lets readers and writers work; then ALTER TABLE "
                                + table + " ALTER COLUMN " + column
                                + " SET NOT NULL; which trusts the check, and ALTER TABLE "
                                + table + " DROP CONSTRAINT " + check + ";"));
    }
}
