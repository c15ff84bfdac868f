package dev.stairway.lint.rules.support;

import dev.stairway.lint.StatementView;
import dev.stairway.script.sql.tree.Expression;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.SqlTree;
import dev.stairway.script.sql.tree.SqlTree.AlterTable;
import dev.stairway.script.sql.tree.SqlTree.Drop;
import dev.stairway.script.sql.tree.SqlTree.Insert;
import dev.stairway.script.sql.tree.SqlTree.Update;
import dev.stairway.script.sql.tree.TableAction;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What happens when a statement is executed a second time. */
public enum Repetition {
    /** It changes nothing of the schema or of rows, the first time either. */
    NOTHING,
    /** The same. */
    SAME,
    /** It fails for want of IF [NOT] EXISTS. */
    UNGUARDED,
    /** It fails for another reason, or does more. */
    FAILS_OR_DIFFERS;

    private static final Set<String> SETTLED =
            Set.of("lower", "upper", "trim", "btrim", "ltrim", "rtrim", "coalesce", "nullif", "abs", "round");

    private static final Pattern OPERATOR = Pattern.compile("[-+*/%|#]");

    /** Of a statement where it stands: what is dropped IF EXISTS before it may be made without a guard. */
    public static Repetition of(StatementView statement) {
        SqlTree tree = statement.tree();
        if (tree instanceof AlterTable alter) {
            return of(statement, alter);
        }
        if (tree instanceof Drop drop) {
            return drop.ifExists() || drop.concurrently() ? SAME : UNGUARDED;
        }
        if (tree instanceof Insert insert) {
            return insert.onConflict() || !insert.or().isEmpty() || isGuarded(insert) ? SAME : FAILS_OR_DIFFERS;
        }
        if (tree instanceof Update update) {
            return isStable(update) ? SAME : FAILS_OR_DIFFERS;
        }
        return made(statement, tree);
    }

    private static Repetition made(StatementView statement, SqlTree tree) {
        if (tree instanceof SqlTree.CreateTable table) {
            return guarded(statement, table.ifNotExists(), table.table());
        }
        if (tree instanceof SqlTree.CreateIndex index) {
            return guarded(statement, index.ifNotExists() || index.concurrently(), index.index());
        }
        if (tree instanceof SqlTree.CreateSequence sequence) {
            return guarded(statement, sequence.ifNotExists(), sequence.sequence());
        }
        if (tree instanceof SqlTree.CreateSchema schema) {
            return guarded(statement, schema.ifNotExists(), schema.schema());
        }
        if (tree instanceof SqlTree.AlterEnum value) {
            return value.renames() ? FAILS_OR_DIFFERS : value.ifNotExists() ? SAME : UNGUARDED;
        }
        if (tree instanceof SqlTree.CreateView view) {
            return guarded(statement, view.orReplace(), view.view());
        }
        if (tree instanceof SqlTree.CreateFunction function) {
            return guarded(statement, function.orReplace(), function.function());
        }
        if (tree instanceof SqlTree.CreateType type) {
            return dropped(statement, type.type()) ? SAME : FAILS_OR_DIFFERS;
        }
        if (tree instanceof SqlTree.CreateTrigger trigger) {
            return dropped(statement, trigger.trigger()) ? SAME : FAILS_OR_DIFFERS;
        }
        if (tree instanceof SqlTree.Rename) {
            return FAILS_OR_DIFFERS;
        }
        return changes(tree) ? SAME : NOTHING;
    }

    private static boolean changes(SqlTree tree) {
        return tree instanceof SqlTree.Delete
                || tree instanceof SqlTree.Truncate
                || tree instanceof SqlTree.Grant
                || tree instanceof SqlTree.RefreshView
                || tree instanceof SqlTree.AlterObject
                || tree instanceof SqlTree.DoBlock
                || tree instanceof SqlTree.Call
                || tree instanceof SqlTree.CreateOther
                || tree instanceof SqlTree.CreateExtension;
    }

    private static Repetition guarded(StatementView statement, boolean guard, Name name) {
        return guard || name != null && dropped(statement, name) ? SAME : UNGUARDED;
    }

    private static boolean dropped(StatementView statement, Name name) {
        return statement.before().stream()
                .flatMap(earlier -> earlier.as(Drop.class).stream())
                .anyMatch(drop -> drop.ifExists() && Names.contains(drop.names(), name));
    }

    private static Repetition of(StatementView statement, AlterTable alter) {
        if (alter.actions().stream().allMatch(TableAction.ValidateConstraint.class::isInstance)) {
            return NOTHING;
        }
        Repetition worst = SAME;
        for (TableAction action : alter.actions()) {
            Repetition one = of(statement, alter.table(), action);
            worst = one.compareTo(worst) > 0 ? one : worst;
        }
        return worst;
    }

    private static Repetition of(StatementView statement, Name table, TableAction action) {
        if (action instanceof TableAction.AddColumn add) {
            return add.ifNotExists() ? SAME : UNGUARDED;
        }
        if (action instanceof TableAction.DropColumn drop) {
            return drop.ifExists() ? SAME : UNGUARDED;
        }
        if (action instanceof TableAction.DropConstraint drop) {
            return drop.ifExists() ? SAME : UNGUARDED;
        }
        if (action instanceof TableAction.AddConstraint add) {
            return freed(statement, table, add.constraint().name()) ? SAME : FAILS_OR_DIFFERS;
        }
        boolean renames = action instanceof TableAction.RenameTable
                || action instanceof TableAction.RenameColumn
                || action instanceof TableAction.RenameConstraint
                || action instanceof TableAction.AttachPartition
                || action instanceof TableAction.DetachPartition;
        return renames ? FAILS_OR_DIFFERS : SAME;
    }

    /** True when a constraint of that name was dropped IF EXISTS before. */
    private static boolean freed(StatementView statement, Name table, Name constraint) {
        return constraint != null
                && (Actions.on(table, statement.before(), TableAction.DropConstraint.class)
                                .anyMatch(drop ->
                                        drop.ifExists() && drop.constraint().same(constraint))
                        || Actions.of(statement, TableAction.DropConstraint.class).stream()
                                .anyMatch(drop ->
                                        drop.ifExists() && drop.constraint().same(constraint)));
    }

    private static boolean isGuarded(Insert insert) {
        return insert.query() != null
                && insert.query().where() != null
                && insert.query().where().text().toLowerCase(Locale.ROOT).contains("not exists");
    }

    /** True when no value depends on what is changed, or rows that are done are found no more. */
    private static boolean isStable(Update update) {
        boolean constant = update.values().stream()
                .allMatch(value -> isSettled(value)
                        || value.columns().stream()
                                .noneMatch(column -> update.columns().stream().anyMatch(set -> set.is(column))));
        boolean asks = update.where() != null
                && update.columns().stream()
                        .anyMatch(set -> update.where().columns().stream().anyMatch(set::is));
        return constant || asks;
    }

    /** True when it gives itself for what it has given. */
    private static boolean isSettled(Expression value) {
        return SETTLED.containsAll(value.functions())
                && !OPERATOR.matcher(value.text()).find();
    }
}
