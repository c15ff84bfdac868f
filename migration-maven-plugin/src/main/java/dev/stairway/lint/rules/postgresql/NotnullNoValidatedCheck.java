package dev.stairway.lint.rules.postgresql;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.ReleaseView;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.lint.rules.support.Actions;
import dev.stairway.lint.rules.support.Names;
import dev.stairway.lint.rules.support.NotNullProof;
import dev.stairway.lint.rules.support.WayBack;
import dev.stairway.lint.schema.Table;
import dev.stairway.script.sql.tree.Constraint;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.SqlTree.AlterTable;
import dev.stairway.script.sql.tree.TableAction.AddConstraint;
import dev.stairway.script.sql.tree.TableAction.AlterNotNull;

/** P12: NOT NULL that goes through all rows under the strongest lock. */
public final class NotnullNoValidatedCheck implements LintRule {

    private static final Facts FACTS = Phrases.facts("P12", "notnull-no-validated-check", Severity.ERROR)
            .catches("SET NOT NULL that no validated check proves")
            .when(
                    "A column of a table that existed before this release becomes NOT NULL, and no validated CHECK (... IS NOT"
                            + " NULL) proves that it holds no NULL, or a target is older than PostgreSQL 12, which would not look at"
                            + " it. Dropping that check in the same ALTER TABLE drops it first. Quiet on tables of this release and on"
                            + " small ones, and where the column is NOT NULL already. In a rollback only where the table is known to be large.")
            .effect(
                    "PostgreSQL searches every row for NULL under an ACCESS EXCLUSIVE lock: nobody can read or write the table"
                            + " until that is done.")
            .instead(
                    "ADD CONSTRAINT ... CHECK (... IS NOT NULL) NOT VALID, VALIDATE CONSTRAINT in a later migration, then SET"
                            + " NOT NULL, which trusts the check, and drop the check. From PostgreSQL 18: ADD CONSTRAINT ... NOT NULL"
                            + " ... NOT VALID and VALIDATE CONSTRAINT.")
            .see(Phrases.manual("sql-altertable#SQL-ALTERTABLE-DESC-SET-DROP-NOT-NULL"))
            .provenBy(Proof.BLOCKS_READS);

    private static final int TRUSTS_CHECKS = 12;
    private static final int NAMES_NOT_NULL = 18;

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void back(StatementView statement, Remarks remarks) {
        if (!WayBack.onLargeTable(statement)) {
            return;
        }
        for (AlterNotNull set : Actions.of(statement, AlterNotNull.class)) {
            Name table = Actions.table(statement);
            if (set.notNull() && !NotNullProof.drawn(statement.schema(), table, set.column())) {
                say(statement, table, set.column(), set.offset(), remarks);
            }
        }
    }

    @Override
    public void release(ReleaseView release, Remarks remarks) {
        NullProofs.walk(
                release,
                (statement, proofs) -> statement
                        .as(AlterTable.class)
                        .filter(alter -> !statement.isHarmless(alter.table()))
                        .ifPresent(alter -> look(statement, alter, proofs, remarks)));
    }

    private static void look(StatementView statement, AlterTable alter, NullProofs proofs, Remarks remarks) {
        alter.actions().forEach(action -> {
            if (action instanceof AlterNotNull set && set.notNull()) {
                if (!known(statement, alter.table(), set.column())
                        && !trusted(statement, proofs, alter.table(), set.column())) {
                    say(statement, alter.table(), set.column(), set.offset(), remarks);
                }
            } else if (action instanceof AddConstraint add && bare(add.constraint())) {
                add.constraint().columns().stream()
                        .filter(column -> !known(statement, alter.table(), column))
                        .filter(column -> !trusted(statement, proofs, alter.table(), column))
                        .forEach(column -> say(
                                statement,
                                alter.table(),
                                column,
                                add.constraint().offset(),
                                remarks));
            }
        });
    }

    /** PostgreSQL 18's constraint of that kind, with its check of all rows. */
    private static boolean bare(Constraint constraint) {
        return constraint.kind() == Constraint.Kind.NOT_NULL && !constraint.notValid() && !constraint.notEnforced();
    }

    private static boolean known(StatementView statement, Name table, Name column) {
        return statement
                .schema()
                .table(table)
                .filter(known -> notNull(known, column))
                .isPresent();
    }

    private static boolean notNull(Table table, Name column) {
        return table.column(column).filter(one -> one.notNull()).isPresent()
                || table.first(Constraint.Kind.PRIMARY_KEY)
                        .filter(key -> key.columns().stream().anyMatch(column::same))
                        .isPresent();
    }

    private static boolean trusted(StatementView statement, NullProofs proofs, Name table, Name column) {
        return !statement.targets().anyBefore(TRUSTS_CHECKS, 0) && proofs.prove(table, column);
    }

    private static void say(StatementView statement, Name table, Name column, int offset, Remarks remarks) {
        String named = "ALTER TABLE " + table + " ADD CONSTRAINT " + Names.made(table, column, "not_null")
                + " NOT NULL " + column + " NOT VALID; and in a later migration ALTER TABLE " + table
                + " VALIDATE CONSTRAINT " + Names.made(table, column, "not_null")
                + "; which lets readers and writers work";
        remarks.at(
                statement,
                offset,
                table + "." + column,
                "All rows of " + table + " are searched for NULL in " + column
                        + " while nobody can read or write the table",
                statement.targets().anyBefore(NAMES_NOT_NULL, 0) ? NotNull.inSteps(table, column) : named);
    }
}
