package dev.stairway.lint.rules.sqlite;

import dev.stairway.script.sql.tree.Column;
import dev.stairway.script.sql.tree.Expression;
import java.util.regex.Pattern;

/** What a column that is added says of its values. */
final class AddedColumn {

    private static final Pattern NULL = Pattern.compile("\\(*\\s*null\\s*\\)*", Pattern.CASE_INSENSITIVE);

    private AddedColumn() {}

    static boolean isNull(Expression value) {
        return NULL.matcher(value.text().strip()).matches();
    }

    /** A default that fits its type. */
    static String example(Column column) {
        boolean number = column.type() != null
                && column.type()
                        .is("integer", "bigint", "smallint", "numeric", "real", "double precision", "boolean", "float");
        return number ? "0" : "''";
    }
}
