package dev.stairway.lint.rules.changelog;

import dev.stairway.lint.MigrationView;
import dev.stairway.script.sql.parse.ParsedStatement;
import dev.stairway.script.sql.tree.SqlTree;
import java.util.List;
import java.util.regex.Pattern;

/** Whether statements leave something behind that a way back would have to take away. */
final class Effects {

    private static final Pattern EMPTY_BLOCK =
            Pattern.compile("\\s*BEGIN\\s*(NULL\\s*;?\\s*)?END\\s*;?\\s*", Pattern.CASE_INSENSITIVE);

    private Effects() {}

    /** True when the migration changes anything, as far as is known. */
    static boolean any(MigrationView migration) {
        return !migration.said().notCovered().isEmpty() || any(migration.up());
    }

    /** True when one of them changes something; a statement that nobody understands does. */
    static boolean any(List<ParsedStatement> statements) {
        return statements.stream().anyMatch(Effects::changes);
    }

    /** True when it changes something that can be taken back; rows that are corrected are no such thing. */
    static boolean calledFor(MigrationView migration) {
        return !migration.said().notCovered().isEmpty()
                || migration.up().stream().anyMatch(statement -> changes(statement) && !corrects(statement));
    }

    private static boolean changes(ParsedStatement statement) {
        SqlTree tree = statement.tree();
        if (tree instanceof SqlTree.Select select) {
            return !select.query().functions().isEmpty()
                    && !select.query().tables().isEmpty();
        }
        if (tree instanceof SqlTree.DoBlock block) {
            return !EMPTY_BLOCK.matcher(block.body()).matches();
        }
        return !(tree instanceof SqlTree.Analyze
                || tree instanceof SqlTree.Vacuum
                || tree instanceof SqlTree.Cluster
                || tree instanceof SqlTree.Reindex
                || tree instanceof SqlTree.RefreshView
                || tree instanceof SqlTree.Transaction
                || tree instanceof SqlTree.SetParameter
                || tree instanceof SqlTree.Pragma
                || tree instanceof SqlTree.LockTable
                || tree instanceof SqlTree.Attach
                || tree instanceof SqlTree.Comment);
    }

    /** Rows are corrected or cleaned up, or something is made sure of that others rely on as well. */
    private static boolean corrects(ParsedStatement statement) {
        SqlTree tree = statement.tree();
        if (tree instanceof SqlTree.AlterTable alter) {
            return alter.actions().stream()
                    .allMatch(action -> action instanceof dev.stairway.script.sql.tree.TableAction.ValidateConstraint);
        }
        return tree instanceof SqlTree.Update
                || tree instanceof SqlTree.Delete
                || tree instanceof SqlTree.Insert insert
                        && (insert.onConflict() || !insert.or().isEmpty())
                || tree instanceof SqlTree.CreateExtension extension && extension.ifNotExists()
                || tree instanceof SqlTree.CreateSchema schema && schema.ifNotExists();
    }
}
