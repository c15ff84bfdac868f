package dev.stairway.perf;

import dev.stairway.engine.Migration;
import dev.stairway.finding.Finding;
import dev.stairway.finding.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What goes wrong in passes in which somebody looks on or works beside, and goes right without. */
final class Disturbance {

    private Disturbance() {}

    /** A whole pass that could not be played. */
    static Finding notSeen(Pass.Kind kind, String problem) {
        return new Finding(
                Rule.BLOCKING_NOT_SEEN,
                null,
                kind == Pass.Kind.WATCHED
                        ? "The locks of the migrations could not be looked at"
                        : "No clients could work beside the migrations",
                problem.lines().toList(),
                "Repair the cause, or do without: -Dmigration.perf.callsPerSecond=0 leaves the clients out");
    }

    /**
     * Migrations that fail while clients work.
     *
     * @param ways ids of those that could not be taken back, with the reason
     * @param known one that fails without clients, too; null for none
     */
    static List<Finding> of(PassReport report, Map<String, String> ways, Migration known) {
        List<Finding> findings = new ArrayList<>();
        Migration failed = report.failed();
        if (failed != null && (known == null || !known.id().equals(failed.id()))) {
            findings.add(finding(failed, "While clients work it fails, and without them it passes", report.reason()));
        }
        report.steps().stream()
                .map(PassReport.Step::migration)
                .filter(migration -> ways.containsKey(migration.id()))
                .map(migration -> finding(
                                migration,
                                "While clients work it cannot be taken back, and without them it can",
                                ways.get(migration.id()))
                        .ofRollback())
                .forEach(findings::add);
        return findings;
    }

    private static Finding finding(Migration migration, String title, String reason) {
        return new Finding(
                Rule.LIVE_MIGRATION_FAILS,
                migration,
                title,
                List.of(reason),
                "Take locks in the order in which the application does, or set a lock_timeout and try again");
    }
}
