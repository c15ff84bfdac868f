package dev.stairway.mojo;

import dev.stairway.operate.Environment;
import dev.stairway.operate.Operation;
import dev.stairway.operate.OperationOptions;
import dev.stairway.operate.OperationReport;
import dev.stairway.operate.Restoration;
import dev.stairway.problem.ProblemException;
import java.io.File;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Puts a backup into a real database, after it was found whole and the user has agreed. */
@Mojo(name = "restore", requiresDependencyResolution = ResolutionScope.TEST, threadSafe = true)
public class RestoreMojo extends AbstractChangeMojo {

    /** Skips this goal. */
    @Parameter(property = "migration.restore.skip", defaultValue = "false")
    private boolean skipRestore;

    /**
     * The backup, by its file {@code backup.manifest}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migration.backupFile")
    private File backupFile;

    /**
     * Replaces what is in the database. Without it, only an empty database is restored into.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migration.replace", defaultValue = "false")
    private boolean replace;

    @Override
    boolean skipGoal() {
        return skipRestore;
    }

    @Override
    String goal() {
        return "restore";
    }

    @Override
    OperationOptions options(Environment where, OperationOptions.Safety safety) {
        if (backupFile == null || !backupFile.isFile()) {
            throw ProblemException.setup(
                    backupFile == null ? "No backup is named" : "There is no such backup",
                    "<backupFile> (-Dmigration.backupFile)",
                    backupFile == null ? "" : backupFile.toString(),
                    "Name the file backup.manifest that migration:backup or migration:upgrade has told",
                    null);
        }
        return OperationOptions.usual(where, connect(), safety);
    }

    @Override
    OperationReport change(Operation operation) {
        return new Restoration(operation, backupFile.toPath(), replace).run();
    }
}
