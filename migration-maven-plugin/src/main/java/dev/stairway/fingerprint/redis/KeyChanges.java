package dev.stairway.fingerprint.redis;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A difference key by key, as evidence and for a mapping that a migration declares. Differences compose: down after up must
 * compose to nothing.
 *
 * @param byKey readable key to its change
 * @param leftOut changes that are not listed because there are too many, or because their key's name is not known
 */
public record KeyChanges(SortedMap<String, KeyChange> byKey, long leftOut) {

    public static final KeyChanges NONE = new KeyChanges(new TreeMap<>(), 0);

    public KeyChanges {
        byKey = Collections.unmodifiableSortedMap(byKey);
    }

    /** These changes followed by later ones; what returned to where it was drops out. */
    public KeyChanges then(KeyChanges later) {
        SortedMap<String, KeyChange> all = new TreeMap<>(byKey);
        later.byKey.forEach((key, change) ->
                all.merge(key, change, (was, is) -> new KeyChange(key, is.pattern(), was.before(), is.after())));
        all.values().removeIf(change -> Objects.equals(change.before(), change.after()));
        return new KeyChanges(all, leftOut + later.leftOut);
    }

    public boolean isEmpty() {
        return byKey.isEmpty() && leftOut == 0;
    }

    /** One line per key, in order of the keys. */
    public List<String> sentences() {
        return byKey.values().stream().map(KeyChange::sentence).toList();
    }
}
