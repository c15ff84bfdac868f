package dev.stairway.perf;

import dev.stairway.engine.Migration;
import dev.stairway.measure.plan.IndexRemark;
import dev.stairway.measure.plan.QueryChange;
import dev.stairway.measure.plan.QueryPlans;
import java.util.ArrayList;
import java.util.List;

/** Follows the queries of the application, and the indexes, on the way up. */
final class PlanOnlooker implements Onlooker {

    private final QueryPlans plans;
    private final List<QueryChange> changes = new ArrayList<>();
    private final List<IndexRemark> indexes = new ArrayList<>();

    PlanOnlooker(QueryPlans plans) {
        this.plans = plans;
    }

    @Override
    public void before(Migration migration, Way way) {
        if (way == Way.UP) {
            plans.before();
        }
    }

    @Override
    public void after(Migration migration, Way way) {
        if (way == Way.UP) {
            changes.addAll(plans.after(migration.id()));
        }
    }

    @Override
    public void head() {
        changes.addAll(plans.head());
        indexes.addAll(plans.indexes());
    }

    /** Seen so far, in the order of the migrations; those that fail last. */
    List<QueryChange> changes() {
        return changes;
    }

    List<IndexRemark> indexes() {
        return indexes;
    }
}
