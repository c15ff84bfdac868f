package dev.stairway.compare;

import dev.stairway.database.DatabaseId;
import dev.stairway.finding.Verdict;
import java.util.List;

/**
 * What became of one migration on one version.
 *
 * @param reason first line of the error, or why it is not covered; may be empty
 * @param rules ids of its findings that are more than a note, sorted, each once
 */
public record VersionOutcome(DatabaseId database, Verdict verdict, String reason, List<String> rules) {
    public VersionOutcome {
        rules = List.copyOf(rules);
    }

    /** True when it behaves like the other, whatever the words of the servers. */
    boolean same(VersionOutcome other) {
        return verdict == other.verdict && rules.equals(other.rules);
    }

    /** True when the project keeps it away from this version, or a filter does, and nothing is wrong with that. */
    boolean leftOut() {
        return verdict == Verdict.NOT_COVERED && rules.isEmpty();
    }
}
