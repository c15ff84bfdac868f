package dev.stairway.lint.rules.support;

import dev.stairway.lint.StatementView;
import dev.stairway.script.sql.parse.ParsedStatement;
import dev.stairway.script.sql.tree.SqlTree;
import dev.stairway.script.sql.tree.SqlTree.Transaction;
import java.util.List;

/** What has run in the transaction of a statement, and so still holds its locks. */
public final class SameTransaction {

    private SameTransaction() {}

    /** The statements before it that are understood, in order; none where it runs on its own. */
    public static List<SqlTree> before(StatementView statement) {
        if (!statement.transaction()) {
            return List.of();
        }
        List<SqlTree> before = statement.before().stream()
                .filter(ParsedStatement::covered)
                .map(ParsedStatement::tree)
                .toList();
        for (int at = before.size() - 1; at >= 0; at--) {
            if (before.get(at) instanceof Transaction control && limits(control.verb())) {
                return before.subList(at + 1, before.size());
            }
        }
        return before;
    }

    private static boolean limits(String verb) {
        return verb.equals("BEGIN") || verb.equals("COMMIT") || verb.equals("ROLLBACK");
    }
}
