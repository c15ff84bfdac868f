package dev.stairway.lint.rules.postgresql;

import dev.stairway.lint.StatementView;
import dev.stairway.script.sql.tree.Column;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.SqlTree.AlterTable;
import dev.stairway.script.sql.tree.TableAction;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A stored column that is computed in another way from now on, by SET EXPRESSION. @param offset of the action */
record Expressions(Name table, String column, int offset) {

    private static final int FIRST = 17;
    private static final Pattern SET = Pattern.compile(
            "alter\\s+(?:column\\s+)?(\\w+|\"[^\"]+\")\\s+set\\s+expression\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** The first one of a statement on a table that people work on. Older servers do not know it, which another rule tells. */
    static Optional<Expressions> replaced(StatementView statement) {
        return statement
                .as(AlterTable.class)
                .filter(alter -> !statement.targets().anyBefore(FIRST, 0) && !statement.isHarmless(alter.table()))
                .flatMap(alter -> alter.actions().stream()
                        .flatMap(action -> of(alter.table(), action).stream())
                        .filter(change -> !virtual(statement, change))
                        .findFirst());
    }

    private static Optional<Expressions> of(Name table, TableAction action) {
        if (action instanceof TableAction.Other other) {
            Matcher set = SET.matcher(other.text().strip());
            return set.matches() ? Optional.of(new Expressions(table, set.group(1), other.offset())) : Optional.empty();
        }
        return Optional.empty();
    }

    private static boolean virtual(StatementView statement, Expressions change) {
        String plain = change.column.replace("\"", "");
        return statement
                .schema()
                .table(change.table)
                .flatMap(known -> known.column(new Name("", plain, change.column, false)))
                .filter(column -> column.generated() != null)
                .map(Column::stored)
                .map(stored -> !stored)
                .orElse(false);
    }
}
