package dev.stairway.measure;

/** Which release writes and reads it. */
public enum Format {
    OLD("old"),
    NEW("new");

    private final String word;

    Format(String word) {
        this.word = word;
    }

    /** For people. */
    public String word() {
        return word;
    }

    /** That of the other release. */
    public Format other() {
        return this == OLD ? NEW : OLD;
    }
}
