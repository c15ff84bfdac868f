package dev.stairway.report.view;

/** How a cell, or its way from head to base, ended. */
public enum Result {
    PASSED("✓", "passed", Tone.OK),
    FAILED("✕", "failed", Tone.BAD),
    NOT_RUN("–", "not run", Tone.OFF);

    private final String symbol;
    private final String label;
    private final Tone tone;

    Result(String symbol, String label, Tone tone) {
        this.symbol = symbol;
        this.label = label;
        this.tone = tone;
    }

    /** Of a name in the document; one from a newer minor version claims nothing. */
    public static Result of(String name) {
        return switch (name) {
            case "PASSED" -> PASSED;
            case "FAILED" -> FAILED;
            default -> NOT_RUN;
        };
    }

    String symbol() {
        return symbol;
    }

    String label() {
        return label;
    }

    String css() {
        return tone.css();
    }
}
