package dev.stairway.operate;

import dev.stairway.backup.Backup;
import dev.stairway.operate.OperationReport.Result;
import dev.stairway.problem.ProblemException;
import java.nio.file.Path;

/** Puts a backup back into the database, after its manifest was verified and the user has agreed. */
public final class Restoration {

    private final Operation operation;
    private final Path file;
    private final boolean replace;
    private final Journal journal;
    private boolean begun;

    /**
     * @param file manifest of the backup
     * @param replace false where nothing may be in the database
     */
    public Restoration(Operation operation, Path file, boolean replace) {
        this.operation = operation;
        this.file = file;
        this.replace = replace;
        this.journal = new Journal(operation.target().place());
    }

    /** Does it; every problem is in the report. */
    public OperationReport run() {
        try {
            return guarded();
        } catch (ProblemException problem) {
            return journal.ends(
                    begun ? Result.FAILED : Result.REFUSED,
                    problem.problem().what() + ": " + problem.problem().evidence(),
                    problem.problem().next());
        }
    }

    /** A history that nobody can read may be the reason for all this. */
    private void look() {
        try {
            Look look = operation.look(false);
            journal.server(look.server());
            journal.before(look.status().revision());
        } catch (ProblemException unreadable) {
            journal.note("What was there before cannot be read: "
                    + unreadable.problem().what());
        }
    }

    private OperationReport guarded() {
        Backup backup = Backup.open(file);
        backup.verify();
        operation.progress().accept("Backup of " + backup.manifest().origin().taken() + " is whole: " + file);
        look();
        journal.backup(file.toString());
        operation.confirmation().requireSomebody();
        operation
                .confirmation()
                .ask("Restore of " + operation.target().place() + " ("
                        + operation.options().environment().name() + ") from the backup of "
                        + backup.manifest().origin().taken()
                        + (replace ? "; everything that is there now is LOST" : ""));
        begun = true;
        operation.backups().putBack(backup, replace);
        journal.after(operation.look(false).status().revision());
        return journal.ends(Result.DONE, "", "");
    }
}
