package dev.stairway.fault;

import dev.stairway.crash.Rehearsal;
import java.util.TreeSet;

/** At which statements of a step a fault begins. */
final class Moments {

    private Moments() {}

    /** What breaks at a moment: first, middle and last, which is the commit. What lasts: from the first one on. */
    static TreeSet<Integer> of(Fault fault, Rehearsal step) {
        TreeSet<Integer> moments = new TreeSet<>();
        if (step.size() > 0) {
            moments.add(1);
        }
        if (fault == Fault.REQUEST_LOST || fault == Fault.ANSWER_LOST) {
            moments.add(Math.max(1, (step.size() + 1) / 2));
            moments.add(Math.max(1, step.size() - 1));
            moments.add(Math.max(1, step.size()));
        }
        return moments;
    }
}
