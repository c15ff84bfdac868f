package dev.stairway.report.view;

/** Colour class of a thing on the page. Never the only carrier: a symbol and a word stand beside it. */
public enum Tone {
    OK,
    LOSS,
    BAD,
    FAIL,
    NONE,
    AGAIN,
    OFF,
    PLAIN,
    INK;

    /** Class in the style sheet. */
    public String css() {
        return "t-" + name().toLowerCase(java.util.Locale.ROOT);
    }
}
