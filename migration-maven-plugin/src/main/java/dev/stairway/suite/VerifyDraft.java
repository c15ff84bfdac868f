package dev.stairway.suite;

import dev.stairway.metrics.Backups;
import dev.stairway.metrics.CrossDb;
import dev.stairway.metrics.FindingSheet;
import dev.stairway.metrics.MetricsDocument;
import dev.stairway.metrics.MetricsDocument.Cell;
import dev.stairway.metrics.MetricsDocument.ChangelogEntry;
import dev.stairway.metrics.MetricsDocument.DatabaseEntry;
import dev.stairway.metrics.MetricsDocument.Finding;
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

/** The one document of a run with several parts, while it grows. */
final class VerifyDraft {

    private record About(String rule, String changelog, String migration) {}

    private final Documents documents;
    private final List<ChangelogEntry> changelogs;
    private final Map<String, DatabaseEntry> databases = new LinkedHashMap<>();
    private final List<Cell> cells = new ArrayList<>();
    private final List<VersionGroup> versions = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<ProblemException> broken = new ArrayList<>();
    private Performance performance;
    private Safety safety;
    private CrossDb crossDb;
    private Backups backups;

    VerifyDraft(Documents documents, List<ChangelogEntry> changelogs) {
        this.documents = documents;
        this.changelogs = List.copyOf(changelogs);
    }

    /**
     * Takes what a part has found, as the document that its own goal would have written. What an earlier part has found of the
     * same migration by the same rule is not told twice.
     */
    void add(MetricsDocument part) {
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

    MetricsDocument document() {
        return documents.together(
                changelogs,
                List.copyOf(databases.values()),
                cells,
                versions,
                FindingSheet.worstFirst(findings),
                performance,
                safety,
                crossDb,
                backups);
    }
}
