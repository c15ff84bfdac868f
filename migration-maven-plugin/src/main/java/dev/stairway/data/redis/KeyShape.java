package dev.stairway.data.redis;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A key of a pattern taken apart, so that a new key can be made in its image. */
final class KeyShape {

    private static final List<String> HOLES = List.of("{id}", "{name}", "{bytes}");

    private final List<String> fixed = new ArrayList<>();
    private final List<String> ids = new ArrayList<>();

    private KeyShape() {}

    /**
     * Takes a key apart.
     *
     * @return empty when every part is fixed, so that there is one such key only
     */
    static Optional<KeyShape> of(byte[] key, String pattern) {
        String[] segments = text(key).split(":", -1);
        String[] places = pattern.split(":", -1);
        KeyShape shape = new KeyShape();
        StringBuilder fixed = new StringBuilder();
        for (int i = 0; i < segments.length && segments.length == places.length; i++) {
            fixed.append(i == 0 ? "" : ":");
            shape.segment(segments[i], places[i], fixed);
        }
        shape.fixed.add(fixed.toString());
        return shape.ids.isEmpty() ? Optional.empty() : Optional.of(shape);
    }

    private void segment(String segment, String place, StringBuilder before) {
        for (String hole : HOLES) {
            int at = place.indexOf(hole);
            int end = segment.length() - (place.length() - at - hole.length());
            if (at >= 0 && at < end) {
                fixed.add(before + segment.substring(0, at));
                ids.add(segment.substring(at, end));
                before.setLength(0);
                before.append(segment, end, segment.length());
                return;
            }
        }
        before.append(segment);
    }

    /** What varies, in order. */
    List<String> ids() {
        return ids;
    }

    /** New identifiers in place of the old ones. */
    List<String> newIds(long seed, long number) {
        return ids.stream().map(id -> NewIds.like(id, seed, number)).toList();
    }

    byte[] key(List<String> newIds) {
        StringBuilder key = new StringBuilder(fixed.get(0));
        for (int i = 0; i < newIds.size(); i++) {
            key.append(newIds.get(i)).append(fixed.get(i + 1));
        }
        return key.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** One character per byte, so that no byte is lost. */
    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
