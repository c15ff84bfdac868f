package dev.stairway.report.view;

import dev.stairway.report.document.Performance.ComparisonEntry;
import java.util.Locale;

/** What became of a figure since the baseline, in the order in which a reader wants to know. */
enum Verdict {
    REGRESSION("▲ worse", Tone.BAD),
    IMPROVEMENT("▼ better", Tone.OK),
    CHANGED("edited since", Tone.OFF),
    NOT_COMPARABLE("not comparable", Tone.OFF),
    TOO_FEW("too few samples", Tone.OFF),
    NEW("new", Tone.AGAIN),
    GONE("gone", Tone.OFF),
    UNKNOWN("unknown", Tone.OFF),
    SAME("same", Tone.PLAIN);

    private final String label;
    private final Tone tone;

    Verdict(String label, Tone tone) {
        this.label = label;
        this.tone = tone;
    }

    /** A name from a newer minor version claims nothing. */
    static Verdict of(ComparisonEntry entry) {
        for (Verdict verdict : values()) {
            if (verdict.name().equals(entry.verdict().toUpperCase(Locale.ROOT))) {
                return verdict;
            }
        }
        return UNKNOWN;
    }

    /** True when both figures say something about the migration. */
    boolean moved() {
        return this == REGRESSION || this == IMPROVEMENT;
    }

    String label() {
        return label;
    }

    String css() {
        return tone.css();
    }
}
