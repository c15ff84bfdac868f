package dev.stairway.measure.plan;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A plan without what differs from run to run.
 *
 * @param shape what makes it this plan and no other: kinds of nodes, tables and indexes, as an indented list
 * @param lines the same for people, with conditions
 * @param accesses how tables are read
 * @param rows of the tables that it reads, by qualified name; where unknown, missing
 * @param cost by the planner; null where unknown
 * @param buffers pages that were touched when it ran; null when it did not run
 */
public record Plan(
        List<String> shape,
        List<String> lines,
        Set<Access> accesses,
        Map<String, Long> rows,
        Double cost,
        Long buffers) {
    public Plan {
        shape = List.copyOf(shape);
        lines = List.copyOf(lines);
        accesses = Set.copyOf(accesses);
        rows = Map.copyOf(rows);
    }

    boolean uses(String index) {
        return accesses.stream().anyMatch(access -> access.index().equals(index));
    }
}
