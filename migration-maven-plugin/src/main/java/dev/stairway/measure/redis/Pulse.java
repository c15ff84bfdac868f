package dev.stairway.measure.redis;

import dev.stairway.measure.ClientFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps clients and migration in step without stopping either: the migration waits before a call until every client has
 * gone one whole round that it began while the migration was waiting.
 */
final class Pulse {

    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private final Object lock = new Object();
    private final List<Member> members = new ArrayList<>();
    private long beat;
    private long firstBeat = Long.MAX_VALUE;
    private long lastBeat = Long.MAX_VALUE;
    private ClientFailure failure;

    /** One client. */
    final class Member {
        private long done;

        /** The beat of the round that now begins. */
        long begin() {
            synchronized (lock) {
                return beat;
            }
        }

        void end(long begun) {
            synchronized (lock) {
                done = begun;
                lock.notifyAll();
            }
        }

        /** It works no longer. */
        void leave() {
            synchronized (lock) {
                members.remove(this);
                lock.notifyAll();
            }
        }
    }

    Member join() {
        synchronized (lock) {
            Member member = new Member();
            members.add(member);
            return member;
        }
    }

    /** The calls of a step begin here. */
    void begun() {
        synchronized (lock) {
            firstBeat = beat;
            lastBeat = Long.MAX_VALUE;
        }
    }

    /** The calls of a step have ended. */
    void ended() {
        synchronized (lock) {
            lastBeat = beat;
        }
    }

    /** For people: when something with this beat happened. */
    String place(long when) {
        synchronized (lock) {
            if (when <= firstBeat) {
                return "before the migration began";
            }
            return when > lastBeat
                    ? "after the migration had ended"
                    : "while the migration was under way (pause " + (when - firstBeat) + ")";
        }
    }

    /** Waits for one whole round of every client. */
    void await() {
        synchronized (lock) {
            long wanted = ++beat;
            long deadline = System.nanoTime() + DEADLINE.toNanos();
            while (failure == null && members.stream().anyMatch(member -> member.done < wanted)) {
                long left = (deadline - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    failure = new ClientFailure("it did not end its round within " + DEADLINE.toSeconds() + " s", null);
                } else {
                    pause(left);
                }
            }
        }
    }

    private void pause(long millis) {
        synchronized (lock) {
            try {
                lock.wait(millis);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                failure = new ClientFailure("interrupted while it was waited for", interrupted);
            }
        }
    }

    /** A client cannot go on; nobody waits any longer. */
    void fail(ClientFailure cause) {
        synchronized (lock) {
            if (failure == null) {
                failure = cause;
            }
            lock.notifyAll();
        }
    }

    boolean failed() {
        synchronized (lock) {
            return failure != null;
        }
    }

    /** Throws what stopped a client. */
    void check() {
        synchronized (lock) {
            if (failure != null) {
                throw failure;
            }
        }
    }
}
