package dev.stairway.crash;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * The moments of one step in which something is killed: before every statement, before the last commit, and at random moments
 * inside of statements.
 *
 * @param points in order
 * @param leftOut boundaries that are too many, chosen by the seed
 */
record KillPlan(List<KillPoint> points, int leftOut) {

    /**
     * @param most boundaries at most
     * @param inside moments inside statements
     */
    static KillPlan of(Rehearsal step, int most, int inside, Random random) {
        List<Integer> boundaries = new ArrayList<>();
        for (int number = 1; number <= step.size(); number++) {
            boundaries.add(number);
        }
        int leftOut = Math.max(0, boundaries.size() - most);
        for (int i = 0; i < leftOut; i++) {
            // The first and the last one stay.
            boundaries.remove(1 + random.nextInt(boundaries.size() - 2));
        }
        List<KillPoint> points = new ArrayList<>();
        boundaries.forEach(number -> points.add(KillPoint.before(number)));
        for (int i = 0; i < inside && step.size() > 1; i++) {
            int number = 1 + random.nextInt(step.size() - 1);
            points.add(new KillPoint(number, (long) (random.nextDouble() * step.nanos(number))));
        }
        return new KillPlan(Collections.unmodifiableList(points), leftOut);
    }
}
