package dev.stairway.report.export;

import dev.stairway.report.document.Step;
import dev.stairway.report.view.Outcome;

/** What is checked of every migration, in the order of the walk. A verdict breaks one check; later ones were not reached. */
enum Check {
    APPLIES("applies", Outcome.MIGRATION_FAILS),
    HAS_ROLLBACK("has a rollback", Outcome.IRREVERSIBLE),
    ROLLS_BACK("rolls back", Outcome.ROLLBACK_FAILS),
    RESTORES_SCHEMA("restores the schema", Outcome.ROLLBACK_INCOMPLETE),
    KEEPS_DATA("keeps the data", Outcome.REVERSIBLE_WITH_DATA_LOSS),
    APPLIES_AGAIN("applies again", Outcome.NOT_IDEMPOTENT);

    private final String label;
    private final Outcome broken;

    Check(String label, Outcome broken) {
        this.label = label;
        this.broken = broken;
    }

    String label() {
        return label;
    }

    boolean isBrokenBy(Outcome outcome) {
        return broken == outcome;
    }

    /** True when the walk got past this check although a later or earlier one is broken. */
    boolean isReached(Outcome outcome) {
        if (outcome == Outcome.REVERSIBLE || outcome == Outcome.REVERSIBLE_WITH_DATA_LOSS) {
            return true;
        }
        for (Check check : values()) {
            if (check.isBrokenBy(outcome)) {
                return ordinal() <= check.ordinal();
            }
        }
        return false;
    }

    double seconds(Step step) {
        Double millis = switch (this) {
            case APPLIES -> step.upMillis();
            case ROLLS_BACK -> step.downMillis();
            case APPLIES_AGAIN -> step.upAgainMillis();
            case RESTORES_SCHEMA -> step.checkMillis();
            default -> null;
        };
        return millis == null ? 0 : millis / 1000;
    }
}
