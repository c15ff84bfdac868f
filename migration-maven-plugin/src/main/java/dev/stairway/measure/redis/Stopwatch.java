package dev.stairway.measure.redis;

/** The longest command of one client. Used by its thread, and by others once that has ended a round. */
final class Stopwatch {

    private long longest;
    private String command = "";

    synchronized void took(String text, long nanos) {
        if (nanos > longest) {
            longest = nanos;
            command = text;
        }
    }

    synchronized void reset() {
        longest = 0;
        command = "";
    }

    synchronized long nanos() {
        return longest;
    }

    synchronized String command() {
        return command;
    }
}
