package dev.stairway.measure;

/**
 * A key, or a read of it, with which something is wrong.
 *
 * @param kind what is wrong
 * @param mapping that speaks of the key
 * @param key its old name
 * @param text what was seen, with the write and its time
 */
public record LiveFault(Kind kind, LiveMapping mapping, String key, String text) {

    /** What is wrong. */
    public enum Kind {
        /** It is there under neither name. */
        GONE,
        /** It has a value that was not the last one. */
        OTHER_VALUE,
        /** It expires at another time than was confirmed last. */
        OTHER_LIFE,
        /** It had been ended, and is there. */
        RETURNED,
        /** It is there under both names. */
        DUPLICATED,
        /** It has its former name. */
        LEFT_BEHIND,
        /** It has another type than its name says. */
        WRONG_FORMAT
    }
}
