package dev.stairway.database.redis.key;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Says which pattern a key follows: the segments between colons, those that vary from key to key written as {@code {id}}.
 * Words in one place are taken together as {@code {name}} once there are more than {@value #MOST_WORDS} of them.
 *
 * <p>A pattern that was seen at the end of one reading ({@link #settle}) keeps its name for good, so that two readings can
 * be compared; within one reading the outcome does not depend on the order of the keys.
 */
public final class KeyPatterns {

    /** Words in one place that each have a pattern of their own. */
    public static final int MOST_WORDS = 64;

    private static final String REST = new String(Segments.NAME, java.nio.charset.StandardCharsets.US_ASCII);
    private static final int NOWHERE = -1;

    /** Learns that two patterns became one. */
    @FunctionalInterface
    public interface Merger {
        void merged(int from, int into);
    }

    private final Node root = new Node(null, "");
    private final List<Node> ends = new ArrayList<>();
    private final List<Node> touched = new ArrayList<>();
    private final Merger merger;
    private int[] into = new int[64];
    private byte[] scratch = new byte[128];
    private final Node.Slice probe = new Node.Slice(scratch, 0);

    /**
     * Knows nothing yet but what is declared.
     *
     * @param declared patterns that the user named, for example {@code session:user:{id}}; what stands in braces matches
     *     any segment
     */
    public KeyPatterns(Collection<String> declared, Merger merger) {
        this.merger = merger;
        declared.forEach(this::declare);
    }

    /** Number of the key's pattern. */
    public int of(byte[] key) {
        if (scratch.length < key.length + 8) {
            scratch = new byte[key.length + 64];
        }
        Node node = root;
        int from = 0;
        for (int i = 0; i <= key.length; i++) {
            if (i == key.length || key[i] == ':') {
                probe.set(scratch, Segments.canonical(key, from, i, scratch));
                node = child(node);
                from = i + 1;
            }
        }
        return current(end(node));
    }

    /** The pattern as text; stable once it was settled. */
    public String name(int pattern) {
        String path = ends.get(current(pattern)).path();
        return path.isEmpty() ? "(empty)" : path;
    }

    /** The number that stands for a pattern now, after it may have become one with another. */
    public int current(int pattern) {
        int at = pattern;
        while (into[at] != NOWHERE) {
            at = into[at];
        }
        return at;
    }

    /** Numbers given so far. */
    public int size() {
        return ends.size();
    }

    /** Ends a reading: what is known now keeps its name. */
    public void settle() {
        touched.forEach(node -> node.young.clear());
        touched.clear();
    }

    private Node child(Node node) {
        Node child = node.children.get(probe);
        if (child != null) {
            return child;
        }
        boolean varies = probe.varies();
        if (node.rest != null && (!varies || node.takesAll)) {
            return node.rest;
        }
        Node fresh = add(node, probe.copy());
        if (!varies && node.words > MOST_WORDS) {
            collapse(node);
            return node.rest;
        }
        return fresh;
    }

    private Node add(Node node, Node.Slice slice) {
        Node fresh = new Node(node, slice.text());
        node.children.put(slice, fresh);
        if (!slice.varies()) {
            node.words++;
            if (node.young.isEmpty()) {
                touched.add(node);
            }
            node.young.add(slice);
        }
        return fresh;
    }

    private int end(Node node) {
        if (node.pattern == NOWHERE) {
            node.pattern = ends.size();
            ends.add(node);
            if (into.length == node.pattern) {
                into = Arrays.copyOf(into, into.length * 2);
            }
            into[node.pattern] = NOWHERE;
        }
        return node.pattern;
    }

    private void collapse(Node node) {
        if (node.rest == null) {
            node.rest = add(node, slice(REST));
        }
        for (Node.Slice word : List.copyOf(node.young)) {
            Node child = node.children.remove(word);
            node.words--;
            merge(child, node.rest);
        }
        node.young.clear();
    }

    private void merge(Node from, Node target) {
        if (from.pattern != NOWHERE) {
            int kept = end(target);
            into[from.pattern] = kept;
            merger.merged(from.pattern, kept);
        }
        for (Map.Entry<Node.Slice, Node> entry : from.children.entrySet()) {
            Node same = target.children.get(entry.getKey());
            if (same == null) {
                same = add(target, entry.getKey());
            }
            if (entry.getValue() == from.rest && target.rest == null) {
                target.rest = same;
            }
            merge(entry.getValue(), same);
        }
        if (target.words > MOST_WORDS || target.rest != null && !target.young.isEmpty()) {
            collapse(target);
        }
    }

    private void declare(String pattern) {
        Node node = root;
        for (String segment : pattern.split(":", -1)) {
            Node.Slice slice = slice(segment);
            Node child = node.children.get(slice);
            if (child == null) {
                child = add(node, slice);
            }
            if (slice.braced()) {
                node.rest = child;
                node.takesAll = true;
            }
            node = child;
        }
        end(node);
        settle();
    }

    private static Node.Slice slice(String text) {
        byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return new Node.Slice(bytes, bytes.length);
    }
}
