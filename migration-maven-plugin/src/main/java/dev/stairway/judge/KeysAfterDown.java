package dev.stairway.judge;

import dev.stairway.finding.Rule;
import dev.stairway.fingerprint.KeySnapshot;
import dev.stairway.fingerprint.KeySnapshot.Key;
import dev.stairway.judge.KeyMap.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Follows every key over the way down, as the mapping declares it: those that were there before up must be as they were, and
 * those that the new release wrote must have their old name. A key with which up went wrong says nothing about down.
 */
public final class KeysAfterDown {

    private final KeyMap map;
    private final KeySnapshot before;
    private final KeySnapshot written;
    private final KeySnapshot back;
    private final Set<String> excused = new HashSet<>();
    private final Set<String> expected = new HashSet<>();
    private final Set<String> formerNames = new HashSet<>();
    private final List<KeyFault> faults = new ArrayList<>();

    private KeysAfterDown(KeyMap map, KeySnapshot before, KeySnapshot written, KeySnapshot back) {
        this.map = map;
        this.before = before;
        this.written = written;
        this.back = back;
    }

    public static List<KeyFault> faults(
            KeyMap map, KeySnapshot before, KeySnapshot written, KeySnapshot back, List<KeyFault> up) {
        KeysAfterDown keys = new KeysAfterDown(map, before, written, back);
        up.forEach(fault -> keys.excused.addAll(fault.keys()));
        written.keys()
                .keySet()
                .forEach(key -> map.backward(key).map(Place::name).ifPresent(keys.formerNames::add));
        before.keys().keySet().forEach(keys::restored);
        written.keys().keySet().forEach(keys::newFormat);
        back.keys().keySet().forEach(keys::invented);
        return List.copyOf(keys.faults);
    }

    private void restored(String key) {
        Optional<Place> place = map.forward(key);
        if (place.isEmpty()
                || excused.contains(key)
                || excused.contains(place.get().name())) {
            return;
        }
        expected.add(key);
        Key was = before.keys().get(key);
        if (unmoved(key, place.get().name())) {
            return;
        }
        compare(key, was, key, new KeyComparison(true, true, back.toleranceMillis()), "");
    }

    private void newFormat(String key) {
        if (before.keys().containsKey(key) || excused.contains(key) || !map.hasNewFormat(key)) {
            return;
        }
        Optional<Place> place = map.backward(key);
        String old = place.map(Place::name).orElse(key);
        boolean moves = place.isPresent() && !old.equals(key);
        if (moves && writtenTwice(old)) {
            expected.add(old);
            return;
        }
        if (back.keys().containsKey(key) && !formerNames.contains(key) && (moves || place.isEmpty())) {
            String missing = moves && !back.keys().containsKey(old) ? " and did not become " + old : "";
            faults.add(KeyFault.of(Rule.MAPPING_LEAVES_KEYS, key + " is left behind" + missing, key, old));
        } else if (place.isPresent() && !expected.contains(old)) {
            writtenByNewRelease(key, place.get());
        }
        expected.add(old);
    }

    /** Rows are written in every format that is there: two keys then claim one name, and none of the two is wrong. */
    private boolean writtenTwice(String old) {
        return written.keys().containsKey(old) && !before.keys().containsKey(old);
    }

    private void writtenByNewRelease(String key, Place place) {
        KeyComparison comparison = new KeyComparison(
                place.mapping().valueUnchanged(), place.mapping().ttlUnchanged(), back.toleranceMillis());
        compare(key, written.keys().get(key), place.name(), comparison, ", which the new release wrote,");
    }

    private void compare(String from, Key was, String to, KeyComparison comparison, String who) {
        Key is = back.keys().get(to);
        if (is != null) {
            faults.addAll(comparison.faults(from, was, to, is));
        } else if (!was.expiredAt(back.nowMillis())) {
            faults.add(KeyFault.of(
                    Rule.MAPPING_LOSES_KEYS, from + who + " is lost: there is no " + to + " now", from, to));
        }
    }

    /** Told as a key that is left behind, which it is as well. */
    private boolean unmoved(String old, String key) {
        return !old.equals(key)
                && !back.keys().containsKey(old)
                && back.keys().containsKey(key)
                && written.keys().containsKey(key)
                && !before.keys().containsKey(key);
    }

    private void invented(String key) {
        if (map.invertible()
                && map.hasOldFormat(key)
                && !before.keys().containsKey(key)
                && !written.keys().containsKey(key)
                && !excused.contains(key)
                && !expected.contains(key)
                && !hadNewFormat(key)) {
            faults.add(KeyFault.of(Rule.MAPPING_INVENTS_KEYS, key + ": nobody wrote it", key));
        }
    }

    /** A key that had the new format before up may have been taken for one that up moved; the fingerprint judges it. */
    private boolean hadNewFormat(String key) {
        return map.forward(key)
                .filter(place -> before.keys().containsKey(place.name()))
                .isPresent();
    }
}
