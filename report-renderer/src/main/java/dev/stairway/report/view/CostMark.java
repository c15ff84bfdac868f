package dev.stairway.report.view;

import java.util.List;
import java.util.Objects;

/**
 * What is said of a migration in its line when this run only measured.
 *
 * @param group in the filter of the page
 * @param slowest longest time up over all databases
 */
record CostMark(String css, String text, String group, String slowest) {

    static CostMark of(List<Cost> costs) {
        String slowest = Units.millis(costs.stream()
                .map(cost -> cost.millis(Cost.Way.UP))
                .filter(Objects::nonNull)
                .max(Double::compare)
                .orElse(null));
        if (costs.stream().anyMatch(Cost::regressed)) {
            return new CostMark(Verdict.REGRESSION.css(), Verdict.REGRESSION.label(), "problem", slowest);
        }
        String shape = shape(costs);
        return new CostMark(
                Growth.tone(shape).css(),
                shape.isEmpty() ? "measured" : "grows " + Growth.word(shape),
                "fine",
                slowest);
    }

    /** The worst one of the way up. */
    private static String shape(List<Cost> costs) {
        List<String> shapes = costs.stream()
                .map(cost -> cost.scaling(Cost.Way.UP, Cost.MILLIS))
                .filter(Objects::nonNull)
                .map(scaling -> scaling.shape())
                .toList();
        for (String shape : List.of("WORSE", "LINEAR", "METADATA_ONLY", "UNKNOWN")) {
            if (shapes.contains(shape)) {
                return shape;
            }
        }
        return "";
    }
}
