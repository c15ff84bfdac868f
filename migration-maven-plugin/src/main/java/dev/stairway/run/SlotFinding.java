package dev.stairway.run;

import dev.stairway.finding.Rule;

/** A failure that only a cluster shows: one call touches keys that may be on different servers. */
final class SlotFinding {

    private SlotFinding() {}

    /**
     * Makes the finding where the move failed for that reason.
     *
     * @return false when it failed for another one
     */
    static boolean made(StepNotes notes, Move move, Direction way) {
        if (move.outcome().severalSlots()) {
            notes.find(
                    way,
                    Rule.KEYS_IN_SEVERAL_SLOTS,
                    (way.back() ? "A call of its rollback" : "One of its calls")
                            + " touches keys of several slots of the cluster",
                    FailedUp.evidence(move),
                    "Put braces around what the keys have in common, such as the user's number: only what stands in braces"
                            + " then decides the slot. Keys without anything in common need a call each");
        }
        return move.outcome().severalSlots();
    }
}
