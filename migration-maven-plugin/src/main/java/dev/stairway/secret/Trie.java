package dev.stairway.secret;

import java.util.HashMap;
import java.util.Map;

/** Forms of secrets, found in a text by whatever spelling. */
final class Trie {

    /** After so many characters a line break in between is no reason to think of something else. */
    private static final int SURE = 3;

    /** Steps of a search from one place after which it remembers where it has been. */
    private static final int MANY = 64;

    private static final class Node {
        private final Map<Integer, Node> children = new HashMap<>(2);
        private boolean end;
    }

    private record Place(Node node, int at) {}

    private final Node root = new Node();
    private final boolean spread;
    private final boolean wordsOnly;
    private final boolean[] starts = new boolean[128];
    /** Letters and digits that forms begin with, two by two: most places of a text are no such pair. */
    private final boolean[] pairs = new boolean[128 * 128];

    /**
     * @param spread true to find them where something stands between their characters
     * @param wordsOnly true to find them only where no letter or digit is next to them
     */
    Trie(boolean spread, boolean wordsOnly) {
        this.spread = spread;
        this.wordsOnly = wordsOnly;
    }

    void add(String form) {
        add(form, form.codePointCount(0, form.length()));
    }

    /** @param least characters at its start that are enough */
    void add(String form, int least) {
        Node[] node = {root};
        int[] depth = {0};
        int[] first = {0};
        Spelling.eachFolded(form, point -> {
            if (node[0] == root) {
                startsWith(point);
            }
            node[0] = node[0].children.computeIfAbsent(point, any -> new Node());
            depth[0]++;
            if (depth[0] == 1) {
                first[0] = point;
            } else if (depth[0] == 2 && first[0] < 128 && point < 128) {
                beginsWith(first[0], point);
            }
            node[0].end |= depth[0] >= least;
        });
    }

    private void beginsWith(int one, int two) {
        for (int first : new int[] {one, Character.toUpperCase(one)}) {
            for (int second : new int[] {two, Character.toUpperCase(two)}) {
                pairs[first << 7 | second] = true;
            }
        }
    }

    private void startsWith(int point) {
        for (char c = 0; c < starts.length; c++) {
            starts[c] |= Spelling.mayEscape(c) || Spelling.folded(c) == point;
        }
    }

    boolean isEmpty() {
        return root.children.isEmpty();
    }

    /** A search in one text. */
    final class Search {

        private final String text;
        private final Spelling spelling;
        private final Map<Place, Integer> known = new HashMap<>();
        private int steps;
        private boolean open;

        Search(String text) {
            this.text = text;
            this.spelling = new Spelling(text);
        }

        /** Where the longest form that starts at {@code i} ends; -1 when none does. */
        int end(int i) {
            open = false;
            char c = text.charAt(i);
            if (root.children.isEmpty() || c < starts.length && !starts[c] || !isWordStart(i) || isSurelyNone(i)) {
                return -1;
            }
            known.clear();
            steps = 0;
            return walk(root, i, 0);
        }

        /** Letters and digits mean themselves only, so that most places are told by a few of them. */
        private boolean isSurelyNone(int i) {
            if (i + 1 < text.length()
                    && isPlain(text.charAt(i))
                    && isPlain(text.charAt(i + 1))
                    && !pairs[text.charAt(i) << 7 | text.charAt(i + 1)]) {
                return true;
            }
            Node node = root;
            for (int at = i; at < text.length() && isPlain(text.charAt(at)); at++) {
                node = node.children.get(Spelling.folded(text.charAt(at)));
                if (node == null) {
                    return true;
                }
                if (node.end) {
                    return false;
                }
            }
            return false;
        }

        private static boolean isPlain(char c) {
            return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
        }

        /** True when at the place that {@link #end} was asked for last a form may start of which the text does not have the end. */
        boolean isOpen() {
            return open;
        }

        private int walk(Node node, int i, int depth) {
            int best = node.end && isWordEnd(i) ? i : -1;
            if (i >= text.length()) {
                open |= !node.children.isEmpty() && depth > 0 && (depth >= SURE || !endsLine());
                return best;
            }
            open |= spelling.isCutOff(i);
            if (node.children.isEmpty()) {
                return best;
            }
            // Only secrets full of signs that may be read in several ways take so many.
            Place place = ++steps > MANY ? new Place(node, i) : null;
            Integer before = place == null ? null : known.get(place);
            if (before != null) {
                return before;
            }
            int[] longest = {Math.max(best, step(node, i, depth))};
            if (spread && depth > 0) {
                spelling.between(
                        i,
                        beyond -> longest[0] = Math.max(
                                longest[0], beyond < text.length() ? step(node, beyond, depth) : atEnd(node, depth)));
            }
            if (place != null) {
                known.put(place, longest[0]);
            }
            return longest[0];
        }

        private int atEnd(Node node, int depth) {
            open |= !node.children.isEmpty() && (depth >= SURE || !endsLine());
            return -1;
        }

        private int step(Node node, int i, int depth) {
            int[] longest = {-1};
            spelling.at(i, (point, next) -> {
                Node child = node.children.get(Spelling.folded(point));
                if (child != null) {
                    longest[0] = Math.max(longest[0], walk(child, next, depth + 1));
                }
            });
            return longest[0];
        }

        private boolean endsLine() {
            char last = text.charAt(text.length() - 1);
            return last == '\n' || last == '\r';
        }

        private boolean isWordStart(int i) {
            return !wordsOnly || i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1));
        }

        private boolean isWordEnd(int i) {
            return !wordsOnly || i >= text.length() || !Character.isLetterOrDigit(text.charAt(i));
        }
    }
}
