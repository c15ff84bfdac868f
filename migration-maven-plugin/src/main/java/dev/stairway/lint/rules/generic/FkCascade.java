package dev.stairway.lint.rules.generic;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.ReleaseView;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.lint.rules.support.Actions;
import dev.stairway.lint.rules.support.Names;
import dev.stairway.lint.schema.Schema;
import dev.stairway.script.sql.tree.Constraint;
import dev.stairway.script.sql.tree.Constraint.Kind;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.TableAction.AddColumn;
import dev.stairway.script.sql.tree.TableAction.AddConstraint;

/** Rows that are there go from now on when others are deleted. */
public final class FkCascade implements LintRule {

    private static final Facts FACTS = Facts.of("G19", "fk-cascade", Severity.WARNING)
            .catches("ON DELETE CASCADE for a table that was there before the release")
            .when(
                    "A foreign key with ON DELETE CASCADE comes to a table that this release did not make. Quiet where the same"
                            + " columns cascaded before, and in CREATE TABLE: there it is part of the design from the first row on.")
            .effect(
                    "A DELETE that deleted one row so far, or was refused, silently takes all rows that refer to it, and theirs."
                            + " Code and people that rely on the refusal lose data.")
            .instead(
                    "Leave ON DELETE out (the delete is refused) or say ON DELETE RESTRICT, and let code delete what it means"
                            + " to.")
            .see(
                    "https://www.postgresql.org/docs/current/ddl-constraints.html#DDL-CONSTRAINTS-FK",
                    "https://www.sqlite.org/foreignkeys.html#fk_actions")
            .provenBy(Proof.LOSES_DATA);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void release(ReleaseView release, Remarks remarks) {
        for (StatementView statement : release.statements()) {
            for (AddConstraint add : Actions.of(statement, AddConstraint.class)) {
                look(statement, release.before(), add.constraint(), add.offset(), remarks);
            }
            for (AddColumn add : Actions.of(statement, AddColumn.class)) {
                for (Constraint constraint : add.column().constraints()) {
                    look(statement, release.before(), constraint, add.offset(), remarks);
                }
            }
        }
    }

    private static void look(StatementView statement, Schema before, Constraint key, int offset, Remarks remarks) {
        Name table = Actions.table(statement);
        if (cascades(key) && !statement.isNew(table) && !cascaded(before, table, key)) {
            Name parent = key.references().table();
            remarks.at(
                    statement,
                    offset,
                    table.written(),
                    "A DELETE from " + parent + " takes rows of " + table + " with it from now on",
                    "... REFERENCES " + parent + " ON DELETE RESTRICT, and let code delete what it means to");
        }
    }

    private static boolean cascades(Constraint key) {
        return key.kind() == Kind.FOREIGN_KEY
                && key.references() != null
                && key.references().onDelete().equals("CASCADE");
    }

    private static boolean cascaded(Schema before, Name table, Constraint key) {
        return before.table(table).stream()
                .flatMap(known -> known.all(Kind.FOREIGN_KEY).stream())
                .anyMatch(old -> cascades(old) && Names.containsAll(old.columns(), key.columns()));
    }
}
