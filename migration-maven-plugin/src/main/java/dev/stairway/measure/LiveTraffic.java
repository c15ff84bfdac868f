package dev.stairway.measure;

import java.util.List;

/**
 * Clients of the old and of the new release that work on keys of some mappings while something is done to those keys.
 *
 * <p>The order of use: {@link #seed}, {@link #start}, {@link #begun}, then {@link #between} before every call of what is under
 * way, {@link #ended}, {@link #stopSource}, perhaps more calls, {@link #settle}. Each may throw a {@link ClientFailure}.
 */
public interface LiveTraffic extends AutoCloseable {

    /** Writes keys in the format that is taken away. */
    void seed();

    /** Lets the clients begin, and measures them while nothing else goes on. */
    void start();

    /** What is under way begins now. */
    void begun();

    /**
     * Every client goes a whole round before this returns.
     *
     * @param keys that the next call is about: a client may end one of them when it was looked at before
     */
    void between(List<String> keys);

    /** What was under way has ended; every client goes one more round. */
    void ended();

    /** Stops the clients of the format that is taken away. Returns how many of their keys still have their former name. */
    long stopSource() throws InterruptedException;

    /**
     * Stops everything and looks what became of every key.
     *
     * @param complete false when what was created late may rightly have been left
     */
    LiveAccount settle(boolean complete) throws InterruptedException;

    /** Stops what still runs. */
    @Override
    void close();
}
