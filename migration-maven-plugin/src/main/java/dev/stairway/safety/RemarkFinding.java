package dev.stairway.safety;

import dev.stairway.engine.Migration;
import dev.stairway.finding.Finding;
import dev.stairway.finding.Observed;
import dev.stairway.finding.RuleId;
import dev.stairway.finding.Severity;
import dev.stairway.lint.Remark;
import java.util.ArrayList;
import java.util.List;

/** Makes a finding of what a rule says. */
public final class RemarkFinding {

    private static final int LONGEST_LINE = 160;

    /** A rule by its name. */
    record Named(String id, Severity severity) implements RuleId {}

    private RemarkFinding() {}

    /** With the usual severity, and nothing that a run has seen. */
    public static Finding of(Remark remark, Migration migration) {
        return of(remark, new Named(remark.rule().id(), remark.rule().severity()), migration, null);
    }

    /** @param observed what runs have seen of it; null where nobody has looked */
    static Finding of(Remark remark, RuleId rule, Migration migration, Observed observed) {
        List<String> evidence = new ArrayList<>();
        remark.statement().lines().findFirst().ifPresent(line -> evidence.add(shortened(line.strip())));
        evidence.add(remark.rule().effect());
        if (observed != null) {
            evidence.addAll(lines(observed));
        }
        return new Finding(
                rule,
                migration,
                remark.what(),
                evidence,
                remark.instead(),
                remark.position(),
                remark.column(),
                observed);
    }

    /** What was seen, for people. */
    static List<String> lines(Observed observed) {
        return observed.seen().stream()
                .map(line -> words(observed.outcome()) + line)
                .toList();
    }

    private static String words(Observed.Outcome outcome) {
        return outcome == Observed.Outcome.CONFIRMED ? "confirmed: " : "not seen: ";
    }

    private static String shortened(String line) {
        return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE - 3) + "...";
    }
}
