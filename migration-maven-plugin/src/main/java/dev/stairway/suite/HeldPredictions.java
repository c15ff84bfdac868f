package dev.stairway.suite;

import dev.stairway.finding.Observed;
import dev.stairway.finding.Observed.Outcome;
import dev.stairway.metrics.FindingSheet;
import dev.stairway.metrics.MetricsDocument;
import dev.stairway.metrics.MetricsDocument.ChangelogEntry;
import dev.stairway.metrics.MetricsDocument.Finding;
import dev.stairway.metrics.MetricsDocument.MigrationEntry;
import dev.stairway.metrics.MetricsDocument.Prediction;
import dev.stairway.metrics.MetricsDocument.ShardPart;
import dev.stairway.metrics.Safety;
import dev.stairway.metrics.Safety.RuleEntry;
import dev.stairway.metrics.Safety.SafetyEntry;
import dev.stairway.safety.Hindsight;
import dev.stairway.safety.Hindsight.Foretold;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Part {@code safety} of one shard, held against what all shards have seen together. */
final class HeldPredictions {

    private final MetricsDocument told;
    private final ShardPart part;
    private final Hindsight hindsight;
    private final FindingSheet sheet = new FindingSheet(List.of());
    private final List<Finding> held = new ArrayList<>();

    /** @param told by the shard that has read the changelogs for all */
    HeldPredictions(MetricsDocument told, ShardPart part, Hindsight hindsight) {
        this.told = told;
        this.part = part;
        this.hindsight = hindsight;
    }

    /** As one run would have told it. */
    MetricsDocument document() {
        told.changelogs().forEach(this::hold);
        Safety safety = told.safety();
        return new MetricsDocument(
                told.formatVersion(),
                told.run(),
                told.changelogs(),
                List.of(),
                List.of(),
                List.of(),
                sheet.findings(),
                null,
                new Safety(
                        safety.rulesAsked(),
                        safety.changelogs(),
                        safety.rules().stream().map(this::counted).toList(),
                        safety.runsUnread()),
                null,
                null,
                null,
                told.gate());
    }

    private void hold(ChangelogEntry changelog) {
        told.safety().changelogs().stream()
                .filter(entry -> entry.changelog().equals(changelog.id()))
                .forEach(entry -> sheet.again(changelog.id(), entry.product(), "", held(changelog, entry)));
        // What is wrong with waivers was no prediction.
        part.findings().stream()
                .filter(finding -> finding.observed() == null)
                .filter(finding -> finding.changelog().equals(changelog.id()))
                .forEach(sheet::again);
    }

    private List<Finding> held(ChangelogEntry changelog, SafetyEntry entry) {
        List<Finding> findings = part.predictions().stream()
                .filter(prediction -> prediction.product().equals(entry.product()))
                .filter(prediction -> prediction.finding().changelog().equals(changelog.id()))
                .map(prediction -> held(changelog, prediction))
                .toList();
        held.addAll(findings);
        return findings;
    }

    private Finding held(ChangelogEntry changelog, Prediction prediction) {
        Finding f = prediction.finding();
        String checksum = changelog.migrations().stream()
                .filter(migration -> migration.id().equals(f.migration()))
                .map(MigrationEntry::checksum)
                .findFirst()
                .orElse("");
        Observed observed = hindsight.of(
                changelog.id(),
                prediction.product(),
                new Foretold(f.rule(), f.migration(), checksum, prediction.statement(), prediction.object()));
        return new Finding(
                f.rule(),
                f.severity(),
                f.changelog(),
                f.migration(),
                f.database(),
                f.scenario(),
                f.file(),
                f.line(),
                f.title(),
                Stream.concat(f.evidence().stream(), Hindsight.lines(observed).stream())
                        .toList(),
                f.remedy(),
                f.waiver(),
                f.column(),
                observed.outcome().name());
    }

    private RuleEntry counted(RuleEntry rule) {
        return new RuleEntry(
                rule.id(),
                rule.code(),
                rule.severity(),
                rule.title(),
                rule.effect(),
                rule.instead(),
                rule.sources(),
                rule.findings(),
                count(rule, Outcome.CONFIRMED),
                count(rule, Outcome.REFUTED));
    }

    private int count(RuleEntry rule, Outcome outcome) {
        return (int) held.stream()
                .filter(finding -> finding.rule().equals(rule.id()))
                .filter(finding -> finding.observed().equals(outcome.name()))
                .count();
    }
}
