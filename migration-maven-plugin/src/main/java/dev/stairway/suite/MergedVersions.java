package dev.stairway.suite;

import dev.stairway.compare.VersionCell;
import dev.stairway.compare.VersionOutcome;
import dev.stairway.database.DatabaseId;
import dev.stairway.engine.Migration;
import dev.stairway.finding.Severity;
import dev.stairway.finding.Verdict;
import dev.stairway.metrics.MetricsDocument.Cell;
import dev.stairway.metrics.MetricsDocument.ChangelogEntry;
import dev.stairway.metrics.MetricsDocument.DatabaseEntry;
import dev.stairway.metrics.MetricsDocument.Finding;
import dev.stairway.metrics.MetricsDocument.MigrationEntry;
import dev.stairway.metrics.MetricsDocument.Step;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Cells of documents as the comparison of versions wants them, so that it sees the whole matrix. */
final class MergedVersions {

    private record Id(String changelog, String migration) {}

    private final Map<Id, Migration> migrations = new HashMap<>();

    MergedVersions(List<ChangelogEntry> changelogs) {
        for (ChangelogEntry changelog : changelogs) {
            changelog
                    .migrations()
                    .forEach(entry -> migrations.put(new Id(changelog.id(), entry.id()), migration(entry)));
        }
    }

    /** What nobody asks for here is empty. */
    private static Migration migration(MigrationEntry entry) {
        return new Migration(
                entry.id(),
                entry.name(),
                entry.author(),
                entry.file(),
                entry.line(),
                entry.description(),
                entry.checksum(),
                Migration.Rollback.valueOf(entry.rollback()),
                false,
                true,
                "",
                Optional.empty());
    }

    /** @param findings of this cell */
    VersionCell cell(Cell cell, DatabaseEntry database, List<Finding> findings) {
        DatabaseId id = new DatabaseId(database.product(), database.version(), database.provider());
        return new VersionCell(
                cell.changelog(),
                cell.scenario(),
                id,
                cell.steps().stream()
                        .map(step -> new VersionCell.Step(
                                migrations.get(new Id(cell.changelog(), step.migration())),
                                outcome(id, step, findings)))
                        .toList());
    }

    private static VersionOutcome outcome(DatabaseId database, Step step, List<Finding> findings) {
        TreeSet<String> rules = new TreeSet<>();
        findings.stream()
                .filter(finding -> finding.migration().equals(step.migration()))
                .filter(finding -> !finding.severity().equals(Severity.INFO.name()))
                .forEach(finding -> rules.add(finding.rule()));
        return new VersionOutcome(
                database,
                Verdict.valueOf(step.verdict()),
                step.reason().lines().findFirst().orElse(""),
                List.copyOf(rules));
    }
}
