package dev.stairway.report.view;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The verdicts as the page shows them, worst first; those that say nothing come last. */
public enum Outcome {
    MIGRATION_FAILS("migration fails", "✖", Tone.FAIL, "Up stopped with an error."),
    ROLLBACK_FAILS("rollback fails", "✕", Tone.BAD, "Down stopped with an error."),
    ROLLBACK_INCOMPLETE("rollback incomplete", "≠", Tone.BAD, "Down ran and left another schema than before."),
    NOT_IDEMPOTENT("not idempotent", "↻", Tone.AGAIN, "Applying it again did not give the same state."),
    IRREVERSIBLE("irreversible", "⊘", Tone.NONE, "No rollback is written, or the one written is empty."),
    REVERSIBLE_WITH_DATA_LOSS(
            "reversible with data loss", "▲", Tone.LOSS, "Down restored the schema, but not every value or row."),
    UNKNOWN("unknown verdict", "?", Tone.OFF, "This renderer does not know the verdict."),
    REVERSIBLE("reversible", "✓", Tone.OK, "Down restored schema and data exactly, and up again gave the same state."),
    NOT_COVERED("not covered", "–", Tone.OFF, "It did not run here, with a reason."),
    NOT_RUN("not run", "–", Tone.OFF, "The whole cell did not run, with a reason.");

    private static final Map<String, Outcome> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(Outcome::name, Function.identity()));

    private final String label;
    private final String symbol;
    private final Tone tone;
    private final String meaning;

    Outcome(String label, String symbol, Tone tone, String meaning) {
        this.label = label;
        this.symbol = symbol;
        this.tone = tone;
        this.meaning = meaning;
    }

    /** Of a verdict in the document; a name from a newer minor version is {@code UNKNOWN}. */
    public static Outcome of(String verdict) {
        return BY_NAME.getOrDefault(verdict, UNKNOWN);
    }

    public String label() {
        return label;
    }

    public String symbol() {
        return symbol;
    }

    public String meaning() {
        return meaning;
    }

    public String css() {
        return tone.css();
    }

    /** True when the migration ran and something is wrong with it. */
    public boolean isProblem() {
        return ordinal() < UNKNOWN.ordinal();
    }

    /** True when nothing can be said about the migration. */
    public boolean isUnchecked() {
        return this == UNKNOWN || this == NOT_COVERED || this == NOT_RUN;
    }

    Outcome worse(Outcome other) {
        return ordinal() <= other.ordinal() ? this : other;
    }
}
