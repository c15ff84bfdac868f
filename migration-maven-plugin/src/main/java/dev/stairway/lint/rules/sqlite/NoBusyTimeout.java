package dev.stairway.lint.rules.sqlite;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.SqlTree;
import dev.stairway.script.sql.tree.SqlTree.Pragma;

/** A migration writes and does not say how long it waits for its turn. */
public final class NoBusyTimeout implements LintRule {

    private static final Facts FACTS = Facts.of("L20", "no-busy-timeout", Severity.WARNING)
            .about("sqlite")
            .catches("PRAGMA busy_timeout = 0, or less than the project asks for")
            .when(
                    "A migration sets PRAGMA busy_timeout to 0; or, where the project gives this rule a limit in milliseconds, to"
                            + " less than that, or changes a table that was there before the release without having set it. Without a"
                            + " limit nothing is said of the latter: most set the time where the connection is made.")
            .effect(
                    "When the application is writing at that moment, the migration fails at once with SQLITE_BUSY, unless the"
                            + " driver waits by itself.")
            .instead("PRAGMA busy_timeout = 5000; as the first statement, or the driver's own setting.")
            .see("https://www.sqlite.org/pragma.html#pragma_busy_timeout")
            .provenBy(Proof.FAILS);

    private static final String NAME = "busy_timeout";

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void back(StatementView statement, Remarks remarks) {
        statement(statement, remarks);
    }

    @Override
    public void statement(StatementView statement, Remarks remarks) {
        int least = statement.setting().limit(FACTS, 0);
        statement
                .as(Pragma.class)
                .filter(pragma -> pragma.name().equals(NAME) && pragma.value().matches("[-+]?\\d{1,9}"))
                .filter(pragma -> Integer.parseInt(pragma.value()) < Math.max(1, least))
                .ifPresent(pragma -> remarks.at(
                        statement,
                        0,
                        NAME,
                        "From here on the migration waits " + Math.max(0, Integer.parseInt(pragma.value()))
                                + " ms for its turn, and fails when the application is writing at that moment",
                        "PRAGMA busy_timeout = " + Math.max(5_000, least) + ";"));
        if (least > 0) {
            unset(statement, remarks);
        }
    }

    private static void unset(StatementView statement, Remarks remarks) {
        Name table = written(statement.tree());
        boolean first =
                statement.before().stream().noneMatch(earlier -> earlier.covered() && written(earlier.tree()) != null);
        boolean waits = statement.parameters().containsKey(NAME);
        if (table != null && first && !waits && !statement.isNew(table)) {
            remarks.at(
                    statement,
                    0,
                    table.written(),
                    "The migration writes to " + table
                            + " and fails at once when the application is writing at that moment");
        }
    }

    /** The table that a statement writes to; null where it is none. */
    private static Name written(SqlTree tree) {
        if (tree instanceof SqlTree.AlterTable altered) {
            return altered.table();
        } else if (tree instanceof SqlTree.Update update) {
            return update.table();
        } else if (tree instanceof SqlTree.Delete delete) {
            return delete.table();
        } else if (tree instanceof SqlTree.CreateIndex index) {
            return index.table();
        }
        return tree instanceof SqlTree.Insert insert ? insert.table() : null;
    }
}
