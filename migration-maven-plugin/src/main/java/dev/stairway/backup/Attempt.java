package dev.stairway.backup;

import dev.stairway.backup.DrillReport.Outcome;
import dev.stairway.backup.DrillReport.Trial;
import dev.stairway.engine.Migration;
import dev.stairway.fingerprint.ObjectChange;
import dev.stairway.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** One backup from beginning to end. */
final class Attempt {

    private final BackupTool tool;
    private final Migration migration;
    private final DrillOptions options;
    private Backup backup;
    private long backupNanos;
    private long restoreNanos;
    private boolean damageNoticed = true;
    private List<String> notTaken = List.of();

    Attempt(BackupTool tool, Migration migration, DrillOptions options) {
        this.tool = tool;
        this.migration = migration;
        this.options = options;
    }

    void take() {
        long start = System.nanoTime();
        try {
            Path directory = options.directory().resolve(tool.name());
            Files.createDirectories(directory);
            backup = tool.take(migration.id(), directory);
            backupNanos = System.nanoTime() - start;
        } catch (ProblemException problem) {
            notTaken = problem.problem().text().lines().toList();
        } catch (IOException e) {
            notTaken = List.of(e.toString());
        }
    }

    Trial restore(Snapshot before, Set<String> bookkeeping, Next next) throws IOException {
        if (backup == null) {
            return trial(Outcome.NOT_TAKEN, notTaken);
        }
        damageNoticed = new Damage(options.seed()).noticed(backup);
        try {
            return tried(before, bookkeeping, next);
        } finally {
            tool.discard(backup);
        }
    }

    private Trial tried(Snapshot before, Set<String> bookkeeping, Next next) {
        long start = System.nanoTime();
        try (Restored restored = tool.restore(backup)) {
            restoreNanos = System.nanoTime() - start;
            return judged(restored, before, bookkeeping, next);
        } catch (ProblemException problem) {
            return trial(Outcome.NOT_RESTORED, problem.problem().text().lines().toList());
        } catch (SQLException e) {
            return trial(Outcome.NOT_RESTORED, List.of("it cannot be read: " + e.getMessage()));
        }
    }

    private Trial judged(Restored restored, Snapshot before, Set<String> bookkeeping, Next next) throws SQLException {
        List<ObjectChange> differences = before.differences(Snapshot.of(restored.database(), bookkeeping));
        List<String> lines = differences.stream().map(ObjectChange::sentence).toList();
        if (!differences.stream().allMatch(one -> tool.harmless(one, before.attributes(one)))) {
            return trial(Outcome.DIFFERS, lines);
        }
        List<String> refusal = next.refusal(restored.database());
        return refusal.isEmpty() ? trial(Outcome.RESTORED, lines) : trial(Outcome.REFUSES_MIGRATION, refusal);
    }

    private Trial trial(Outcome outcome, List<String> evidence) {
        return new Trial(
                migration,
                tool.name(),
                backup == null ? 0 : backup.manifest().files().size(),
                backup == null ? 0 : backup.bytes(),
                backupNanos,
                restoreNanos,
                damageNoticed,
                outcome,
                evidence);
    }
}
