package dev.stairway.finding;

/** What the walk says about one migration in one cell. */
public enum Verdict {
    /** Down restored schema and data exactly, and up again gave the same state. */
    REVERSIBLE("reversible"),
    /** Down restored the schema, but not every value or row. */
    REVERSIBLE_WITH_DATA_LOSS("reversible with data loss"),
    /** Down ran, or is written empty, and left another schema than before. */
    ROLLBACK_INCOMPLETE("rollback incomplete"),
    /** Down stopped with an error. */
    ROLLBACK_FAILS("rollback fails"),
    /** No rollback is written and none can be derived. */
    IRREVERSIBLE("irreversible"),
    /** Applying it again did not give the same state. */
    NOT_IDEMPOTENT("not idempotent"),
    /** Up stopped with an error. */
    MIGRATION_FAILS("migration fails"),
    /** It did not run here, with a reason. */
    NOT_COVERED("not covered");

    private final String label;

    Verdict(String label) {
        this.label = label;
    }

    /** Words for people. */
    public String label() {
        return label;
    }
}
