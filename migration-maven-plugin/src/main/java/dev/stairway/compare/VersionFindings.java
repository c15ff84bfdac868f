package dev.stairway.compare;

import dev.stairway.database.DatabaseId;
import dev.stairway.finding.Finding;
import dev.stairway.finding.Rule;
import dev.stairway.finding.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** Differences between versions as findings: {@code passes on postgresql 14 to 17, fails on 18: ERROR: ...}. */
public final class VersionFindings {

    private record Alike(VersionOutcome first, List<DatabaseId> databases) {}

    private VersionFindings() {}

    /** @param found takes the scenario and the finding */
    public static void of(VersionGroup group, BiConsumer<String, Finding> found) {
        group.differences().stream()
                .filter(difference -> !difference.onlyLeftOut())
                .forEach(difference -> found.accept(group.scenario(), finding(group, difference)));
    }

    private static Finding finding(VersionGroup group, VersionDifference difference) {
        List<Alike> alike = alike(difference);
        List<String> parts = alike.stream().map(VersionFindings::said).toList();
        List<String> evidence = alike.stream()
                .map(some -> group.product() + " " + Versions.words(some.databases()) + ": " + detail(some.first()))
                .toList();
        return new Finding(
                Rule.DIFFERS_BETWEEN_VERSIONS,
                difference.migration(),
                "Not the same on every " + group.product() + ": " + String.join(", ", parts),
                evidence,
                "Write it so that it does the same on every version that you run on, keep it away from a version by a"
                        + " precondition, or take the version out of the matrix");
    }

    /** What passes first, then in the order of the versions. */
    private static List<Alike> alike(VersionDifference difference) {
        List<Alike> alike = new ArrayList<>();
        for (VersionOutcome outcome : difference.outcomes()) {
            alike.stream()
                    .filter(some -> some.first().same(outcome))
                    .findFirst()
                    .orElseGet(() -> added(alike, outcome))
                    .databases()
                    .add(outcome.database());
        }
        alike.sort((one, other) -> Boolean.compare(passes(other.first()), passes(one.first())));
        return alike;
    }

    private static Alike added(List<Alike> alike, VersionOutcome outcome) {
        Alike some = new Alike(outcome, new ArrayList<>());
        alike.add(some);
        return some;
    }

    private static boolean passes(VersionOutcome outcome) {
        return outcome.verdict() == Verdict.REVERSIBLE && outcome.rules().isEmpty();
    }

    private static String said(Alike some) {
        VersionOutcome outcome = some.first();
        String reason = passes(outcome) || outcome.reason().isEmpty() ? "" : ": " + outcome.reason();
        return phrase(outcome) + " on " + Versions.words(some.databases()) + reason;
    }

    private static String phrase(VersionOutcome outcome) {
        return switch (outcome.verdict()) {
            case REVERSIBLE -> outcome.rules().isEmpty() ? "passes" : String.join(" and ", outcome.rules());
            case MIGRATION_FAILS -> "fails";
            case NOT_COVERED -> outcome.rules().isEmpty() ? "not covered" : String.join(" and ", outcome.rules());
            default -> outcome.verdict().label();
        };
    }

    private static String detail(VersionOutcome outcome) {
        String rules = outcome.rules().isEmpty() ? "" : " (" + String.join(", ", outcome.rules()) + ")";
        String reason = outcome.reason().isEmpty() ? "" : ": " + outcome.reason();
        return outcome.verdict().label() + rules + reason;
    }
}
