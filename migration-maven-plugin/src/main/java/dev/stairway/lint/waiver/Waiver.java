package dev.stairway.lint.waiver;

import dev.stairway.engine.Position;
import java.time.LocalDate;

/**
 * Keeps remarks of a rule about one migration from failing the build, written where the migration is.
 *
 * @param rule id
 * @param migration id of the migration that it stands in
 * @param reason why; empty where none is given, and then it does not count
 * @param author who says so; empty where nobody is named
 * @param until last day on which it counts; null for ever
 * @param at where it stands
 * @param first line of its file that it is about; 0 for the whole migration
 * @param last line of its file that it is about
 */
public record Waiver(
        String rule,
        String migration,
        String reason,
        String author,
        LocalDate until,
        Position at,
        int first,
        int last) {

    /** True for a place that it is about. @param column 0 for what is said of the migration as a whole */
    public boolean covers(Position place, int column) {
        boolean here = place.file().equals(at.file()) && place.line() >= first && place.line() <= last;
        return first == 0 || column == 0 || here;
    }

    /** True when its last day is over. */
    public boolean expired(LocalDate today) {
        return until != null && until.isBefore(today);
    }

    /** True when it has a reason and its last day is not over. */
    boolean counts(LocalDate today) {
        return !reason.isBlank() && !expired(today);
    }

    /** {@code reason (author, until 2027-03-01)}. */
    public String words() {
        String by = author + (author.isEmpty() || until == null ? "" : ", ") + (until == null ? "" : "until " + until);
        return by.isEmpty() ? reason : reason + " (" + by + ")";
    }
}
