package dev.stairway.lint.rules.release;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.ReleaseView;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.script.sql.tree.Column;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.ObjectKind;
import dev.stairway.script.sql.tree.SqlTree.AlterTable;
import dev.stairway.script.sql.tree.SqlTree.Drop;
import dev.stairway.script.sql.tree.TableAction;

/** The old way is closed in the release that opens the new one. */
public final class ExpandContractOrder implements LintRule {

    private static final String NEXT = " in a later release, when no running code uses it any more";

    private static final Facts FACTS = Facts.of("Q03", "expand-contract-order", Severity.ERROR)
            .about("postgresql", "sqlite")
            .catches("A column or table that is removed in the release that adds its successor")
            .when(
                    "A release adds a column or table, fills it from an old one, and drops or renames the old one as well; or it adds a"
                            + " column without a default, fills it from others, and makes it NOT NULL at once. Quiet when the old one is dropped by a later"
                            + " release, for a table or column that is rebuilt under its own name, and for what is new itself.")
            .effect(
                    "While the release is rolled out, and after it is rolled back, instances of the old code still read and write the old"
                            + " column, which is gone, or insert rows without the new one, which fails.")
            .instead(
                    "Expand in this release; contract in a later one, when no running code uses the old column or table any more")
            .see(
                    "https://www.postgresql.org/docs/current/ddl-alter.html",
                    "https://www.sqlite.org/lang_altertable.html")
            .provenBy(Proof.QUERY_SUFFERS, Proof.LOSES_DATA);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void release(ReleaseView release, Remarks remarks) {
        Expansion expansion = new Expansion(release);
        for (StatementView statement : release.statements()) {
            statement
                    .as(AlterTable.class)
                    .filter(altered -> !statement.isNew(altered.table()))
                    .ifPresent(altered -> altered.actions()
                            .forEach(action -> action(statement, altered.table(), action, expansion, remarks)));
            statement
                    .as(Drop.class)
                    .filter(drop -> drop.kind() == ObjectKind.TABLE)
                    .ifPresent(drop -> drop.names().stream()
                            .filter(table -> !statement.isNew(table))
                            .forEach(table -> table(statement, table, 0, "is dropped", expansion, remarks)));
            expansion.after(statement);
        }
    }

    private static void action(
            StatementView statement, Name table, TableAction action, Expansion expansion, Remarks remarks) {
        if (action instanceof TableAction.DropColumn dropped) {
            column(statement, table, dropped.column(), dropped.offset(), "is dropped", expansion, remarks);
        } else if (action instanceof TableAction.RenameColumn renamed) {
            column(statement, table, renamed.from(), renamed.offset(), "is renamed", expansion, remarks);
        } else if (action instanceof TableAction.RenameTable renamed) {
            table(statement, table, renamed.offset(), "is renamed", expansion, remarks);
        } else if (action instanceof TableAction.AlterNotNull changed && changed.notNull()) {
            required(statement, table, changed, expansion, remarks);
        }
    }

    private static void column(
            StatementView statement,
            Name table,
            Name column,
            int offset,
            String what,
            Expansion expansion,
            Remarks remarks) {
        expansion
                .successor(table, column)
                .filter(successor -> !expansion.isRenamedTo(table, column))
                .ifPresent(successor -> remarks.at(
                        statement,
                        offset,
                        table.written(),
                        table.written() + "." + column.written() + " " + what
                                + " in the release that adds its successor " + successor.written()
                                + ", and the code that runs meanwhile still uses it",
                        "ALTER TABLE " + table.written() + " DROP COLUMN " + column.written() + ";" + NEXT));
    }

    private static void table(
            StatementView statement, Name table, int offset, String what, Expansion expansion, Remarks remarks) {
        expansion
                .successor(table)
                .ifPresent(successor -> remarks.at(
                        statement,
                        offset,
                        table.written(),
                        table.written() + " " + what + " in the release that adds its successor " + successor.written()
                                + ", and the code that runs meanwhile still uses it",
                        "DROP TABLE " + table.written() + ";" + NEXT));
    }

    private static void required(
            StatementView statement,
            Name table,
            TableAction.AlterNotNull changed,
            Expansion expansion,
            Remarks remarks) {
        Column column = expansion.added(table, changed.column()).orElse(null);
        boolean filledByItself = column == null
                || column.defaultValue() != null
                || column.identity()
                || column.generated() != null
                || expansion.isTriggered(table)
                || !statement.schema().triggersOn(table).isEmpty()
                || expansion.isEased(table, changed.column())
                || hasDefault(statement, table, changed.column());
        if (!filledByItself && expansion.isFilled(table, changed.column())) {
            String name = table.written() + "." + changed.column().written();
            remarks.at(
                    statement,
                    changed.offset(),
                    table.written(),
                    name
                            + " is required in the release that adds it, and the code that runs meanwhile inserts rows without it",
                    "ALTER TABLE " + table.written() + " ALTER COLUMN "
                            + changed.column().written()
                            + " SET NOT NULL; in a later release, or give it a default now");
        }
    }

    private static boolean hasDefault(StatementView statement, Name table, Name column) {
        return statement
                .schema()
                .table(table)
                .flatMap(known -> known.column(column))
                .map(known -> known.defaultValue() != null)
                .orElse(false);
    }
}
