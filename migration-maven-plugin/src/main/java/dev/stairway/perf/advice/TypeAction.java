package dev.stairway.perf.advice;

import dev.stairway.finding.Rule;
import java.util.Optional;

/** Another type that has every row written anew. */
final class TypeAction implements AlterTable.Action {

    @Override
    public Optional<Advised> look(String table, Words words, Observed observed) {
        if (!words.take("ALTER")) {
            return Optional.empty();
        }
        words.take("COLUMN");
        String column = words.name();
        words.take("SET", "DATA");
        if (!words.take("TYPE")) {
            return Optional.empty();
        }
        String type = words.until("USING", "COLLATE");
        String fresh = AlterTable.named(column, "new");
        return observed.keptAwayWhileRewriting(table)
                .map(lock -> new Advised(
                        Rule.TABLE_WRITTEN_ANEW,
                        lock,
                        "writes every row anew",
                        "ALTER TABLE " + table + " ADD COLUMN " + fresh + " " + type + "; have a trigger copy " + column
                                + " into it from now on, copy the other rows "
                                + RowsForm.batches("UPDATE " + table + " SET " + fresh + " = " + column, table)
                                + "; in a later migration drop " + column + " and ALTER TABLE " + table
                                + " RENAME COLUMN " + fresh + " TO " + column + ";"));
    }
}
