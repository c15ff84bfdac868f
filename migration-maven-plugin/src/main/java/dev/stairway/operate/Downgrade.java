package dev.stairway.operate;

import dev.stairway.engine.Applied;
import dev.stairway.engine.ChangelogSource;
import dev.stairway.engine.Migration;
import dev.stairway.problem.ProblemException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Takes migrations back, the last one first. */
public final class Downgrade extends Change {

    private final Map<String, Migration> known = new HashMap<>();
    private final String revision;
    private final int count;

    /**
     * @param revision that stays as the last one; empty where they are counted
     * @param count how many; 0 where a revision is named
     */
    public Downgrade(Operation operation, String revision, int count) {
        super(operation);
        this.revision = revision;
        this.count = count;
        ChangelogSource source = operation.source();
        operation.engine().read(source).migrations().forEach(one -> known.put(one.id(), one));
    }

    @Override
    String name() {
        return "Downgrade";
    }

    @Override
    Work work(Operation of, Journal kept) {
        return new Work(of, kept, false);
    }

    @Override
    List<Migration> plan(Status status) {
        List<Applied> applied = status.applied();
        int stays = revision.isEmpty() ? applied.size() - count : index(applied) + 1;
        if (stays < 0) {
            throw refused(count + " are to be taken back, and " + applied.size() + " are applied");
        }
        List<Migration> plan = new ArrayList<>();
        for (int i = applied.size() - 1; i >= stays; i--) {
            plan.add(reversible(applied.get(i)));
        }
        return plan;
    }

    private int index(List<Applied> applied) {
        for (int i = applied.size() - 1; i >= 0; i--) {
            Migration migration = known.get(applied.get(i).migration());
            if (applied.get(i).migration().equals(revision)
                    || migration != null && Revisions.named(revision, migration)) {
                return i;
            }
        }
        throw refused(revision + " is not applied");
    }

    private Migration reversible(Applied applied) {
        Migration migration = known.get(applied.migration());
        if (migration == null) {
            throw refused(applied.migration() + " is applied, and the changelog does not have it");
        }
        if (migration.rollback() == Migration.Rollback.MISSING) {
            throw refused(applied.migration() + " has no way back");
        }
        return migration;
    }

    private static ProblemException refused(String seen) {
        return ProblemException.setup(
                "This cannot be taken back, and nothing was begun",
                "<targetRevision> (-Dmigration.targetRevision), <count> (-Dmigration.count)",
                seen,
                "Look at mvn migration:status; where there is no way back, put a backup back: mvn migration:restore",
                null);
    }
}
