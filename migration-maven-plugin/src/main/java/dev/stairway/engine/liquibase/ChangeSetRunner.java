package dev.stairway.engine.liquibase;

import dev.stairway.engine.StepOutcome;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import liquibase.change.Change;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.ChangeSet.ExecType;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.database.ObjectQuotingStrategy;
import liquibase.exception.DatabaseException;
import liquibase.exception.LiquibaseException;
import liquibase.exception.MigrationFailedException;
import liquibase.exception.RollbackImpossibleException;
import liquibase.exception.SetupException;
import liquibase.exception.ValidationErrors;

/**
 * Runs one changeSet as Liquibase's update does: validation, execution, history. What its update does besides, for the
 * whole changelog and at every start, is left out.
 */
final class ChangeSetRunner {

    private final DatabaseChangeLog changeLog;
    private final CellDatabase cell;
    private final Set<ChangeSet> validated = Collections.newSetFromMap(new IdentityHashMap<>());

    ChangeSetRunner(DatabaseChangeLog changeLog, CellDatabase cell) {
        this.changeLog = changeLog;
        this.cell = cell;
    }

    StepOutcome up(ChangeSet changeSet) throws Exception {
        String invalid = validate(changeSet);
        if (!invalid.isEmpty()) {
            return StepOutcome.failed(invalid, "");
        }
        cell.connection().startStep();
        boolean ranBefore = repeats(changeSet) && cell.history().getRanChangeSet(changeSet) != null;
        StepListener listener = new StepListener(cell.connection().session().bookkeeping());
        ErrorMessages.forget(changeSet);
        try {
            ExecType result = safely(() -> changeSet.execute(changeLog, listener, cell.database()));
            return record(changeSet, listener, result, ranBefore);
        } catch (MigrationFailedException failed) {
            if (listener.halted().isEmpty()) {
                throw failed;
            }
            return StepOutcome.failed(listener.halted(), "");
        } finally {
            listener.doneAsking();
        }
    }

    StepOutcome down(ChangeSet changeSet) throws Exception {
        if (!changeSet.hasCustomRollbackChanges()) {
            Optional<String> irreversible = RollbackKinds.withoutInverse(changeSet, cell.database());
            if (irreversible.isPresent()) {
                return StepOutcome.irreversible(irreversible.get());
            }
        }
        try {
            safely(() -> {
                changeSet.rollback(cell.database());
                return null;
            });
        } catch (LiquibaseException failed) {
            if (Failures.chain(failed).stream().anyMatch(RollbackImpossibleException.class::isInstance)) {
                return StepOutcome.irreversible(Failures.reason(failed));
            }
            throw failed;
        }
        cell.history().removeFromHistory(changeSet);
        return StepOutcome.executed();
    }

    private StepOutcome record(ChangeSet changeSet, StepListener listener, ExecType result, boolean ranBefore)
            throws DatabaseException {
        String allowed = ErrorMessages.of(changeSet, result);
        if (allowed != null) {
            return StepOutcome.skipped(
                    "failed, which failOnError=\"false\" allows: " + Failures.reason(new DatabaseException(allowed)));
        }
        if (!listener.heldBack().isEmpty()) {
            if (listener.markedRan()) {
                mark(changeSet, ExecType.MARK_RAN, ranBefore);
            }
            return StepOutcome.skipped(listener.heldBack());
        }
        if (listener.changesRun() == 0 && result == ExecType.MARK_RAN) {
            mark(changeSet, ExecType.MARK_RAN, ranBefore);
            return StepOutcome.skipped("it is not valid here, and onValidationFail=\"MARK_RAN\" records it as ran");
        }
        if (listener.changesRun() == 0 && result == ExecType.SKIPPED) {
            return StepOutcome.skipped("none of its changes is for this database or operating system");
        }
        mark(changeSet, ExecType.EXECUTED, ranBefore);
        return StepOutcome.executed();
    }

    private void mark(ChangeSet changeSet, ExecType type, boolean ranBefore) throws DatabaseException {
        cell.history().setExecType(changeSet, ranBefore ? ExecType.RERAN : type);
    }

    private static boolean repeats(ChangeSet changeSet) {
        return changeSet.isAlwaysRun() || changeSet.isRunOnChange();
    }

    /** Validates each changeSet once, before its first execution; Liquibase validates all of them before any. */
    private String validate(ChangeSet changeSet) throws SetupException {
        if (validated.contains(changeSet)) {
            return "";
        }
        Set<String> errors = new LinkedHashSet<>();
        for (Change change : changeSet.getChanges()) {
            change.finishInitialization();
            ValidationErrors found = change.validate(cell.database());
            errors.addAll(found == null ? List.of() : found.getErrorMessages());
        }
        if (!errors.isEmpty() && changeSet.getOnValidationFail() == ChangeSet.ValidationFailOption.MARK_RAN) {
            changeSet.setValidationFailed(true);
            errors.clear();
        }
        if (errors.isEmpty()) {
            validated.add(changeSet);
        }
        return String.join("\n", errors);
    }

    /** Puts back what a changeSet may leave behind, also when code of the user's throws an Error. */
    private <T> T safely(LiquibaseScope.Work<T> work) throws Exception {
        ObjectQuotingStrategy quoting = cell.database().getObjectQuotingStrategy();
        try {
            return work.run();
        } catch (Error thrown) {
            cell.connection().rollback();
            throw thrown;
        } finally {
            cell.database().setObjectQuotingStrategy(quoting);
        }
    }
}
