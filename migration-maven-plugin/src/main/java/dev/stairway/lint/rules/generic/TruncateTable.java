package dev.stairway.lint.rules.generic;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.SqlTree.Truncate;

/** A table that holds rows is emptied. */
public final class TruncateTable implements LintRule {

    private static final Facts FACTS = Facts.of("G04", "truncate-table", Severity.ERROR)
            .catches("TRUNCATE of a table that was there before the release")
            .when("A table is truncated that this release did not make. Quiet for temporary tables.")
            .effect(
                    "All its rows are gone, no way back can restore them, and readers and writers wait meanwhile. No trigger of"
                            + " DELETE fires, and statements of other sessions that began earlier see an empty table.")
            .instead(
                    "Delete the rows that are meant, by a condition and in batches, and keep them where the way back can fetch"
                            + " them.")
            .see("https://www.postgresql.org/docs/current/sql-truncate.html")
            .provenBy(Proof.LOSES_DATA, Proof.BLOCKS_READS);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void statement(StatementView statement, Remarks remarks) {
        statement
                .as(Truncate.class)
                .ifPresent(truncate -> truncate.tables().stream()
                        .filter(table -> !statement.isNew(table))
                        .forEach(table -> truncate(statement, table, remarks)));
    }

    private static void truncate(StatementView statement, Name table, Remarks remarks) {
        remarks.at(
                statement,
                0,
                table.written(),
                "All rows of " + table + " are gone",
                "Say which rows are meant and delete them in batches: DELETE FROM " + table
                        + " WHERE ...; and keep a copy that the way back can fetch.");
    }
}
