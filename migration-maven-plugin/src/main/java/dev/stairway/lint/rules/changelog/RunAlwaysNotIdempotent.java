package dev.stairway.lint.rules.changelog;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.MigrationView;
import dev.stairway.lint.Proof;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.lint.rules.support.Repetition;
import dev.stairway.script.sql.parse.ParsedStatement;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.SqlTree;

/** A migration that runs again and cannot. */
public final class RunAlwaysNotIdempotent implements LintRule {

    private static final Facts FACTS = Facts.of("C13", "run-always-not-idempotent", Severity.WARNING)
            .catches("A repeated migration that cannot be repeated")
            .when(
                    "A changeSet with runAlways or runOnChange, or a repeatable migration of Flyway, makes or drops something without"
                            + " OR REPLACE or IF [NOT] EXISTS, inserts rows without ON CONFLICT, or changes a value by what it was."
                            + " Quiet when the object is dropped or the table emptied first, and behind preconditions with onFail MARK_RAN or"
                            + " CONTINUE that ask for the object or for rows, not only for the dbms, a user or a property.")
            .effect(
                    "The first run passes. The second one fails and stops the release, or adds the same rows once more.")
            .instead("Make it repeatable: CREATE OR REPLACE, IF NOT EXISTS, INSERT ... ON CONFLICT DO NOTHING")
            .see(
                    "https://docs.liquibase.com/concepts/changelogs/attributes/run-always.html",
                    "https://documentation.red-gate.com/fd/repeatable-migrations-273973335.html")
            .provenBy(Proof.REPEAT_DIFFERS);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void statement(StatementView statement, Remarks remarks) {
        MigrationView migration = statement.migration();
        if (!migration.migration().repeats() || ExistenceGuard.keepsFromRepeating(migration)) {
            return;
        }
        Repetition repetition = Repetition.of(statement);
        boolean fails = repetition == Repetition.UNGUARDED || repetition == Repetition.FAILS_OR_DIFFERS;
        if (fails && !emptiedFirst(statement)) {
            remarks.at(
                    statement,
                    0,
                    "",
                    "It runs " + when(migration) + ", and this statement cannot be done a second time");
        }
    }

    private static String when(MigrationView migration) {
        return migration.attribute("runAlways").equalsIgnoreCase("true") ? "at every start" : "whenever it was edited";
    }

    private static boolean emptiedFirst(StatementView statement) {
        return statement
                .as(SqlTree.Insert.class)
                .map(SqlTree.Insert::table)
                .filter(table -> statement.before().stream().anyMatch(before -> empties(before, table)))
                .isPresent();
    }

    private static boolean empties(ParsedStatement statement, Name table) {
        boolean deletes = statement
                .as(SqlTree.Delete.class)
                .filter(delete -> delete.table().same(table))
                .isPresent();
        return deletes
                || statement
                        .as(SqlTree.Truncate.class)
                        .filter(truncate -> truncate.tables().stream().anyMatch(table::same))
                        .isPresent();
    }
}
