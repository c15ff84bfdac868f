package dev.stairway.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The limits on what the walk may cost; a target whose trials did not run is left out. */
final class Targets {

    private static final String PROCESS = "processMillis";

    private final Figures figures;
    private final List<Target> targets = new ArrayList<>();

    private Targets(Figures figures) {
        this.figures = figures;
    }

    static List<Target> judge(Figures figures, List<Integer> sizes) {
        Targets judge = new Targets(figures);
        judge.ratio("keycloak: whole walk / update", "keycloak/walk", PROCESS, "keycloak/update", PROCESS, 2, true);
        judge.checking("keycloak/walk");
        for (int size : sizes) {
            judge.trivial("trivial-" + size);
        }
        if (sizes.size() > 1) {
            judge.growth(sizes.get(0), sizes.get(sizes.size() - 1));
        }
        judge.demo();
        return List.copyOf(judge.targets);
    }

    private void trivial(String name) {
        String walk = name + "/walk";
        String bare = name + "/bare";
        String alone = name + "/bare-migrations-only";
        ratio(
                name + ": whole walk / updateTestingRollback",
                walk,
                PROCESS,
                name + "/updateTestingRollback",
                PROCESS,
                0.8,
                true);
        ratio(name + ": whole walk / bare JDBC, process by process", walk, PROCESS, bare, PROCESS, 3, true);
        ratio(name + ": walk / bare JDBC, loop by loop", walk, "walkMillis", bare, "loopMillis", 3, true);
        ratio(
                name + ": whole walk / bare JDBC without history rows, process by process",
                walk,
                PROCESS,
                alone,
                PROCESS,
                3,
                false);
        ratio(
                name + ": walk / bare JDBC without history rows, loop by loop",
                walk,
                "walkMillis",
                alone,
                "loopMillis",
                3,
                false);
        checking(walk);
    }

    private void checking(String walk) {
        if (figures.has(walk)) {
            double value = figures.median(walk, "checkMillisPerStep");
            add(walk.replace("/walk", "") + ": checking per step", value, 2, "ms", "", true);
        }
    }

    /** Linear growth, with a tenth for noise: 3.3 for three times as many. */
    private void growth(int small, int large) {
        String title = "growth of the whole walk, " + large + " / " + small;
        double limit = 1.1 * large / small;
        ratio(title, "trivial-" + large + "/walk", PROCESS, "trivial-" + small + "/walk", PROCESS, limit, true);
    }

    private void demo() {
        if (figures.has("demo/verify")) {
            add("demo: mvn verify to the verdict", figures.median("demo/verify", PROCESS) / 1000, 8, "s", "", true);
        }
    }

    private void ratio(
            String title, String ours, String our, String peer, String their, double limit, boolean binding) {
        if (figures.has(ours) && figures.has(peer)) {
            double mine = figures.median(ours, our);
            double other = figures.median(peer, their);
            String evidence = String.format(Locale.ROOT, "%.2f s / %.2f s", mine / 1000, other / 1000);
            add(title, mine / other, limit, "x", evidence, binding);
        }
    }

    private void add(String title, double value, double limit, String unit, String evidence, boolean binding) {
        targets.add(new Target(title, value, limit, unit, evidence, binding));
    }
}
