package dev.stairway.lint.rules.generic;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.ReleaseView;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.lint.rules.support.Actions;
import dev.stairway.lint.rules.support.Earlier;
import dev.stairway.lint.rules.support.Names;
import dev.stairway.script.sql.tree.Constraint;
import dev.stairway.script.sql.tree.Constraint.Kind;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.TableAction.AddConstraint;

/** Rows that could refer to anything must refer to rows that are there. */
public final class AddFk implements LintRule {

    private static final Facts FACTS = Facts.of("G17", "add-fk", Severity.WARNING)
            .catches("FOREIGN KEY on a table that may hold orphans")
            .when(
                    "A foreign key that is checked at once is added to columns that were there before, and nothing in this release"
                            + " has settled orphans. Quiet with NOT VALID, for new and small tables, and for columns of this release"
                            + " that are still empty.")
            .effect(
                    "One row that refers to nothing fails the migration. Code of the release that still runs fails when it"
                            + " writes the child before its parent or deletes the parent first. (Of the locks fk-no-not-valid"
                            + " speaks.)")
            .instead(
                    "Look for orphans and settle them in a migration of its own before; add the foreign key NOT VALID and"
                            + " validate it in a later migration.")
            .see(
                    "https://www.postgresql.org/docs/current/ddl-constraints.html#DDL-CONSTRAINTS-FK",
                    "https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES")
            .provenBy(Proof.FAILS_ON_ROWS, Proof.BLOCKS_WRITES);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void release(ReleaseView release, Remarks remarks) {
        Earlier.walk(release, (statement, earlier) -> {
            for (AddConstraint add : Actions.of(statement, AddConstraint.class)) {
                Constraint key = add.constraint();
                boolean checked = !key.notValid() && !key.notEnforced();
                if (key.kind() == Kind.FOREIGN_KEY && key.references() != null && checked) {
                    look(statement, earlier, add, remarks);
                }
            }
        });
    }

    private static void look(StatementView statement, Earlier earlier, AddConstraint add, Remarks remarks) {
        Name table = Actions.table(statement);
        Constraint key = add.constraint();
        boolean empty = key.columns().stream()
                .anyMatch(column -> earlier.added(statement, table, column, add.offset())
                        .filter(added -> added.defaultValue() == null)
                        .isPresent());
        if (!statement.isHarmless(table) && !isSettled(earlier, table, key) && !empty) {
            remarks.at(
                    statement,
                    add.offset(),
                    table.written(),
                    "One row of " + table + " whose " + Names.and(key.columns()) + " is not in "
                            + key.references().table() + " fails this",
                    later(table, key));
        }
    }

    private static boolean isSettled(Earlier earlier, Name table, Constraint key) {
        return earlier.settled(table, key.columns().stream().map(Name::name).toList());
    }

    private static String later(Name table, Constraint key) {
        String name = key.name() != null
                ? key.name().written()
                : key.columns().isEmpty()
                        ? Names.made(table, "fkey")
                        : Names.made(table, key.columns().get(0), "fkey");
        String to = key.references().columns().isEmpty()
                ? ""
                : " (" + Names.list(key.references().columns()) + ")";
        return "Settle orphans first. ALTER TABLE " + table + " ADD CONSTRAINT " + name + " FOREIGN KEY ("
                + Names.list(key.columns()) + ") REFERENCES " + key.references().table() + to
                + " NOT VALID; and in a later migration ALTER TABLE " + table + " VALIDATE CONSTRAINT " + name + ";";
    }
}
