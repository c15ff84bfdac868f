package dev.stairway.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A figure that was promised.
 *
 * @param what it compares
 * @param measured median
 * @param limit measured must not exceed it
 * @param unit of both
 */
record Target(String what, double measured, double limit, String unit) {

    boolean met() {
        return measured <= limit;
    }

    String line() {
        return String.format(Locale.ROOT, "%-7s %-72s %8.2f <= %.2f %s", verdict(), what, measured, limit, unit);
    }

    private String verdict() {
        return Double.isNaN(measured) ? "not run" : met() ? "met" : "MISSED";
    }

    static List<Target> all(Medians medians, List<Integer> sizes) {
        List<Target> targets = new ArrayList<>();
        targets.add(ratio(medians, "keycloak/stairway", "processMillis", "keycloak/update", "processMillis", 2));
        for (int size : sizes) {
            String trivial = "trivial-" + size;
            targets.add(ratio(
                    medians,
                    trivial + "/stairway",
                    "processMillis",
                    trivial + "/updateTestingRollback",
                    "processMillis",
                    0.8));
            targets.add(ratio(medians, trivial + "/stairway", "walkMillis", trivial + "/bare-jdbc", "loopMillis", 3));
            targets.add(
                    ratio(medians, trivial + "/stairway", "processMillis", trivial + "/bare-jdbc", "processMillis", 3));
            targets.add(new Target(
                    trivial + "/stairway checking per step",
                    medians.of(trivial + "/stairway", "checkMillisPerStep"),
                    2,
                    "ms"));
        }
        if (sizes.size() > 1) {
            String small = "trivial-" + sizes.get(0) + "/stairway";
            String large = "trivial-" + sizes.get(sizes.size() - 1) + "/stairway";
            double growth = 1.1 * sizes.get(sizes.size() - 1) / sizes.get(0);
            targets.add(ratio(medians, large, "processMillis", small, "processMillis", growth));
            targets.add(ratio(medians, large, "walkMillis", small, "walkMillis", growth));
        }
        targets.add(new Target("demo/verify", medians.of("demo/verify", "processMillis") / 1000, 8, "s"));
        return targets;
    }

    private static Target ratio(
            Medians medians, String ours, String ourFigure, String peer, String peerFigure, double limit) {
        return new Target(
                ours + " " + ourFigure + " / " + peer + " " + peerFigure,
                medians.of(ours, ourFigure) / medians.of(peer, peerFigure),
                limit,
                "x");
    }
}
