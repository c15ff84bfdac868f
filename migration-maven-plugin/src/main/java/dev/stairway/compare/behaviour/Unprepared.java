package dev.stairway.compare.behaviour;

/** Something that a probe needs before it can try what it is about was not to be had. */
final class Unprepared extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Unprepared(String why, Throwable cause) {
        super(why, cause);
    }
}
