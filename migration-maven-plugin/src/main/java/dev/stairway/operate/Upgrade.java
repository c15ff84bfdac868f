package dev.stairway.operate;

import dev.stairway.engine.Migration;
import dev.stairway.problem.ProblemException;
import java.util.List;

/** Applies what is pending, up to a revision where one is named. */
public final class Upgrade extends Change {

    private final String revision;

    /** @param revision id of the last migration; empty for all */
    public Upgrade(Operation operation, String revision) {
        super(operation);
        this.revision = revision;
    }

    @Override
    String name() {
        return "Upgrade";
    }

    @Override
    Work work(Operation of, Journal kept) {
        return new Work(of, kept, true);
    }

    @Override
    List<Migration> plan(Status status) {
        List<Migration> pending = status.pending();
        if (revision.isEmpty()) {
            return pending;
        }
        if (status.applied().stream().anyMatch(one -> one.migration().equals(revision))) {
            return List.of();
        }
        for (int i = 0; i < pending.size(); i++) {
            if (Revisions.named(revision, pending.get(i))) {
                return pending.subList(0, i + 1);
            }
        }
        throw ProblemException.setup(
                "No pending migration has this id",
                "<targetRevision> (-Dmigration.targetRevision)",
                revision,
                "Name one that mvn migration:status lists",
                null);
    }
}
