package dev.stairway.lint.rules.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads conditions by their parentheses. */
public final class Parentheses {

    private Parentheses() {}

    /** Without those that stand around the whole of it. */
    public static String without(String text) {
        String inner = text.strip();
        while (inner.startsWith("(") && closing(inner) == inner.length() - 1) {
            inner = inner.substring(1, inner.length() - 1).strip();
        }
        return inner;
    }

    /** Parts of a condition that all have to hold. */
    public static List<String> conjuncts(String condition) {
        String text = without(condition);
        int and = word(text, "AND");
        // OR binds less tightly: with one outside parentheses no part has to hold.
        if (and < 0 || word(text, "OR") >= 0) {
            return List.of(text);
        }
        List<String> parts = new ArrayList<>(conjuncts(text.substring(0, and)));
        parts.addAll(conjuncts(text.substring(and + 3)));
        return parts;
    }

    /** Place of a word outside parentheses, -1 without one. */
    private static int word(String text, String word) {
        String upper = text.toUpperCase(Locale.ROOT);
        for (int at = upper.indexOf(word); at >= 0; at = upper.indexOf(word, at + 1)) {
            if (depth(text.substring(0, at)) == 0 && alone(text, at, at + word.length())) {
                return at;
            }
        }
        return -1;
    }

    private static boolean alone(String text, int begin, int end) {
        return begin > 0
                && end < text.length()
                && !Character.isJavaIdentifierPart(text.charAt(begin - 1))
                && !Character.isJavaIdentifierPart(text.charAt(end));
    }

    private static int depth(String text) {
        int depth = 0;
        for (char c : text.toCharArray()) {
            depth += step(c);
        }
        return depth;
    }

    private static int closing(String text) {
        int depth = 0;
        for (int at = 0; at < text.length(); at++) {
            depth += step(text.charAt(at));
            if (depth == 0) {
                return at;
            }
        }
        return -1;
    }

    private static int step(char c) {
        return c == '(' ? 1 : c == ')' ? -1 : 0;
    }
}
