package dev.stairway.fingerprint;

/**
 * One line of a readable difference.
 *
 * @param kind kind of the object, for example {@code column}
 * @param name qualified name
 * @param what what happened to it
 * @param attribute what differs; empty when the whole object came or went
 * @param before empty when there was nothing
 * @param after empty when there is nothing
 * @param level how much it matters
 */
public record ObjectChange(
        String kind, String name, What what, String attribute, String before, String after, Level level) {

    /** What happened. */
    public enum What {
        ADDED,
        REMOVED,
        CHANGED
    }

    /** How much a difference matters. */
    public enum Level {
        /** Something is lost, left over or different. */
        REAL,
        /** Column order or sequence position only. */
        LOWER
    }

    /** For example {@code column public.users.email: not null was yes, is no}. */
    public String sentence() {
        String subject = kind + " " + name + ": ";
        return switch (what) {
            case ADDED -> subject + "added";
            case REMOVED -> subject + "removed";
            case CHANGED -> subject + attribute + " was " + shown(before) + ", is " + shown(after);
        };
    }

    private static String shown(String value) {
        return value.isEmpty() ? "none" : value;
    }
}
