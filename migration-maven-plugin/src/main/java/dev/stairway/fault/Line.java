package dev.stairway.fault;

import java.time.Duration;

/**
 * What is wrong with the line between a client and a server.
 *
 * <p>A request is what a client sends after it has heard an answer, or first of all: with a protocol in which both sides take
 * turns, it is a statement, a command, or several that are sent together.
 *
 * @param request number of the request, from 1, counted over all connections since the fault was put there; 0 for none
 * @param bytes of the answers that still arrive; less than zero for all
 * @param latency by which everything comes later, each way
 * @param bytesPerSecond how fast it comes, each way; 0 for as fast as it can
 */
public record Line(Trouble trouble, int request, long bytes, Duration latency, int bytesPerSecond) {

    /** Nothing is wrong with it. */
    public static final Line CLEAR = new Line(Trouble.NONE, 0, -1, Duration.ZERO, 0);

    /** What happens at a request. */
    public enum Trouble {
        NONE,
        /** The request does not arrive, and the connection is reset on both sides. */
        REQUEST_LOST,
        /** The request arrives and is answered; instead of the answer the connection is reset. */
        ANSWER_LOST,
        /** From the request on, nothing arrives any more on any connection, and nobody is told. */
        SILENCE
    }

    /** Resets the connection instead of passing on this request. */
    public static Line requestLost(int request) {
        return new Line(Trouble.REQUEST_LOST, request, -1, Duration.ZERO, 0);
    }

    /** Resets the connection when the answer to this request comes. */
    public static Line answerLost(int request) {
        return new Line(Trouble.ANSWER_LOST, request, -1, Duration.ZERO, 0);
    }

    /** Swallows everything from this request on. */
    public static Line silent(int request) {
        return new Line(Trouble.SILENCE, request, -1, Duration.ZERO, 0);
    }

    /** Resets a connection after so many bytes of answers. */
    public static Line cutAfter(long bytes) {
        return new Line(Trouble.NONE, 0, bytes, Duration.ZERO, 0);
    }

    /** Passes on everything, but slowly. */
    public static Line slow(Duration latency, int bytesPerSecond) {
        return new Line(Trouble.NONE, 0, -1, latency, bytesPerSecond);
    }
}
