package dev.stairway.operate;

import dev.stairway.backup.Backup;
import dev.stairway.engine.Migration;
import dev.stairway.operate.OperationReport.Result;
import dev.stairway.operate.health.Check;
import dev.stairway.problem.ProblemException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What an upgrade and a downgrade share: look, refuse, back up, ask, do it one by one, look again, and the way back where it
 * fails. Whatever happens, there is a report of it.
 */
abstract class Change {

    private final Operation operation;
    private final Journal journal;
    private boolean begun;

    Change(Operation operation) {
        this.operation = operation;
        this.journal = new Journal(operation.target().place());
    }

    /** Which migrations, in the order in which they go. @throws ProblemException when that cannot be */
    abstract List<Migration> plan(Status status);

    /** For people: {@code Upgrade}. */
    abstract String name();

    abstract Work work(Operation of, Journal kept);

    /** Does it; every problem is in the report. */
    public final OperationReport run() {
        try {
            return guarded();
        } catch (ProblemException problem) {
            return journal.ends(
                    begun ? Result.FAILED : Result.REFUSED,
                    problem.problem().what() + ": " + problem.problem().evidence(),
                    begun ? restoreCommand() : problem.problem().next());
        }
    }

    private OperationReport guarded() {
        OperationOptions options = operation.options();
        Work work = work(operation, journal);
        Look look = operation.look(options.dryRun());
        journal.server(look.server());
        journal.health(look.health());
        journal.before(look.status().revision());
        look.health().table().forEach(operation.progress());
        Check history = HealthAndHistory.check(look.status());
        if (!look.health().healthy() || history.verdict() == Check.Verdict.FAILED) {
            return journal.ends(
                    Result.REFUSED, "The database is not fit: " + reasons(look, history), "Mend that first");
        }
        List<Migration> plan = plan(look.status());
        if (plan.isEmpty()) {
            return journal.ends(Result.NOTHING_TO_DO, "", "");
        }
        if (options.dryRun()) {
            journal.sql(look.script(plan));
            return journal.ends(Result.DRY_RUN, "", "");
        }
        operation.confirmation().requireSomebody();
        Backup backup = backup(plan);
        operation.confirmation().ask(question(look.status(), plan));
        return done(work, look.status(), plan, backup);
    }

    private static String reasons(Look look, Check history) {
        return look.health().healthy()
                ? history.name() + ": " + history.seen() + " (" + history.next() + ")"
                : look.health().failed().stream()
                        .map(check -> check.name() + ": " + check.seen() + " (" + check.next() + ")")
                        .collect(Collectors.joining("; "));
    }

    private Backup backup(List<Migration> plan) {
        if (!operation.options().safety().backup()) {
            journal.note("No backup was taken, as asked for");
            return null;
        }
        Backup backup = operation.backups().take(plan.get(0).id());
        journal.backup(backup.file().toString());
        return backup;
    }

    private String question(Status status, List<Migration> plan) {
        String last = plan.get(plan.size() - 1).id();
        return name() + " of " + operation.target().place() + " ("
                + operation.options().environment().name() + ") from "
                + status.revisionText() + ": " + plan.size()
                + (plan.size() == 1 ? " migration, " : " migrations, the last is ")
                + last + (journal.backup().isEmpty() ? "; there is NO backup" : "; backup " + journal.backup());
    }

    private OperationReport done(Work work, Status seen, List<Migration> plan, Backup backup) {
        String failure = work.run(seen, plan, () -> begun = true);
        if (failure.isEmpty()) {
            return journal.ends(Result.DONE, "", "");
        }
        if (work.takenBack()) {
            return journal.ends(
                    Result.TAKEN_BACK,
                    failure + "; every migration of this run was taken back, "
                            + (work.unproven().isEmpty()
                                    ? "the database is as before"
                                    : "and nobody has compared the database with the one before: " + work.unproven()),
                    "Mend the migration, prove it with migration:verify, and start again");
        }
        if (operation.options().environment().production()) {
            return journal.ends(Result.FAILED, failure + "; in production nothing is taken back by itself", next(work));
        }
        return backup == null
                ? journal.ends(Result.FAILED, failure + "; there is no backup to put back", "Mend the database by hand")
                : putBack(backup, failure, work);
    }

    private String next(Work work) {
        if (!work.reversible()) {
            return restoreCommand();
        }
        return work.done() == 0
                ? "Nothing has to be taken back: mend the migration, and start again"
                : operation.next().downgrade(work.done());
    }

    private OperationReport putBack(Backup backup, String failure, Work work) {
        operation.progress().accept("Putting the backup back: " + backup.file());
        operation.backups().putBack(backup, true);
        Status status = operation.look(false).status();
        journal.after(status.revision());
        journal.after(work.fingerprint());
        return journal.ends(
                Result.TAKEN_BACK,
                failure + "; the backup of before was put back",
                "Mend the migration, prove it with migration:verify, and start again");
    }

    private String restoreCommand() {
        return journal.backup().isEmpty()
                ? "There is no backup: look at what is there with mvn migration:status, and mend it by hand"
                : operation.next().restore(journal.backup());
    }
}
