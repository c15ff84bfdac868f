package dev.stairway.database.redis.key;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A place in the tree of segments. */
final class Node {

    final Map<Slice, Node> children = new HashMap<>();

    /** Words that came since the last reading; only they can still be taken together without anyone noticing. */
    final Set<Slice> young = new HashSet<>();

    final String text;
    Node parent;

    /** Number of the pattern that ends here, or -1. */
    int pattern = -1;

    /** Words among the children. */
    int words;

    /** Where every further word goes; null while each has a place of its own. */
    Node rest;

    /** True when the rest was declared, so that identifiers go there too. */
    boolean takesAll;

    Node(Node parent, String text) {
        this.parent = parent;
        this.text = text;
    }

    String path() {
        List<String> segments = new ArrayList<>();
        for (Node node = this; node.parent != null; node = node.parent) {
            segments.add(0, node.text);
        }
        return String.join(":", segments);
    }

    /** Bytes of a segment, comparable. */
    static final class Slice {
        private byte[] bytes;
        private int length;

        Slice(byte[] bytes, int length) {
            set(bytes, length);
        }

        void set(byte[] newBytes, int newLength) {
            bytes = newBytes;
            length = newLength;
        }

        Slice copy() {
            return new Slice(java.util.Arrays.copyOf(bytes, length), length);
        }

        String text() {
            return new String(bytes, 0, length, StandardCharsets.UTF_8);
        }

        /** True when every key may have another segment in this place. */
        boolean varies() {
            return braced() && (is(Segments.ID) || is(Segments.BYTES) || is(Segments.NAME) || is(Segments.TAGGED));
        }

        /** True when it stands in braces. */
        boolean braced() {
            return length > 2 && bytes[0] == '{' && bytes[length - 1] == '}';
        }

        private boolean is(byte[] other) {
            return java.util.Arrays.equals(bytes, 0, length, other, 0, other.length);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Slice slice
                    && java.util.Arrays.equals(bytes, 0, length, slice.bytes, 0, slice.length);
        }

        @Override
        public int hashCode() {
            int hash = 1;
            for (int i = 0; i < length; i++) {
                hash = 31 * hash + bytes[i];
            }
            return hash;
        }
    }
}
