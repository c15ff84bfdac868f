package dev.stairway.lint.rules.generic;

import dev.stairway.engine.Migration.Rollback;
import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.MigrationView;
import dev.stairway.lint.Proof;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.lint.rules.support.Actions;
import dev.stairway.lint.rules.support.Names;
import dev.stairway.script.sql.parse.ParsedStatement;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.SqlTree.Delete;
import dev.stairway.script.sql.tree.SqlTree.Update;
import dev.stairway.script.sql.tree.TableAction.AlterNotNull;
import java.util.List;
import java.util.Set;

/** A column may hold NULL from now on, and the way back does not expect any. */
public final class DropNotnull implements LintRule {

    /** Where most projects have no way back at all, and none is missed. */
    private static final Set<String> FORWARD = Set.of("flyway", "sql");

    private static final Facts FACTS = Facts.of("G14", "drop-notnull", Severity.WARNING)
            .catches("DROP NOT NULL whose way back fails once a NULL is there")
            .when(
                    "NOT NULL is dropped, and there is no way back, or it sets NOT NULL again without giving rows a value first, as"
                            + " the one does that Liquibase derives. Quiet for tables of this release, where the way back that is"
                            + " written leaves the column as it is, and for Flyway and plain scripts without one.")
            .effect("As soon as the new release writes a NULL, the way back fails, and with it every step behind it.")
            .instead("Give rows without a value one in the way back, before NOT NULL is set again.")
            .see("https://www.postgresql.org/docs/current/sql-altertable.html")
            .provenBy(Proof.ROLLBACK_BROKEN);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void statement(StatementView statement, Remarks remarks) {
        for (AlterNotNull drop : Actions.of(statement, AlterNotNull.class)) {
            Name table = Actions.table(statement);
            if (!drop.notNull() && !statement.isNew(table) && fails(statement.migration(), table, drop.column())) {
                remarks.at(
                        statement,
                        drop.offset(),
                        Names.column(table, drop.column()),
                        "The way back fails once a row of " + table + " has no " + drop.column(),
                        "First in the way back: UPDATE " + table + " SET " + drop.column() + " = ... WHERE "
                                + drop.column() + " IS NULL;");
            }
        }
    }

    private static boolean fails(MigrationView migration, Name table, Name column) {
        Rollback rollback = migration.migration().rollback();
        if (rollback != Rollback.WRITTEN) {
            return rollback == Rollback.AUTOMATIC
                    || rollback == Rollback.MISSING && !FORWARD.contains(migration.engine());
        }
        List<ParsedStatement> down = migration.down();
        for (ParsedStatement back : down) {
            if (fills(back, table, column)) {
                return false;
            }
            if (Actions.on(table, List.of(back), AlterNotNull.class)
                    .anyMatch(set -> set.notNull() && set.column().same(column))) {
                return true;
            }
        }
        return false;
    }

    private static boolean fills(ParsedStatement back, Name table, Name column) {
        return back.as(Update.class)
                        .filter(update -> update.table().same(table) && Names.contains(update.columns(), column))
                        .isPresent()
                || back.as(Delete.class)
                        .filter(delete -> delete.table().same(table))
                        .isPresent();
    }
}
