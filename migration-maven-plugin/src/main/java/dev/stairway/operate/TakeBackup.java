package dev.stairway.operate;

import dev.stairway.backup.Backup;
import dev.stairway.operate.OperationReport.Result;
import dev.stairway.problem.ProblemException;

/** A backup, read again after it was written. */
public final class TakeBackup {

    private final Operation operation;

    public TakeBackup(Operation operation) {
        this.operation = operation;
    }

    /** Does it; every problem is in the report. */
    public OperationReport run() {
        Journal journal = new Journal(operation.target().place());
        try {
            Backup backup = operation.backups().take("");
            journal.server(backup.manifest().origin().product() + " "
                    + backup.manifest().origin().serverVersion());
            journal.backup(backup.file().toString());
            return journal.ends(Result.DONE, "", "");
        } catch (ProblemException problem) {
            return journal.ends(
                    Result.REFUSED,
                    problem.problem().what() + ": " + problem.problem().evidence(),
                    problem.problem().next());
        }
    }
}
