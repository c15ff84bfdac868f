package dev.stairway.report.view;

import dev.stairway.report.document.Performance.ComparisonEntry;
import dev.stairway.report.document.Performance.Query;
import dev.stairway.report.document.Performance.Scaling;
import dev.stairway.report.document.Performance.Side;
import dev.stairway.report.document.Performance.Step;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One migration on one database.
 *
 * @param sizes the smallest first
 * @param entries against the baseline
 */
record Cost(
        String changelog,
        String database,
        String migration,
        List<Sized> sizes,
        List<Scaling> scalings,
        List<ComparisonEntry> entries,
        List<Query> queries) {

    static final String MILLIS = "millis";

    record Sized(long rows, Step step) {}

    /** A direction of a step: the way up or the way down. */
    enum Way {
        UP(Step::up),
        DOWN(Step::down);

        private final Function<Step, Side> side;

        Way(Function<Step, Side> side) {
            this.side = side;
        }

        /** Null when it was not measured. */
        Side of(Step step) {
            return side.apply(step);
        }

        String word() {
            return this == UP ? "up" : "down";
        }
    }

    /** Median time at the largest size; null when it was not measured. */
    Double millis(Way way) {
        Sized largest = largest(way, side -> !side.millis().isEmpty());
        return largest == null ? null : Medians.of(way.of(largest.step()).millis());
    }

    /** The largest size whose side is as wanted; null when there is none. */
    Sized largest(Way way, Predicate<Side> wanted) {
        Sized found = null;
        for (Sized size : sizes) {
            Side side = way.of(size.step());
            if (side != null && wanted.test(side)) {
                found = size;
            }
        }
        return found;
    }

    /** Null when it is not known. */
    Scaling scaling(Way way, String metric) {
        return scalings.stream()
                .filter(one ->
                        one.direction().equals(way.word()) && one.metric().equals(metric))
                .findFirst()
                .orElse(null);
    }

    /** Null when it is not compared. */
    ComparisonEntry entry(long rows, Way way, String metric) {
        String name = way.word() + "." + metric;
        return entries.stream()
                .filter(one -> one.rows() == rows && one.metric().equals(name))
                .findFirst()
                .orElse(null);
    }

    boolean regressed() {
        return entries.stream().anyMatch(entry -> Verdict.of(entry) == Verdict.REGRESSION);
    }
}
