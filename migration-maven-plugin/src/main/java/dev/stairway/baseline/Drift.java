package dev.stairway.baseline;

import dev.stairway.baseline.BaselineDocument.Cell;
import dev.stairway.baseline.BaselineDocument.Key;
import dev.stairway.baseline.BaselineDocument.Side;
import dev.stairway.baseline.BaselineDocument.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How much slower a whole run is than its baseline. On rented machines a neighbour's load slows every migration by the same
 * factor, for all repetitions of a run, and no test of samples can tell that from a regression; the other migrations can. The
 * median of their ratios is not moved by the few that did change.
 */
final class Drift {

    /** Fewer figures may all have changed. */
    static final int ENOUGH = 10;

    /** Shorter times are mostly round trips, which say little about the pace of work. */
    private static final double MILLIS = 1;

    private Drift() {}

    /** 1 for as fast, 2 for half as fast; 1 too when the figures are too few to tell. */
    static double between(Map<Key, Cell> before, Map<Key, Cell> now) {
        List<Double> ratios = new ArrayList<>();
        now.forEach((key, cell) -> {
            Cell former = before.get(key);
            if (former != null
                    && cell.environment().timesDiffer(former.environment()).isEmpty()) {
                cell.steps()
                        .forEach(step -> former.steps().stream()
                                .filter(was -> was.migration().equals(step.migration())
                                        && was.checksum().equals(step.checksum())
                                        && was.rowsBefore() == step.rowsBefore())
                                .forEach(was -> ratios(was, step, ratios)));
            }
        });
        if (ratios.size() < ENOUGH) {
            return 1;
        }
        double median = new Sample(ratios).median();
        return Math.abs(median - 1) < 0.02 ? 1 : median;
    }

    private static void ratios(Step was, Step is, List<Double> ratios) {
        ratio(was.up(), is.up(), ratios);
        ratio(was.down(), is.down(), ratios);
    }

    private static void ratio(Side was, Side is, List<Double> ratios) {
        if (was != null && is != null && !was.millis().isEmpty() && !is.millis().isEmpty()) {
            double before = new Sample(was.millis()).median();
            double after = new Sample(is.millis()).median();
            if (before >= MILLIS && after >= MILLIS) {
                ratios.add(after / before);
            }
        }
    }
}
