package dev.stairway.script.sql.tree;

import java.util.Set;

/**
 * An expression, a condition or the body of something, by what it refers to.
 *
 * @param text as it stands in the statement
 * @param functions names of the functions it calls, in lower case and without schema; {@code current_timestamp} and the
 *     like are among them
 * @param columns columns it refers to, as the product stores them and without what stands before a dot
 * @param literal true for a plain literal, also with a sign or a cast
 * @param subquery true when it holds a query
 * @param offset of its first character in the statement
 */
public record Expression(
        String text, Set<String> functions, Set<String> columns, boolean literal, boolean subquery, int offset) {

    public Expression {
        functions = Set.copyOf(functions);
        columns = Set.copyOf(columns);
    }

    /** True when it calls any of these. @param names in lower case */
    public boolean calls(String... names) {
        for (String name : names) {
            if (functions.contains(name)) {
                return true;
            }
        }
        return false;
    }
}
