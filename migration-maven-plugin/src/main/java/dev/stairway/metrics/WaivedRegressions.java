package dev.stairway.metrics;

import dev.stairway.finding.IdPattern;
import dev.stairway.finding.Rule;
import dev.stairway.metrics.FindingSheet.Waiver;
import dev.stairway.metrics.MetricsDocument.MigrationEntry;
import dev.stairway.metrics.Performance.Comparison;
import dev.stairway.metrics.Performance.ComparisonEntry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Regressions that the user knows of: they stay in the report, with the reason, and do not fail the build. */
public final class WaivedRegressions {

    private final List<Waiver> waivers;
    private final Map<String, String> names = new HashMap<>();

    private WaivedRegressions(MetricsDocument document, List<Waiver> waivers) {
        this.waivers = List.copyOf(waivers);
        document.changelogs().stream()
                .flatMap(changelog -> changelog.migrations().stream())
                .forEach((MigrationEntry migration) -> names.put(migration.id(), migration.name()));
    }

    /** The same figures; a regression that a waiver speaks of is gated no longer. */
    public static Performance without(Performance performance, MetricsDocument document, List<Waiver> waivers) {
        Comparison comparison = performance.comparison();
        if (comparison == null || waivers.isEmpty()) {
            return performance;
        }
        WaivedRegressions waived = new WaivedRegressions(document, waivers);
        return new Performance(
                performance.repetitions(),
                performance.warmUps(),
                performance.forecastRows(),
                performance.cells(),
                performance.scaling(),
                performance.queries(),
                new Comparison(
                        comparison.baselineFile(),
                        comparison.recordedAt(),
                        comparison.environment(),
                        comparison.entries().stream().map(waived::entry).toList(),
                        comparison.history()));
    }

    private ComparisonEntry entry(ComparisonEntry entry) {
        return entry.gated() && entry.verdict().equals("REGRESSION")
                ? waiver(entry).map(reason -> waived(entry, reason)).orElse(entry)
                : entry;
    }

    private Optional<String> waiver(ComparisonEntry entry) {
        Rule rule = entry.metric().endsWith(".millis") ? Rule.TIME_REGRESSION : Rule.WORK_REGRESSION;
        return waivers.stream()
                .filter(waiver -> waiver.rule().equals(rule.id()))
                .filter(waiver -> IdPattern.of(waiver.migration())
                        .matches(entry.migration(), names.getOrDefault(entry.migration(), "")))
                .map(Waiver::reason)
                .findFirst();
    }

    private static ComparisonEntry waived(ComparisonEntry entry, String reason) {
        return new ComparisonEntry(
                entry.changelog(),
                entry.migration(),
                entry.database(),
                entry.rows(),
                entry.metric(),
                entry.previous(),
                entry.previousLow(),
                entry.previousHigh(),
                entry.current(),
                entry.currentLow(),
                entry.currentHigh(),
                entry.ratio(),
                entry.limit(),
                entry.p(),
                entry.verdict(),
                false,
                entry.why() + " (waived: " + reason + ")");
    }
}
