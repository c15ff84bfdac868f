package dev.stairway.perf;

import dev.stairway.database.Session;
import dev.stairway.engine.Migration;
import dev.stairway.finding.Finding;
import dev.stairway.measure.plan.IndexRemark;
import dev.stairway.measure.plan.QueryChange;
import dev.stairway.measure.plan.QueryPlans;
import dev.stairway.perf.query.QueryFindings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Follows the queries of the application through every migration on its way up. */
final class QueryOnlooker implements Onlooker {

    private final QueryPlans plans;
    private final List<QueryChange> changes = new ArrayList<>();
    private final List<Migration> migrations = new ArrayList<>();
    private List<IndexRemark> indexes = List.of();
    private Migration applying;

    QueryOnlooker(QueryPlans plans) {
        this.plans = plans;
    }

    @Override
    public void before(Migration migration, Way way) {
        applying = way == Way.UP ? migration : null;
        if (applying != null) {
            plans.before();
        }
    }

    @Override
    public void ended(Session session, Seen seen) {
        if (applying != null) {
            migrations.add(applying);
            changes.addAll(plans.after(applying.id()));
        }
    }

    /** Call when the last migration is applied; not when one before it has failed, since nothing is known of head then. */
    void atHead() {
        changes.addAll(plans.head());
        changes.sort(Comparator.comparing(QueryChange::kind));
        indexes = plans.indexes();
    }

    /** Worst first. */
    List<QueryChange> changes() {
        return List.copyOf(changes);
    }

    List<Finding> findings() {
        return new QueryFindings(migrations).of(changes, indexes);
    }
}
