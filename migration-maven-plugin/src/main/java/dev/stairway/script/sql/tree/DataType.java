package dev.stairway.script.sql.tree;

import java.util.List;

/**
 * A type as a column declares it.
 *
 * @param name in lower case by its usual short name: {@code varchar}, {@code char}, {@code integer}, {@code bigint},
 *     {@code timestamptz}, {@code timestamp}, {@code double precision}, {@code numeric}, {@code boolean}; as it is
 *     written otherwise, with a schema where it has one
 * @param arguments numbers in parentheses: length, or precision and scale
 * @param array true for an array of it
 * @param written as it stands in the statement
 */
public record DataType(String name, List<Integer> arguments, boolean array, String written) {

    public DataType {
        arguments = List.copyOf(arguments);
    }

    /** True for any of these short names, and no array. */
    public boolean is(String... names) {
        return !array && List.of(names).contains(name);
    }
}
