package dev.stairway.script.sql.tree;

import java.util.List;
import java.util.Set;

/**
 * A query by what it reads.
 *
 * @param tables everything it reads from, in subqueries too
 * @param star true when a list of results says {@code *} or {@code t.*}
 * @param where condition of the outermost query; null where there is none
 * @param limited true with LIMIT or FETCH
 * @param text as it stands in the statement
 */
public record Query(
        List<Name> tables,
        boolean star,
        Expression where,
        boolean limited,
        Set<String> functions,
        String text,
        int offset) {
    public Query {
        tables = List.copyOf(tables);
        functions = Set.copyOf(functions);
    }
}
