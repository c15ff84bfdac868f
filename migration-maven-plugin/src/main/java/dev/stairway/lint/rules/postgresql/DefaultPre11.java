package dev.stairway.lint.rules.postgresql;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.script.sql.tree.Column;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.TableAction.AddColumn;

/** P16: a new column with a default, for which only old versions write the table anew. */
public final class DefaultPre11 implements LintRule {

    private static final Facts FACTS = Phrases.facts("P16", "default-pre-11", Severity.WARNING)
            .catches("New column with a default, on PostgreSQL before 11")
            .when(
                    "A table that existed before this release gets a column with a default, and a target is older than PostgreSQL"
                            + " 11. Quiet when all targets are 11 or newer, on tables of this release and on small ones; a volatile"
                            + " default is another rule's, on every version.")
            .effect(
                    "Before 11 the table and all its indexes are written anew under an ACCESS EXCLUSIVE lock; from 11 on the"
                            + " default is kept once, in the catalog.")
            .instead(
                    "Add the column without a default, set the default for new rows, and fill the rows that are there in"
                            + " batches.")
            .see(
                    "https://www.postgresql.org/docs/11/release-11.html",
                    Phrases.manual("sql-altertable#SQL-ALTERTABLE-NOTES"))
            .provenBy(Proof.REWRITES);

    private static final int KEEPS_DEFAULTS = 11;

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void statement(StatementView statement, Remarks remarks) {
        if (statement.targets().anyBefore(KEEPS_DEFAULTS, 0)) {
            NewColumns.ofUsedTable(statement, (table, add) -> {
                if (add.column().defaultValue() != null && !Rewrites.byColumn(add.column())) {
                    say(statement, table, add, remarks);
                }
            });
        }
    }

    private static void say(StatementView statement, Name table, AddColumn add, Remarks remarks) {
        Column column = add.column();
        String value = column.defaultValue().text();
        remarks.at(
                statement,
                add.offset(),
                table + "." + column.name(),
                "PostgreSQL " + statement.targets().oldest() + " writes all rows of " + table
                        + " anew for the default of " + column.name(),
                "ALTER TABLE " + table + " ADD COLUMN " + column.name() + " "
                        + column.type().written() + "; ALTER TABLE " + table + " ALTER COLUMN " + column.name()
                        + " SET DEFAULT " + value + "; and in a later migration fill the rows that are there "
                        + Phrases.inBatches(table, column.name() + " = " + value, column.name() + " IS NULL"));
    }
}
