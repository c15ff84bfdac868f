package dev.stairway.lint.schema;

import java.util.ArrayList;
import java.util.List;

/**
 * A sorted map that never changes: what is put in or taken out gives another one, which shares nearly everything with the
 * first. A sketch is copied for every statement, and a changelog has thousands of them. A treap: the weight of a node is
 * made of its key, so that the same keys give the same tree, whatever came first.
 */
final class Tree<V> {

    private record Node<V>(String key, int weight, V value, Node<V> left, Node<V> right) {

        Node<V> with(Node<V> newLeft, Node<V> newRight) {
            return new Node<>(key, weight, value, newLeft, newRight);
        }
    }

    private final Node<V> root;

    Tree() {
        this(null);
    }

    private Tree(Node<V> root) {
        this.root = root;
    }

    /** Null where there is none. */
    V get(String key) {
        Node<V> node = root;
        while (node != null) {
            int side = key.compareTo(node.key);
            if (side == 0) {
                return node.value;
            }
            node = side < 0 ? node.left : node.right;
        }
        return null;
    }

    /** With this one too, in the place of what had the key. */
    Tree<V> with(String key, V value) {
        return new Tree<>(put(root, key, value));
    }

    Tree<V> without(String key) {
        return get(key) == null ? this : new Tree<>(cut(root, key));
    }

    boolean isEmpty() {
        return root == null;
    }

    /** Of the first that is equal; null where there is none. Looks at all of them. */
    String keyOf(V value) {
        return keyOf(root, value);
    }

    private static <V> String keyOf(Node<V> node, V value) {
        if (node == null) {
            return null;
        }
        String left = keyOf(node.left, value);
        if (left != null) {
            return left;
        }
        return node.value.equals(value) ? node.key : keyOf(node.right, value);
    }

    /** In the order of their keys. */
    List<V> values() {
        List<V> all = new ArrayList<>();
        collect(root, all);
        return all;
    }

    private static <V> void collect(Node<V> node, List<V> all) {
        if (node != null) {
            collect(node.left, all);
            all.add(node.value);
            collect(node.right, all);
        }
    }

    private static <V> Node<V> put(Node<V> node, String key, V value) {
        if (node == null) {
            return new Node<>(key, weight(key), value, null, null);
        }
        int side = key.compareTo(node.key);
        if (side == 0) {
            return new Node<>(key, node.weight, value, node.left, node.right);
        }
        if (side < 0) {
            Node<V> left = put(node.left, key, value);
            return left.weight > node.weight
                    ? left.with(left.left, node.with(left.right, node.right))
                    : node.with(left, node.right);
        }
        Node<V> right = put(node.right, key, value);
        return right.weight > node.weight
                ? right.with(node.with(node.left, right.left), right.right)
                : node.with(node.left, right);
    }

    private static <V> Node<V> cut(Node<V> node, String key) {
        int side = key.compareTo(node.key);
        if (side == 0) {
            return joined(node.left, node.right);
        }
        return side < 0 ? node.with(cut(node.left, key), node.right) : node.with(node.left, cut(node.right, key));
    }

    private static <V> Node<V> joined(Node<V> left, Node<V> right) {
        if (left == null || right == null) {
            return left == null ? right : left;
        }
        return left.weight > right.weight
                ? left.with(left.left, joined(left.right, right))
                : right.with(joined(left, right.left), right.right);
    }

    /** Spreads the hash of a key over all bits; names of a schema are much alike. */
    private static int weight(String key) {
        int bits = key.hashCode() * 0x9E3779B9;
        bits = (bits ^ (bits >>> 15)) * 0x85EBCA6B;
        return bits ^ (bits >>> 13);
    }
}
