package dev.stairway.fingerprint.postgres;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** What is known by OID, so that the next reading can tell renamed from new; changes can be taken back. */
final class Memory {

    private final Map<Long, Relation> relations = new HashMap<>();
    private final Map<Category, Map<Long, Facts>> objects = new HashMap<>();
    private Deque<Runnable> undo = new ArrayDeque<>();

    Relation relation(long oid) {
        return relations.get(oid);
    }

    Map<Long, Relation> relations() {
        return relations;
    }

    /** True when some trigger may fire at commit, after the transaction was looked at. Its definition says so. */
    boolean hasDeferredTrigger() {
        return relations.values().stream()
                .flatMap(relation -> relation.group().objects().stream())
                .filter(object -> object.kind().equals("trigger"))
                .map(object -> object.attributes().getOrDefault("definition", ""))
                .anyMatch(text -> text.contains(" DEFERRABLE ") && !text.contains(" NOT DEFERRABLE "));
    }

    Map<Long, Facts> objects(Category category) {
        return objects.getOrDefault(category, Map.of());
    }

    void put(long oid, Relation relation) {
        Relation old = relation == null ? relations.remove(oid) : relations.put(oid, relation);
        undo.push(() -> {
            if (old == null) {
                relations.remove(oid);
            } else {
                relations.put(oid, old);
            }
        });
    }

    void put(Category category, Map<Long, Facts> present) {
        Map<Long, Facts> old = objects.put(category, present);
        undo.push(() -> objects.put(category, old == null ? Map.of() : old));
    }

    /** Ends a reading; the result takes it back when run. */
    Runnable mark() {
        Deque<Runnable> steps = undo;
        undo = new ArrayDeque<>();
        return () -> steps.forEach(Runnable::run);
    }
}
