package dev.stairway.measure.plan;

import java.util.List;

/**
 * An index as it is defined.
 *
 * @param table qualified name
 * @param name qualified where the product does so
 * @param method {@code btree}, ...
 * @param keys column or expression with everything that belongs to it: order, collation, class of operators
 * @param condition of a partial index, and further columns that it carries; empty for none
 * @param unique true when it keeps something apart, too
 * @param parts names under which plans know it: its own, and those of its parts where the table is partitioned
 * @param needed true when something else than queries needs it: a constraint, a foreign key
 */
public record IndexFact(
        String table,
        String name,
        String method,
        List<String> keys,
        String condition,
        List<String> parts,
        boolean unique,
        boolean needed) {
    public IndexFact {
        keys = List.copyOf(keys);
        parts = List.copyOf(parts);
    }
}
