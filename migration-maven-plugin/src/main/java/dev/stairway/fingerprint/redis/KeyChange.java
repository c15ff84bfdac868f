package dev.stairway.fingerprint.redis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a reading found of one key.
 *
 * @param key readable name; hexadecimal digits after {@code 0x} for bytes that are no text
 * @param pattern of the key, which is the name of its table
 * @param before null when there was no such key
 * @param after null when there is no such key
 */
public record KeyChange(String key, String pattern, KeyState before, KeyState after) {

    /** Names of what differs; empty when the key came or went. */
    public List<String> attributes() {
        if (before == null || after == null) {
            return List.of();
        }
        Map<String, String> was = before.attributes();
        Map<String, String> is = after.attributes();
        TreeSet<String> names = new TreeSet<>(was.keySet());
        names.addAll(is.keySet());
        names.removeIf(name -> java.util.Objects.equals(was.get(name), is.get(name)));
        return List.copyOf(names);
    }

    /** For example {@code session:user:1: expiry was 2026-01-01T00:00:00Z, is none}. */
    public String sentence() {
        if (before == null) {
            return key + ": added (" + after.type() + ")";
        }
        if (after == null) {
            return key + ": lost (" + before.type() + ")";
        }
        Map<String, String> was = new TreeMap<>(before.attributes());
        Map<String, String> is = new TreeMap<>(after.attributes());
        List<String> parts = new ArrayList<>();
        for (String name : attributes()) {
            parts.add(name + " was " + was.getOrDefault(name, "none") + ", is " + is.getOrDefault(name, "none"));
        }
        return key + ": " + String.join("; ", parts);
    }
}
