package dev.stairway.fingerprint.postgres;

import dev.stairway.fingerprint.Groups;
import dev.stairway.fingerprint.SchemaGroup;
import dev.stairway.fingerprint.SchemaObject;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Roles, parameters and tablespaces belong to the whole cluster, which other databases share: only what became of them
 * since the first reading is part of a database's state, so that two clusters with other roles give one fingerprint.
 *
 * @see <a href="https://www.postgresql.org/docs/current/user-manag.html">Database Roles</a>
 */
final class ClusterChanges {

    private final Passwords passwords = new Passwords();
    private Map<Long, Facts> first;

    /** The same statements are about to have made the next state again. */
    void madeAgain() {
        passwords.madeAgain();
    }

    /**
     * The one group that tells all changes.
     *
     * @param previous what was there at the reading before; empty at the first
     */
    SchemaGroup group(Map<Long, Facts> previous, Map<Long, Facts> present) {
        if (first == null) {
            first = Map.copyOf(present);
        }
        passwords.learn(previous, present);
        SortedMap<String, String> changes = new TreeMap<>();
        first.values().stream()
                .filter(fact -> !present.containsKey(fact.oid()))
                .forEach(fact -> changes.put(label(fact), "dropped"));
        present.values().forEach(fact -> compare(first.get(fact.oid()), fact, changes));
        return Groups.of(new SchemaObject("cluster", "objects", changes), List.of());
    }

    private void compare(Facts before, Facts now, Map<String, String> changes) {
        if (before != null && !before.name().equals(now.name())) {
            changes.put(label(before), "renamed to " + now.name());
        }
        if (before == null) {
            changes.put(label(now), "created");
        }
        Map<String, String> was = before == null ? Map.of() : attributes(before);
        Map<String, String> is = attributes(now);
        is.forEach((attribute, value) -> {
            boolean usual = before == null && value.equals(attribute.equals("inherit") ? "yes" : "no");
            if (!usual && !value.equals(was.get(attribute))) {
                changes.put(label(now) + " " + attribute, value);
            }
        });
        was.keySet().stream()
                .filter(attribute -> !is.containsKey(attribute))
                .forEach(attribute -> changes.put(label(now) + " " + attribute, "removed"));
    }

    private Map<String, String> attributes(Facts fact) {
        String password = passwords.label(fact);
        return fact.object(fact.kind(), password == null ? Map.of() : Map.of("password", password))
                .attributes();
    }

    private static String label(Facts fact) {
        return fact.kind() + " " + fact.name();
    }
}
