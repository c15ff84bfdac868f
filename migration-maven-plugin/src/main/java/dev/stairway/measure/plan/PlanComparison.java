package dev.stairway.measure.plan;

import dev.stairway.measure.plan.QueryChange.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Says what became of a plan. Pure. */
final class PlanComparison {

    /** Below that, reading a table from end to end is what a planner should do. */
    static final long LARGE_ROWS = 1_000;

    private static final double FACTOR = 2;
    /** Growth by fewer pages, or by less than the planner's cost of as many, is felt by nobody. */
    private static final double FLOOR = 50;

    /**
     * Empty when it is the same plan at about the same cost.
     *
     * @param before null when there is none
     * @param after null when there is none
     */
    Optional<QueryChange> compare(String migration, Query query, Plan before, Plan after) {
        if (before == null || after == null) {
            return Optional.empty();
        }
        Double cost = ratio(before.cost(), after.cost());
        Double buffers = before.buffers() == null || after.buffers() == null
                ? null
                : ratio((double) before.buffers(), (double) after.buffers());
        Set<String> lost = lostIndexes(before, after);
        Set<String> whole = readWhole(before, after);
        Kind kind = kind(before, after, lost, whole);
        if (kind == null) {
            return Optional.empty();
        }
        String text = query.name() + " " + what(before, after, lost, whole) + figures(before, after, cost, buffers);
        return Optional.of(new QueryChange(
                migration, query.name(), query.place(), kind, text, before.lines(), after.lines(), cost, buffers));
    }

    private static String what(Plan before, Plan after, Set<String> lost, Set<String> whole) {
        List<String> said = new ArrayList<>();
        if (!lost.isEmpty()) {
            said.add("no longer uses " + String.join(", ", lost));
        }
        if (!whole.isEmpty()) {
            said.add("reads all of "
                    + whole.stream()
                            .map(table -> table + " (" + after.rows().get(table) + " rows)")
                            .collect(Collectors.joining(", ")));
        }
        if (said.isEmpty() && !gained(before, after).isEmpty()) {
            said.add("now uses " + String.join(", ", gained(before, after)));
        }
        if (said.isEmpty()) {
            said.add(before.shape().equals(after.shape()) ? "keeps its plan" : "gets another plan");
        }
        return String.join(" and ", said);
    }

    private static Kind kind(Plan before, Plan after, Set<String> lost, Set<String> whole) {
        if (!lost.isEmpty()) {
            return Kind.INDEX_LOST;
        }
        if (!whole.isEmpty()) {
            return Kind.SEQUENTIAL_SCAN;
        }
        if (grows(before, after)) {
            return Kind.COSTLIER;
        }
        if (grows(after, before) || !gained(before, after).isEmpty()) {
            return Kind.CHEAPER;
        }
        return before.shape().equals(after.shape()) ? null : Kind.PLAN_CHANGED;
    }

    /** Pages that were really touched weigh more than what the planner believed. */
    private static boolean grows(Plan from, Plan to) {
        if (from.buffers() != null && to.buffers() != null) {
            if (grows((double) from.buffers(), (double) to.buffers())) {
                return true;
            }
            return grows(from.cost(), to.cost()) && to.buffers() > from.buffers();
        }
        return grows(from.cost(), to.cost());
    }

    private static boolean grows(Double from, Double to) {
        return from != null && to != null && to >= from * FACTOR && to - from >= FLOOR;
    }

    /** Indexes of tables that are still read, but by no index any more. */
    private static Set<String> lostIndexes(Plan before, Plan after) {
        Set<String> lost = new TreeSet<>();
        for (Access access : before.accesses()) {
            boolean read = after.accesses().stream().anyMatch(now -> now.table().equals(access.table()));
            boolean indexed =
                    after.accesses().stream().anyMatch(now -> now.table().equals(access.table()) && !now.sequential());
            if (!access.sequential() && read && !indexed) {
                lost.add(access.index());
            }
        }
        return lost;
    }

    /** Indexes of tables that were read from end to end and are not any more, to the planner's liking. */
    private static Set<String> gained(Plan before, Plan after) {
        Set<String> gained = new TreeSet<>();
        boolean dearer = before.cost() != null && after.cost() != null && after.cost() > before.cost();
        for (Access access : after.accesses()) {
            Access whole = new Access(access.table(), "");
            boolean instead =
                    before.accesses().contains(whole) && !after.accesses().contains(whole);
            if (!dearer && !access.sequential() && instead) {
                gained.add(access.index());
            }
        }
        return gained;
    }

    private static Set<String> readWhole(Plan before, Plan after) {
        Set<String> whole = new TreeSet<>();
        for (Access access : after.accesses()) {
            boolean large = after.rows().getOrDefault(access.table(), 0L) >= LARGE_ROWS;
            if (access.sequential() && large && !before.accesses().contains(access)) {
                whole.add(access.table());
            }
        }
        return whole;
    }

    private static Double ratio(Double before, Double after) {
        return before == null || after == null || before == 0 ? null : after / before;
    }

    private static String figures(Plan before, Plan after, Double cost, Double buffers) {
        List<String> figures = new ArrayList<>();
        if (buffers != null) {
            figures.add("pages " + before.buffers() + " -> " + after.buffers() + times(buffers));
        }
        if (cost != null) {
            figures.add(String.format(Locale.ROOT, "cost %.0f -> %.0f", before.cost(), after.cost()) + times(cost));
        }
        return figures.isEmpty() ? "" : ": " + String.join(", ", figures);
    }

    private static String times(double ratio) {
        return String.format(Locale.ROOT, ratio < 10 ? " (x %.1f)" : " (x %.0f)", ratio);
    }
}
