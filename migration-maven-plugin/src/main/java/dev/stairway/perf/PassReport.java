package dev.stairway.perf;

import dev.stairway.engine.Migration;
import java.util.List;

/**
 * One cell played once.
 *
 * @param steps that were played, in order, up to where it came
 * @param recoveries from head, the last migration first
 * @param failed migration at which it ended; null when it came to its end
 * @param reason why it failed; empty when it came to its end
 */
record PassReport(List<Step> steps, List<Recovery> recoveries, Migration failed, String reason) {

    /** Of a pass that nobody wanted to look at. */
    static final PassReport NOTHING = new PassReport(List.of(), List.of(), null, "");

    PassReport {
        steps = List.copyOf(steps);
        recoveries = List.copyOf(recoveries);
    }

    /**
     * @param rowsBefore in all tables; -1 when this pass did not look
     * @param bytesBefore size of the database; null where unknown, or when this pass did not look
     * @param up never null
     * @param down null when it was not played
     */
    record Step(Migration migration, long rowsBefore, Long bytesBefore, Seen up, Seen down) {}

    /**
     * @param migration the oldest one that is taken back with it
     * @param nanos of its way down and of those before it
     */
    record Recovery(Migration migration, long nanos) {}
}
