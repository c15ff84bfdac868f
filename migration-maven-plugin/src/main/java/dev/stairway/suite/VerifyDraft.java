package dev.stairway.suite;

import dev.stairway.metrics.Backups;
import dev.stairway.metrics.CrossDb;
import dev.stairway.metrics.FindingSheet;
import dev.stairway.metrics.GateRule;
import dev.stairway.metrics.MetricsDocument;
import dev.stairway.metrics.MetricsDocument.Cell;
import dev.stairway.metrics.MetricsDocument.ChangelogEntry;
import dev.stairway.metrics.MetricsDocument.DatabaseEntry;
import dev.stairway.metrics.MetricsDocument.Finding;
import dev.stairway.metrics.MetricsDocument.Prediction;
import dev.stairway.metrics.MetricsDocument.Run;
import dev.stairway.metrics.MetricsDocument.ShardPart;
import dev.stairway.metrics.MetricsDocument.VersionGroup;
import dev.stairway.metrics.Performance;
import dev.stairway.metrics.Safety;
import dev.stairway.problem.ProblemException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** The one document of a run with several parts, while it grows. */
final class VerifyDraft {

    private record About(String rule, String changelog, String migration) {}

    private final List<ChangelogEntry> changelogs;
    private final Supplier<Run> run;
    private final GateRule gate;
    private final List<ShardPart> parts = new ArrayList<>();
    private final Map<String, DatabaseEntry> databases = new LinkedHashMap<>();
    private final List<Cell> cells = new ArrayList<>();
    private final List<VersionGroup> versions = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<ProblemException> broken = new ArrayList<>();
    private Performance performance;
    private Safety safety;
    private CrossDb crossDb;
    private Backups backups;

    /** @param run as it is when the document is made */
    VerifyDraft(List<ChangelogEntry> changelogs, Supplier<Run> run, GateRule gate) {
        this.changelogs = List.copyOf(changelogs);
        this.run = run;
        this.gate = gate;
    }

    /**
     * Takes what a part has found, as the document that its own goal would have written. What an earlier part has found of the
     * same migration by the same rule is not told twice.
     */
    void add(String name, MetricsDocument part) {
        add(name, part, List.of());
    }

    /** The same of a part that predicts. */
    void add(String name, MetricsDocument part, List<Prediction> predictions) {
        parts.add(new ShardPart(name, part.findings(), predictions));
        part.databases().forEach(database -> databases.putIfAbsent(database.id(), database));
        cells.addAll(part.cells());
        versions.addAll(part.versions());
        performance = part.performance() == null ? performance : part.performance();
        safety = part.safety() == null ? safety : part.safety();
        crossDb = part.crossDb() == null ? crossDb : part.crossDb();
        backups = part.backups() == null ? backups : part.backups();
        Set<About> before = new HashSet<>();
        findings.forEach(finding -> before.add(about(finding)));
        part.findings().stream()
                .filter(finding -> finding.migration().isEmpty() || !before.contains(about(finding)))
                .forEach(findings::add);
    }

    private static About about(Finding finding) {
        return new About(finding.rule(), finding.changelog(), finding.migration());
    }

    /** A part could not come to its end, which is told when the others have. */
    void broken(ProblemException problem) {
        broken.add(problem);
    }

    /** In order; empty when all came to their end. */
    List<ProblemException> broken() {
        return List.copyOf(broken);
    }

    /** Each part as if it were the only one, in order. */
    List<ShardPart> parts() {
        return List.copyOf(parts);
    }

    MetricsDocument document() {
        List<Finding> sorted = FindingSheet.worstFirst(findings);
        return new MetricsDocument(
                MetricsDocument.FORMAT_VERSION,
                run.get(),
                changelogs,
                List.copyOf(databases.values()),
                cells,
                versions,
                sorted,
                performance,
                safety,
                crossDb,
                backups,
                null,
                gate.judge(sorted, performance == null ? null : performance.comparison()));
    }
}
