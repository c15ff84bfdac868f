package dev.stairway.measure.redis;

import dev.stairway.measure.redis.LiveMapping.Names;

/** One key of the clients, whatever its name, and what they had confirmed. */
final class LiveKey {

    private final LiveMapping mapping;
    private final Names names;
    private final Format origin;
    private final boolean early;
    private final Newest values = new Newest();
    private final Newest lives = new Newest();
    private volatile boolean ending;
    private Write ended;
    private Write taken;

    /**
     * @param origin format in which it was created
     * @param early true when it was there before the migration began
     */
    LiveKey(LiveMapping mapping, Names names, Format origin, boolean early) {
        this.mapping = mapping;
        this.names = names;
        this.origin = origin;
        this.early = early;
    }

    LiveMapping mapping() {
        return mapping;
    }

    String name(Format format) {
        return names.of(format);
    }

    Format origin() {
        return origin;
    }

    boolean early() {
        return early;
    }

    synchronized void created(Write write) {
        values.add(write);
        lives.add(write);
    }

    /** Created under its other name by a client that did not look for this one. */
    synchronized void taken(Write write) {
        created(write);
        taken = write;
    }

    synchronized void changed(Write write) {
        values.add(write);
    }

    synchronized void lives(Write write) {
        lives.add(write);
    }

    /** A client is about to end it: from now on nobody need find it. */
    void ending() {
        ending = true;
    }

    /** @param write null when the server refused, as the key was not there under that name */
    synchronized void ended(Write write) {
        ended = write;
        ending = write != null;
    }

    boolean mayBeGone() {
        return ending;
    }

    /** Null while nobody ended it. */
    synchronized Write ended() {
        return ended;
    }

    /** Null when it was created under one name alone. */
    synchronized Write taken() {
        return taken;
    }

    synchronized Newest values() {
        return values;
    }

    synchronized Newest lifeTimes() {
        return lives;
    }
}
