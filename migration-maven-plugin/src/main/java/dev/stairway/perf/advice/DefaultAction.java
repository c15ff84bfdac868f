package dev.stairway.perf.advice;

import dev.stairway.finding.Rule;
import java.util.Optional;

/** A new column whose default is another one in every row, so that all are written anew. */
final class DefaultAction implements AlterTable.Action {

    private static final String[] ENDS = {
        "NOT", "NULL", "CHECK", "UNIQUE", "PRIMARY", "REFERENCES", "CONSTRAINT", "GENERATED", "COLLATE"
    };

    @Override
    public Optional<Advised> look(String table, Words words, Observed observed) {
        if (!words.take("ADD")) {
            return Optional.empty();
        }
        words.take("COLUMN");
        words.take("IF", "NOT", "EXISTS");
        String column = words.name();
        String definition = words.until("DEFAULT");
        if (!words.take("DEFAULT")) {
            return Optional.empty();
        }
        String value = words.until(ENDS);
        String type = definition.replaceFirst("(?i)\\s*\\bnot\\s+null\\b.*", "");
        return observed.keptAwayWhileRewriting(table)
                .map(lock -> new Advised(
                        Rule.TABLE_WRITTEN_ANEW,
                        lock,
                        "gives every row a value of its own",
                        "ALTER TABLE " + table + " ADD COLUMN " + column + " " + type + "; ALTER TABLE " + table
                                + " ALTER COLUMN " + column + " SET DEFAULT " + value
                                + "; and in a later migration fill the"
                                + " rows that are there "
                                + RowsForm.batches(
                                        "UPDATE " + table + " SET " + column + " = " + value,
                                        table,
                                        column + " IS NULL")));
    }
}
