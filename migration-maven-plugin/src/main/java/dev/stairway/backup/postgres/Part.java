package dev.stairway.backup.postgres;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * An object of a schema.
 *
 * @param id class and oid, by which others refer to it
 * @param rank where it belongs when nobody needs it earlier or later
 * @param sql makes it
 */
record Part(Id id, int rank, String sql) {

    /** From here on what comes after the rows. */
    static final int AFTER_ROWS = 20;

    private static final Comparator<Part> BY_RANK = Comparator.comparingInt(Part::rank)
            .thenComparingLong(part -> part.id().oid());

    /** Of the catalog and of the row in it. */
    record Id(long catalog, long oid) {}

    /**
     * In an order in which each comes after all that it needs.
     *
     * @param needs for each what it needs, itself and strangers included
     * @throws IllegalStateException when some need each other
     */
    static List<Part> ordered(Collection<Part> parts, Map<Id, Set<Id>> needs) {
        Map<Id, Part> left =
                parts.stream().collect(Collectors.toMap(Part::id, part -> part, (a, b) -> a, LinkedHashMap::new));
        Map<Id, Set<Id>> open = new LinkedHashMap<>();
        Map<Id, Set<Id>> users = new LinkedHashMap<>();
        left.keySet()
                .forEach(id -> open.put(
                        id,
                        needs.getOrDefault(id, Set.of()).stream()
                                .filter(other -> !other.equals(id) && left.containsKey(other))
                                .collect(Collectors.toSet())));
        open.forEach((id, wanted) -> wanted.forEach(other ->
                users.computeIfAbsent(other, o -> new java.util.HashSet<>()).add(id)));
        TreeSet<Part> ready =
                new TreeSet<>(BY_RANK.thenComparingLong(part -> part.id().catalog()));
        open.forEach((id, wanted) -> {
            if (wanted.isEmpty()) {
                ready.add(left.get(id));
            }
        });
        List<Part> ordered = new java.util.ArrayList<>();
        while (!ready.isEmpty()) {
            Part next = ready.pollFirst();
            ordered.add(next);
            for (Id user : users.getOrDefault(next.id(), Set.of())) {
                if (open.get(user).remove(next.id()) && open.get(user).isEmpty()) {
                    ready.add(left.get(user));
                }
            }
        }
        if (ordered.size() < left.size()) {
            left.values().removeAll(ordered);
            throw new IllegalStateException(
                    left.values().stream().map(Part::sql).collect(Collectors.joining("\n")));
        }
        return ordered;
    }
}
