package dev.stairway.lint.rules.sqlite;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.lint.rules.support.Bulk;
import dev.stairway.script.sql.tree.Name;
import java.util.OptionalLong;

/** Many rows are worked through while nobody else can write. */
public final class LongWriter implements LintRule {

    private static final int MANY = 100_000;

    private static final Facts FACTS = Facts.of("L19", "long-writer", Severity.WARNING)
            .about("sqlite")
            .catches("work on very many rows in one transaction")
            .when(
                    "A statement changes, deletes or copies the rows of a table that holds at least 100000 rows in production, as a"
                            + " profile says, without naming them by a key or a LIMIT. Quiet where no number of rows is known.")
            .effect(
                    "SQLite has one writer for the whole file: until the transaction is done, every other write waits, and fails"
                            + " with SQLITE_BUSY when its time is up.")
            .instead("Work in batches by a range of keys, with a commit after each; or do it while nobody writes.")
            .see("https://www.sqlite.org/lockingv3.html", "https://www.sqlite.org/rescode.html#busy")
            .provenBy(Proof.BLOCKS_WRITES);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void statement(StatementView statement, Remarks remarks) {
        Bulk.table(statement).ifPresent(table -> look(statement, table, remarks));
    }

    private static void look(StatementView statement, Name table, Remarks remarks) {
        OptionalLong rows = statement.setting().rows(table);
        int many = statement.setting().limit(FACTS, MANY);
        if (rows.isPresent() && rows.getAsLong() >= many) {
            remarks.at(
                    statement,
                    0,
                    table.written(),
                    "Nobody else can write to the database while the rows of " + table + " are worked through: it has "
                            + rows.getAsLong() + ", and " + many + " are many");
        }
    }
}
