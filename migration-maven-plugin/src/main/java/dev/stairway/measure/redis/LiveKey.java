package dev.stairway.measure.redis;

import dev.stairway.measure.Format;
import dev.stairway.measure.LiveMapping.Names;

/** One key of the clients, whatever its name, and what they had confirmed. */
final class LiveKey {

    private final KeyKind kind;
    private final Names names;
    private final Format origin;
    private final boolean early;
    private final Use use;
    private final Newest values = new Newest();
    private final Newest lives = new Newest();
    private volatile boolean ending;
    private Write ended;
    private int touches;
    private Write taken;

    /** What clients do with a key that moves. */
    enum Use {
        /** Clients of both formats write it. */
        SHARED,
        /** Clients of one format write it: later writes of others would hide that one was lost. */
        SINGLE,
        /** The same, and it is ended in the middle of the migration's work on it. */
        MORTAL;

        /** The uses in turn. */
        static Use of(int number) {
            return number % 2 == 0 ? SHARED : number % 4 == 1 ? SINGLE : MORTAL;
        }
    }

    /**
     * @param origin format in which it was created
     * @param early true when it was there before the migration began
     */
    LiveKey(KeyKind kind, Names names, Format origin, boolean early, Use use) {
        this.kind = kind;
        this.names = names;
        this.origin = origin;
        this.early = early;
        this.use = use;
    }

    KeyKind kind() {
        return kind;
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

    boolean shared() {
        return use == Use.SHARED;
    }

    /** True when it is ended as soon as the migration has looked at it. */
    boolean mortal() {
        return use == Use.MORTAL;
    }

    /** The migration is about to touch it. */
    synchronized void touched() {
        touches++;
    }

    /** True when the migration has looked at it, and is now about to do something with it. */
    synchronized boolean underWay() {
        return touches == 2;
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
