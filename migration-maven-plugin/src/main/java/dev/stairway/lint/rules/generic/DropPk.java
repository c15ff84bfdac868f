package dev.stairway.lint.rules.generic;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.ReleaseView;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.lint.rules.support.Actions;
import dev.stairway.lint.rules.support.Constraints;
import dev.stairway.lint.rules.support.Earlier;
import dev.stairway.script.sql.parse.ParsedStatement;
import dev.stairway.script.sql.tree.Constraint.Kind;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.TableAction.AddConstraint;
import dev.stairway.script.sql.tree.TableAction.DropConstraint;
import java.util.ArrayList;
import java.util.List;

/** What tells rows apart is dropped. */
public final class DropPk implements LintRule {

    private static final Facts FACTS = Facts.of("G20", "drop-pk", Severity.ERROR)
            .catches("DROP of a primary key")
            .when(
                    "The primary key is dropped, known from the changelog or by its name, and none is added in the same migration."
                            + " Quiet for tables of this release.")
            .effect(
                    "Duplicates and NULLs get in, updates find their row no longer by an index, replication refuses UPDATE and"
                            + " DELETE, and the way back fails once a duplicate is there.")
            .instead(
                    "Build the new key's index first, and swap both in one statement: DROP CONSTRAINT ..., ADD PRIMARY KEY USING"
                            + " INDEX ...")
            .see(
                    "https://www.postgresql.org/docs/current/sql-altertable.html",
                    "https://www.postgresql.org/docs/current/logical-replication-publication.html")
            .provenBy(Proof.ROLLBACK_BROKEN, Proof.QUERY_SUFFERS);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void release(ReleaseView release, Remarks remarks) {
        Earlier.walk(release, (statement, earlier) -> {
            for (DropConstraint drop : Actions.of(statement, DropConstraint.class)) {
                look(statement, earlier, drop, remarks);
            }
        });
    }

    private static void look(StatementView statement, Earlier earlier, DropConstraint drop, Remarks remarks) {
        Name table = Actions.table(statement);
        boolean key = Constraints.kind(statement, earlier, table, drop.constraint())
                .filter(kind -> kind == Kind.PRIMARY_KEY)
                .isPresent();
        if (key && !statement.isNew(table) && !getsAnother(statement, table)) {
            remarks.at(
                    statement,
                    drop.offset(),
                    drop.constraint().written(),
                    "Rows of " + table + " have no key any more",
                    "Build the new key's index first, then in one statement: ALTER TABLE " + table + " DROP CONSTRAINT "
                            + drop.constraint() + ", ADD CONSTRAINT " + drop.constraint()
                            + " PRIMARY KEY USING INDEX ...;");
        }
    }

    private static boolean getsAnother(StatementView statement, Name table) {
        List<ParsedStatement> rest = new ArrayList<>(statement.after());
        rest.add(statement.parsed());
        return Actions.on(table, rest, AddConstraint.class)
                .anyMatch(add -> add.constraint().kind() == Kind.PRIMARY_KEY);
    }
}
