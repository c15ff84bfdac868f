package dev.stairway.judge;

import dev.stairway.finding.Rule;
import dev.stairway.fingerprint.KeySnapshot;
import dev.stairway.fingerprint.KeySnapshot.Key;
import dev.stairway.judge.KeyMap.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Follows every key over the way up, as the mapping declares it. */
public final class KeysAfterUp {

    private final KeyMap map;
    private final KeySnapshot before;
    private final KeySnapshot after;
    private final Map<String, List<String>> sources = new TreeMap<>();
    private final List<KeyFault> faults = new ArrayList<>();

    private KeysAfterUp(KeyMap map, KeySnapshot before, KeySnapshot after) {
        this.map = map;
        this.before = before;
        this.after = after;
    }

    public static List<KeyFault> faults(KeyMap map, KeySnapshot before, KeySnapshot after) {
        KeysAfterUp keys = new KeysAfterUp(map, before, after);
        before.keys().keySet().forEach(keys::source);
        keys.sources.forEach(keys::target);
        after.keys().keySet().forEach(keys::invented);
        return List.copyOf(keys.faults);
    }

    private void source(String key) {
        map.forward(key)
                .ifPresent(place -> sources.computeIfAbsent(place.name(), name -> new ArrayList<>())
                        .add(key));
    }

    private void target(String to, List<String> from) {
        if (from.size() == 1) {
            follow(from.get(0), to);
            return;
        }
        List<String> names = new ArrayList<>(from);
        names.add(to);
        faults.add(KeyFault.of(
                Rule.MAPPING_MERGES_KEYS,
                String.join(" and ", from) + " both become " + to,
                names.toArray(String[]::new)));
    }

    private void follow(String from, String to) {
        Place place = map.forward(from).orElseThrow();
        Key was = before.keys().get(from);
        Key is = after.keys().get(to);
        if (left(from, to)) {
            faults.add(KeyFault.of(Rule.MAPPING_LEAVES_KEYS, from + " is left behind" + beside(to, is), from, to));
            return;
        }
        if (is == null) {
            if (!was.expiredAt(after.nowMillis())) {
                faults.add(
                        KeyFault.of(Rule.MAPPING_LOSES_KEYS, from + " is lost: there is no " + to + " now", from, to));
            }
            return;
        }
        KeyComparison comparison = new KeyComparison(
                place.mapping().valueUnchanged(), place.mapping().ttlUnchanged(), after.toleranceMillis());
        Key existed = existed(from, to);
        if (existed != null && !comparison.same(existed, was)) {
            overwritten(from, to, comparison.same(existed, is));
        } else {
            faults.addAll(comparison.faults(from, was, to, is));
        }
    }

    /** A key that is the new name of another one is not left behind. */
    private boolean left(String from, String to) {
        return !from.equals(to) && after.keys().containsKey(from) && !sources.containsKey(from);
    }

    private String beside(String to, Key is) {
        if (is == null) {
            return " and did not become " + to;
        }
        return before.keys().containsKey(to) ? ", and " + to + " was there before" : " beside " + to;
    }

    /** What had the new name before up and was not to leave it; null when nothing had. */
    private Key existed(String from, String to) {
        return from.equals(to) || map.forward(to).isPresent()
                ? null
                : before.keys().get(to);
    }

    private void overwritten(String from, String to, boolean kept) {
        faults.add(
                kept
                        ? KeyFault.of(
                                Rule.MAPPING_LOSES_KEYS,
                                from + " is lost: " + to + " was there before and is unchanged",
                                from,
                                to)
                        : KeyFault.of(
                                Rule.MAPPING_OVERWRITES_KEYS,
                                to + " was there before and is overwritten with " + from,
                                from,
                                to));
    }

    private void invented(String key) {
        if (!before.keys().containsKey(key) && !sources.containsKey(key) && map.hasNewFormat(key)) {
            faults.add(KeyFault.of(Rule.MAPPING_INVENTS_KEYS, key + ": no key before up becomes this one", key));
        }
    }
}
