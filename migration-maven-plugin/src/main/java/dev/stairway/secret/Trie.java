package dev.stairway.secret;

import java.util.HashMap;
import java.util.Map;

/** Forms of secrets, found in a text by whatever spelling. */
final class Trie {

    /** After so many characters a line break in between is no reason to think of something else. */
    private static final int SURE = 3;

    private static final class Node {
        private final Map<Integer, Node> children = new HashMap<>(2);
        private boolean end;
    }

    private record Place(Node node, int at) {}

    private final Node root = new Node();
    private final boolean spread;
    private final boolean wordsOnly;
    private final boolean[] starts = new boolean[128];

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
        Spelling.eachFolded(form, point -> {
            if (node[0] == root) {
                startsWith(point);
            }
            node[0] = node[0].children.computeIfAbsent(point, any -> new Node());
            depth[0]++;
            node[0].end |= depth[0] >= least;
        });
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
        private Map<Place, Integer> known = Map.of();
        private boolean open;

        Search(String text) {
            this.text = text;
            this.spelling = new Spelling(text);
        }

        /** Where the longest form that starts at {@code i} ends; -1 when none does. */
        int end(int i) {
            char c = text.charAt(i);
            if (root.children.isEmpty() || c < starts.length && !starts[c] || !isWordStart(i)) {
                return -1;
            }
            known = new HashMap<>();
            return walk(root, i, 0);
        }

        /** True when a form may start at {@code i} of which the text does not have the end. */
        boolean isOpen(int i) {
            open = false;
            end(i);
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
            Place place = new Place(node, i);
            Integer before = known.get(place);
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
            known.put(place, longest[0]);
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
