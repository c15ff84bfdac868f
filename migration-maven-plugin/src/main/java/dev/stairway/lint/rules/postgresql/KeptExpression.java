package dev.stairway.lint.rules.postgresql;

import dev.stairway.script.sql.tree.Column;
import dev.stairway.script.sql.tree.Constraint;
import dev.stairway.script.sql.tree.Expression;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.SqlTree;
import dev.stairway.script.sql.tree.SqlTree.AlterTable;
import dev.stairway.script.sql.tree.SqlTree.CreateIndex;
import dev.stairway.script.sql.tree.SqlTree.CreateTable;
import dev.stairway.script.sql.tree.TableAction;
import java.util.ArrayList;
import java.util.List;

/**
 * An expression that is evaluated again when a backup is restored.
 *
 * @param what for people, at the beginning of a sentence
 */
record KeptExpression(Name table, String what, Expression expression) {

    static List<KeptExpression> of(SqlTree tree) {
        List<KeptExpression> kept = new ArrayList<>();
        for (Checks made : Checks.of(tree)) {
            if (made.constraint().kind() == Constraint.Kind.CHECK
                    && made.constraint().check() != null) {
                kept.add(new KeptExpression(
                        made.on(), "A check", made.constraint().check()));
            }
        }
        if (tree instanceof CreateIndex index) {
            index(index, kept);
        } else if (tree instanceof CreateTable create) {
            create.columns().forEach(column -> generated(create.table(), column, kept));
        } else if (tree instanceof AlterTable alter) {
            alter.actions().stream()
                    .filter(TableAction.AddColumn.class::isInstance)
                    .forEach(add -> generated(alter.table(), ((TableAction.AddColumn) add).column(), kept));
        }
        return kept;
    }

    private static void index(CreateIndex index, List<KeptExpression> kept) {
        index.parts().stream()
                .filter(part -> part.expression() != null)
                .forEach(part -> kept.add(new KeptExpression(index.table(), "An index", part.expression())));
        if (index.where() != null) {
            kept.add(new KeptExpression(index.table(), "An index", index.where()));
        }
    }

    private static void generated(Name table, Column column, List<KeptExpression> kept) {
        if (column.generated() != null) {
            kept.add(new KeptExpression(table, "The generated column " + column.name(), column.generated()));
        }
    }
}
