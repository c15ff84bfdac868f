package dev.stairway.compare.behaviour;

/**
 * What was there after a probe.
 *
 * @param canonical the same text for the same value in every product; null for NULL and where nothing was
 * @param shown as an application gets it; null likewise
 */
record Stored(String canonical, String shown) {

    static final Stored NOTHING = new Stored(null, null);

    /** Something that nobody can ask for: it is accepted, and says nothing of what is stored. */
    static final Stored UNTOLD = new Stored("something", "something");

    boolean told() {
        return this != UNTOLD;
    }

    static Stored of(String text) {
        return new Stored(text, text);
    }
}
