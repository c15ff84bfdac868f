package dev.stairway.compare.behaviour;

/**
 * What was there after a probe.
 *
 * @param canonical the same text for the same value in every product; null for NULL and where nothing was
 * @param shown as an application gets it; null likewise
 */
record Stored(String canonical, String shown) {

    static final Stored NOTHING = new Stored(null, null);

    static Stored of(String text) {
        return new Stored(text, text);
    }
}
