package dev.stairway.lint.rules.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A condition by its AND and OR.
 *
 * @param words and signs as they are written, without comments
 */
record Condition(List<String> words) {

    Condition {
        words = inner(List.copyOf(words));
    }

    static Condition of(String text) {
        Words read = Words.of(text);
        return new Condition(
                IntStream.range(0, read.size()).mapToObj(read::written).toList());
    }

    /** Parts of which one has to hold; itself alone where there is no OR. */
    List<Condition> any() {
        return split("OR");
    }

    /** Parts that all have to hold; itself alone where there is no AND. Meant for one without an OR. */
    List<Condition> all() {
        return split("AND");
    }

    private List<Condition> split(String by) {
        List<Condition> parts = new ArrayList<>();
        int depth = 0;
        int begin = 0;
        boolean between = false;
        for (int at = 0; at < words.size(); at++) {
            String word = words.get(at).toUpperCase(Locale.ROOT);
            depth += step(word);
            if (depth == 0 && word.equals("BETWEEN")) {
                between = true;
            } else if (depth == 0 && word.equals("AND") && between) {
                between = false;
            } else if (depth == 0 && word.equals(by)) {
                parts.add(new Condition(words.subList(begin, at)));
                begin = at + 1;
            }
        }
        parts.add(begin == 0 ? this : new Condition(words.subList(begin, words.size())));
        return parts;
    }

    /** Without parentheses around the whole. */
    private static List<String> inner(List<String> words) {
        List<String> inner = words;
        while (!inner.isEmpty() && inner.get(0).equals("(") && closing(inner) == inner.size() - 1) {
            inner = inner.subList(1, inner.size() - 1);
        }
        return inner;
    }

    private static int closing(List<String> words) {
        int depth = 0;
        for (int at = 0; at < words.size(); at++) {
            depth += step(words.get(at));
            if (depth == 0) {
                return at;
            }
        }
        return -1;
    }

    private static int step(String word) {
        return word.equals("(") ? 1 : word.equals(")") ? -1 : 0;
    }
}
