package dev.stairway.engine.liquibase;

import dev.stairway.database.JdbcSession;
import java.util.List;
import java.util.stream.Collectors;
import liquibase.change.Change;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.visitor.AbstractChangeExecListener;
import liquibase.database.Database;
import liquibase.exception.PreconditionErrorException;
import liquibase.exception.PreconditionFailedException;
import liquibase.precondition.core.PreconditionContainer;

/**
 * Hears what one changeSet does. Its own result cannot be trusted when it runs a second time: Liquibase keeps the result
 * of the first.
 */
final class StepListener extends AbstractChangeExecListener {

    private String precondition = "";
    private String mode = "";
    private int changesRun;
    private JdbcSession.Scope asking;

    /**
     * @param asking ends when the first change starts: what Liquibase asks before, for its preconditions, is no work of the
     *     migration
     */
    StepListener(JdbcSession.Scope asking) {
        this.asking = asking;
    }

    void doneAsking() {
        if (asking != null) {
            asking.close();
            asking = null;
        }
    }

    @Override
    public void willRun(Change change, ChangeSet changeSet, DatabaseChangeLog changeLog, Database database) {
        doneAsking();
    }

    @Override
    public void preconditionFailed(PreconditionFailedException error, PreconditionContainer.FailOption onFail) {
        mode = onFail.name();
        precondition = text(error);
    }

    @Override
    public void preconditionErrored(PreconditionErrorException error, PreconditionContainer.ErrorOption onError) {
        mode = onError.name();
        precondition = text(error);
    }

    /** What did not hold. */
    static String text(PreconditionFailedException error) {
        return error.getFailedPreconditions().stream()
                .map(failed -> String.valueOf(failed.getMessage()))
                .collect(Collectors.joining("; "));
    }

    /** Why it could not be asked. */
    static String text(PreconditionErrorException error) {
        return error.getErrorPreconditions().stream()
                .map(broken -> Failures.reason(broken.getCause()))
                .collect(Collectors.joining("; "));
    }

    @Override
    public void ran(Change change, ChangeSet changeSet, DatabaseChangeLog changeLog, Database database) {
        changesRun++;
    }

    /** The precondition that kept the changeSet from running, with its mode; empty when none did. */
    String heldBack() {
        return List.of("MARK_RAN", "CONTINUE").contains(mode) ? told() : "";
    }

    boolean markedRan() {
        return "MARK_RAN".equals(mode);
    }

    /** The precondition that stopped the run; empty when none did. */
    String halted() {
        return "HALT".equals(mode) ? told() : "";
    }

    private String told() {
        return "precondition: " + precondition + " (" + mode + ")";
    }

    int changesRun() {
        return changesRun;
    }
}
