package dev.stairway.mojo;

import dev.stairway.operate.Environment;
import dev.stairway.operate.Operation;
import dev.stairway.operate.OperationOptions;
import dev.stairway.operate.OperationReport;
import dev.stairway.operate.TakeBackup;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Backs up real databases, and reads every backup again before it says that it is there. */
@Mojo(name = "backup", requiresDependencyResolution = ResolutionScope.TEST, threadSafe = true)
public class BackupMojo extends AbstractChangeMojo {

    /** Skips this goal. */
    @Parameter(property = "migration.backup.skip", defaultValue = "false")
    private boolean skipBackup;

    @Override
    boolean skipGoal() {
        return skipBackup;
    }

    @Override
    String goal() {
        return "backup";
    }

    @Override
    boolean needsEnvironment() {
        return false;
    }

    @Override
    OperationOptions options(Environment where, OperationOptions.Safety safety) {
        return OperationOptions.usual(where, connect(), safety);
    }

    @Override
    OperationReport change(Operation operation) {
        return new TakeBackup(operation).run();
    }
}
