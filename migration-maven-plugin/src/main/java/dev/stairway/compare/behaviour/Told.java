package dev.stairway.compare.behaviour;

/**
 * What became of one probe on one database.
 *
 * @param refusal null when it was accepted
 * @param error first line of what the database said; empty when it accepted
 * @param unprepared why the probe could not come that far; empty when it could
 */
record Told(Refusal refusal, String error, Stored stored, String unprepared) {

    static Told accepted(Stored stored) {
        return new Told(null, "", stored, "");
    }

    static Told refused(Refusal refusal, String error) {
        return new Told(refusal, error, Stored.NOTHING, "");
    }

    static Told unprepared(String why) {
        return new Told(null, "", Stored.NOTHING, why);
    }

    boolean accepted() {
        return refusal == null;
    }

    Outcome outcome() {
        return new Outcome(accepted(), stored.shown(), error);
    }
}
