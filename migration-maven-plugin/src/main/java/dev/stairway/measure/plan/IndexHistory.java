package dev.stairway.measure.plan;

import dev.stairway.measure.plan.IndexRemark.Kind;
import dev.stairway.measure.plan.QueryFile.Release;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which migration made which index, and which of those serve nothing. Pure. */
final class IndexHistory {

    private final Map<String, String> makers = new LinkedHashMap<>();
    private List<IndexFact> known = List.of();

    void before(List<IndexFact> indexes) {
        known = indexes;
    }

    void after(String migration, List<IndexFact> indexes) {
        List<String> old = known.stream().map(IndexHistory::key).toList();
        indexes.stream()
                .map(IndexHistory::key)
                .filter(key -> !old.contains(key))
                .forEach(key -> makers.put(key, migration));
        known = indexes;
    }

    /** Stays the same when a table or a column is renamed. */
    private static String key(IndexFact index) {
        return index.name() + "\n" + index.keys().size() + index.condition() + index.method();
    }

    List<IndexRemark> remarks(List<Query> queries, Map<Query, Attempt> attempts) {
        List<IndexRemark> remarks = new ArrayList<>();
        for (IndexFact index : known) {
            if (makers.containsKey(key(index))) {
                List<IndexRemark> redundant = redundant(index);
                remarks.addAll(redundant);
                if (redundant.isEmpty() && unused(index, queries, attempts)) {
                    remarks.add(
                            remark(index, Kind.UNUSED, "No query of the application uses the index " + index.name()));
                }
            }
        }
        return remarks;
    }

    /** Of a pair, the one is said to be superfluous that came later and that nothing else needs. */
    private List<IndexRemark> redundant(IndexFact index) {
        List<IndexRemark> remarks = new ArrayList<>();
        for (IndexFact other : known) {
            boolean comparable = other != index
                    && other.table().equals(index.table())
                    && other.method().equals(index.method())
                    && other.condition().equals(index.condition());
            if (!comparable || index.unique() && !other.unique()) {
                continue;
            }
            if (other.keys().equals(index.keys()) && later(index, other)) {
                remarks.add(
                        remark(index, Kind.DUPLICATE, index.name() + " has the same definition as " + other.name()));
            } else if (!index.unique() && begins(index, other)) {
                remarks.add(remark(
                        index,
                        Kind.PREFIX,
                        index.name() + " (" + keys(index) + ") is covered by " + other.name() + " (" + keys(other)
                                + ")"));
            }
        }
        return remarks;
    }

    private boolean later(IndexFact index, IndexFact other) {
        if (index.unique() != other.unique()) {
            return other.unique();
        }
        List<String> order = List.copyOf(makers.keySet());
        int difference = order.indexOf(key(index)) - order.indexOf(key(other));
        return difference > 0 && !(index.needed() && !other.needed());
    }

    private static boolean begins(IndexFact index, IndexFact other) {
        return other.keys().size() > index.keys().size()
                && other.method().equals("btree")
                && other.keys().subList(0, index.keys().size()).equals(index.keys());
    }

    private static String keys(IndexFact index) {
        return index.keys().stream().map(String::strip).collect(Collectors.joining(", "));
    }

    /** On a small table a planner uses no index, whatever it is worth. */
    private static boolean unused(IndexFact index, List<Query> queries, Map<Query, Attempt> attempts) {
        if (index.unique() || index.needed()) {
            return false;
        }
        List<Plan> plans = queries.stream()
                .filter(query -> query.of(Release.PRESENT))
                .map(attempts::get)
                .map(attempt -> attempt == null ? null : attempt.plan())
                .toList();
        if (plans.isEmpty() || plans.contains(null)) {
            return false;
        }
        TreeSet<Long> rows = new TreeSet<>();
        plans.forEach(plan -> rows.add(plan.rows().getOrDefault(index.table(), 0L)));
        boolean small = rows.last() > 0 && rows.last() < PlanComparison.LARGE_ROWS;
        return !small && plans.stream().noneMatch(plan -> index.parts().stream().anyMatch(plan::uses));
    }

    private IndexRemark remark(IndexFact index, Kind kind, String text) {
        return new IndexRemark(makers.get(key(index)), index.table(), index.name(), kind, text);
    }
}
