package dev.stairway.lint.rules.changelog;

import dev.stairway.lint.StatementView;
import dev.stairway.lint.rules.support.TypeChange;
import dev.stairway.script.sql.tree.Column;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.ObjectKind;
import dev.stairway.script.sql.tree.SqlTree;
import dev.stairway.script.sql.tree.TableAction;
import java.util.List;
import java.util.regex.Pattern;

/** What a way back that does nothing leaves behind. */
final class Leftovers {

    private static final Pattern SCHEMA =
            Pattern.compile("\\b(CREATE|ALTER|DROP|TRUNCATE|EXECUTE|DELETE)\\b", Pattern.CASE_INSENSITIVE);

    private Leftovers() {}

    /**
     * True when the statement has to be taken back.
     *
     * @param declared true when the way back is written and empty: of rows that are corrected this says that it is meant
     */
    static boolean of(StatementView statement, boolean declared) {
        if (!Effects.any(List.of(statement.parsed())) || harmless(statement)) {
            return false;
        }
        SqlTree tree = statement.tree();
        if (tree instanceof SqlTree.Delete delete) {
            return !statement.isNew(delete.table());
        }
        boolean corrects = tree instanceof SqlTree.Update
                || tree instanceof SqlTree.Insert insert
                        && (insert.onConflict() || !insert.or().isEmpty())
                || tree instanceof SqlTree.DoBlock block
                        && !SCHEMA.matcher(block.body()).find();
        return !corrects || !declared;
    }

    /** Nobody has to take it back. */
    private static boolean harmless(StatementView statement) {
        SqlTree tree = statement.tree();
        if (tree instanceof SqlTree.AlterTable alter) {
            return alter.actions().stream().allMatch(action -> harmless(statement, alter.table(), action));
        }
        if (tree instanceof SqlTree.Drop drop && drop.kind() == ObjectKind.INDEX && drop.ifExists()) {
            return drop.names().stream()
                    .allMatch(index -> statement.schema().index(index).isEmpty());
        }
        return tree instanceof SqlTree.CreateExtension extension && extension.ifNotExists()
                || tree instanceof SqlTree.CreateSchema schema && schema.ifNotExists();
    }

    private static boolean harmless(StatementView statement, Name table, TableAction action) {
        if (action instanceof TableAction.AlterType change) {
            return statement
                    .schema()
                    .table(table)
                    .flatMap(known -> known.column(change.column()))
                    .map(Column::type)
                    .map(type -> new TypeChange(type, change.type()))
                    .filter(wider -> !wider.changesKind() && !wider.narrows())
                    .isPresent();
        }
        return action instanceof TableAction.ValidateConstraint
                || action instanceof TableAction.AlterNotNull change && !change.notNull();
    }
}
