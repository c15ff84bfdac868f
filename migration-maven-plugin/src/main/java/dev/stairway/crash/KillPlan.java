package dev.stairway.crash;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * The moments of one step in which something is killed: before every statement, before the last commit, and at random moments
 * inside of statements.
 *
 * @param points in order
 * @param leftOut boundaries that are too many, chosen by the seed: first those before questions of the engine's own, which
 *     show what the next one shows
 */
record KillPlan(List<KillPoint> points, int leftOut) {

    /**
     * @param most boundaries at most
     * @param inside moments inside statements
     */
    static KillPlan of(Rehearsal step, int most, int inside, Random random) {
        List<Integer> boundaries =
                new ArrayList<>(IntStream.rangeClosed(1, step.size()).boxed().toList());
        int leftOut = Math.max(0, boundaries.size() - most);
        for (int i = 0; i < leftOut; i++) {
            // The first and the last one stay.
            List<Integer> between = boundaries.subList(1, boundaries.size() - 1);
            List<Integer> looks = between.stream().filter(step::looks).toList();
            List<Integer> some = looks.isEmpty() ? between : looks;
            boundaries.remove(some.get(random.nextInt(some.size())));
        }
        List<KillPoint> points = new ArrayList<>();
        boundaries.forEach(number -> points.add(KillPoint.before(number)));
        List<Integer> working = IntStream.range(1, step.size())
                .filter(number -> !step.looks(number))
                .boxed()
                .toList();
        for (int i = 0; i < inside && !working.isEmpty(); i++) {
            int number = working.get(random.nextInt(working.size()));
            points.add(new KillPoint(number, (long) (random.nextDouble() * step.nanos(number))));
        }
        return new KillPlan(Collections.unmodifiableList(points), leftOut);
    }
}
