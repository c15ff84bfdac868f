package dev.stairway.compare.logical;

import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Tables and views of a database by plain name in lower case, without schema; those of the engine itself are left out.
 *
 * @param tables by name
 * @param views names of views and materialized views
 */
public record LogicalSchema(SortedMap<String, LogicalTable> tables, SortedSet<String> views) {

    public static final LogicalSchema EMPTY = new LogicalSchema(new TreeMap<>(), new TreeSet<>());

    public LogicalSchema {
        tables = Collections.unmodifiableSortedMap(new TreeMap<>(tables));
        views = Collections.unmodifiableSortedSet(new TreeSet<>(views));
    }
}
