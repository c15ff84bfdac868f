package dev.stairway.run;

import dev.stairway.engine.Migration;
import dev.stairway.finding.Finding;
import dev.stairway.finding.Rule;
import dev.stairway.fingerprint.Difference;
import dev.stairway.fingerprint.DifferenceText;
import dev.stairway.fingerprint.Fingerprinter;
import dev.stairway.fingerprint.ObjectChange;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** What whole readings saw that those in proportion to change had missed, as findings about ourselves. */
final class Missed {

    private static final int MOST_LINES = 20;

    private final Fingerprinter fingerprinter;
    private final List<Finding> findings = new ArrayList<>();

    Missed(Fingerprinter fingerprinter) {
        this.fingerprinter = fingerprinter;
    }

    List<Finding> findings() {
        return findings;
    }

    /**
     * Asks the fingerprinter after a reading.
     *
     * @param migration null for rows that were written between the steps
     * @param move what was played, for example {@code UP}
     */
    void ask(Migration migration, String move) {
        Difference missed = fingerprinter.missed();
        if (!missed.isEmpty()) {
            String step = migration == null ? move : move + " of " + migration.id();
            findings.add(new Finding(
                    Rule.FAST_READING_MISSED,
                    migration,
                    "A defect of migration-maven-plugin: after " + step + " the fast reading was wrong about "
                            + where(missed),
                    lines(missed),
                    "Please report it with these lines and the statements of the step; the other findings of this run"
                            + " rest on the whole reading"));
        }
    }

    private static String where(Difference missed) {
        TreeSet<String> objects = new TreeSet<>(missed.schema().keySet());
        missed.data().keySet().forEach(table -> objects.add("the rows of " + table));
        return String.join(", ", objects);
    }

    private static List<String> lines(Difference missed) {
        List<ObjectChange> changes = new ArrayList<>(DifferenceText.schema(missed));
        changes.addAll(DifferenceText.data(missed));
        return changes.stream()
                .limit(MOST_LINES)
                .map(change -> "from the fast reading to the whole one: " + change.sentence())
                .toList();
    }
}
