package dev.stairway.measure.plan;

import java.util.List;
import java.util.stream.Stream;

/**
 * What became of the plans of an application's queries while a database that people use was changed.
 *
 * @param queries how many were looked at
 * @param broken could be planned before, and cannot any more; one line for people each
 * @param dearer are planned worse than before; likewise
 * @param unplanned cannot be planned, and could not before, or were not looked at; likewise
 */
public record Replanning(int queries, List<String> broken, List<String> dearer, List<String> unplanned) {

    public Replanning {
        broken = List.copyOf(broken);
        dearer = List.copyOf(dearer);
        unplanned = List.copyOf(unplanned);
    }

    /** All that is not as it should be, the worst first. */
    public List<String> lines() {
        return Stream.of(broken, dearer, unplanned).flatMap(List::stream).toList();
    }
}
